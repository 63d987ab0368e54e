import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { differences, expectationOf } from '../src/batch/expectation.js';
import { datasetOrder } from '../src/batch/dataset-ids.js';
import { defaultPipelineFolder, loadPipeline } from '../src/pipeline/load-pipeline.js';
import { runDocument } from '../src/pipeline/run-document.js';

const folder = path.join(import.meta.dirname, '..', 'samples');
const samples = readdirSync(folder).filter((f) => !f.endsWith('.expected.json') && f !== 'README.md');
const pipeline = await loadPipeline(defaultPipelineFolder());
const order = datasetOrder(pipeline.forms);

describe('the samples', () => {
  it('have a table that says where each is from', () => {
    const told = readFileSync(path.join(folder, 'README.md'), 'utf8');
    expect(samples.filter((name) => !told.includes(name))).toEqual([]);
  });

  it.each(samples)('are read as is expected of them: %s', async (name) => {
    const expected: unknown = JSON.parse(readFileSync(path.join(folder, `${name.replace(/\.[^.]*$/, '')}.expected.json`), 'utf8'));
    const bytes = readFileSync(path.join(folder, name));
    const read = await runDocument(bytes, { path: name, file: name, sha256: '' }, pipeline);
    expect(differences(expected, expectationOf(read, order), order)).toEqual([]);
  });

  it('fail where a value differs from what is expected', async () => {
    const name = 'huoxian-town-2019.txt';
    const text = readFileSync(path.join(folder, name), 'utf8').replace('予以公开\t2\t', '予以公开\t3\t');
    const read = await runDocument(Buffer.from(text), { path: name, file: name, sha256: '' }, pipeline);
    const expected: unknown = JSON.parse(readFileSync(path.join(folder, 'huoxian-town-2019.expected.json'), 'utf8'));
    expect(differences(expected, expectationOf(read, order), order).join()).toContain('granted');
  });
});
