import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { listedReports } from '../../src/acquire/crawl/listed-reports.js';
import { readList } from '../../src/acquire/lists/read-list.js';
import { defaultPipelineFolder } from '../../src/pipeline/load-pipeline.js';
import { loadSources } from '../../src/pipeline/load-sources.js';
import { folderWith } from '../batch/folder.js';

const recorded = path.join(import.meta.dirname, '../recorded/sources');
interface Expected {
  readonly page: string;
  /** Where the list goes on; nowhere where it has one page. */
  readonly next?: string;
  readonly reports: readonly object[];
}
const expected = JSON.parse(readFileSync(path.join(recorded, 'expected.json'), 'utf8')) as Record<string, Expected>;
const files = readdirSync(path.join(defaultPipelineFolder(), 'sources')).filter((file) => file.endsWith('.yaml')).map((file) => path.basename(file, '.yaml'));
const sources = await loadSources(defaultPipelineFolder());

describe('a source of the pipeline', () => {
  it.each(files)('%s has a recorded list, in which its rules find what is expected', async (id) => {
    const { page, next, reports } = expected[id] ?? { page: '', reports: [] };
    const source = await sources.named(id);
    const [request = { address: '' }] = source.start;
    const reading = readList({ request, address: request.address, text: readFileSync(path.join(recorded, page), 'utf8') }, source.layouts);
    expect(listedReports(reading, source, request.address).reports.map(({ address, listed }) => ({ address, ...listed }))).toEqual(reports.map((one) => ({ ...one, list: request.address, source: id })));
    expect(reports.length).toBeGreaterThan(0);
    expect(reading.further.map(({ address }) => address)).toEqual(next === undefined ? [] : [next]);
  });

  it('that is an example is not crawled unless it is named', () => {
    expect(sources.ids.filter((id) => id.startsWith('example'))).toEqual([]);
  });
});

describe('a source of a user', () => {
  const named = async (yaml: string): Promise<unknown> => {
    const folder = await folderWith({});
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'mine.yaml'), yaml);
    return sources.named(path.join(folder, 'mine.yaml'));
  };

  it('is a file, called by its name', async () => {
    expect(await named('name: 甲县\nstart: [http://a.example/list/]\n')).toMatchObject({ id: 'mine', start: [{ address: 'http://a.example/list/' }], pages: 200 });
  });

  it('is an address alone, called by it', async () => {
    expect(await sources.named('http://a.example/list')).toMatchObject({ id: 'http://a.example/list', start: [{ address: 'http://a.example/list' }] });
  });

  it.each([
    ['a key that is not known', 'name: 甲县\nstart: [http://a.example/]\nselector: ul\n', /selector/],
    ['a system that is not known', 'name: 甲县\nstart: [http://a.example/]\nsystem: drupal\n', /drupal is none of jpage, gkmlpt/],
    ['no address', 'name: 甲县\nstart: []\n', /start/],
    ['an address that is none', 'name: 甲县\nstart: [ftp://a.example/]\n', /start/],
    ['a pattern that is none', 'name: 甲县\nstart: [http://a.example/]\nreports: { is: ["("] }\n', /no regular expression/],
  ])('is refused for %s', async (_, yaml, message) => {
    await expect(named(yaml)).rejects.toMatchObject({ exitCode: 1, message: expect.stringMatching(message) as string });
  });

  it('that is not there is told, with those that are', async () => {
    await expect(sources.named('nowhere')).rejects.toMatchObject({ exitCode: 1, hint: expect.stringContaining('example-county') as string });
    await expect(sources.named('/none/x.yaml')).rejects.toMatchObject({ exitCode: 1 });
  });
});
