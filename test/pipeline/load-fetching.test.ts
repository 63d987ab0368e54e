import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { StopRun } from '../../src/model/errors.js';
import { loadFetching } from '../../src/pipeline/load-fetching.js';
import { defaultPipelineFolder } from '../../src/pipeline/load-pipeline.js';

describe('how sites are asked', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'gongkai-'));
    for (const name of ['pipeline.yaml', 'answers.yaml']) await cp(path.join(defaultPipelineFolder(), name), path.join(folder, name));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const changed = async (name: string, from: string | RegExp, to: string): Promise<void> => {
    const file = path.join(folder, name);
    await writeFile(file, (await readFile(file, 'utf8')).replace(from, to));
  };

  it('is loaded from the delivered pipeline', async () => {
    const { settings, marks } = await loadFetching(folder);
    expect(settings.agent).toBe('gongkai');
    expect(marks.marks.length).toBeGreaterThan(10);
  });

  it.each([
    ['pipeline.yaml', /pause_seconds:/, 'pause_second:', 'pause_second'],
    ['pipeline.yaml', /contact: \S+/, 'contact: "a b"', 'contact'],
    ['pipeline.yaml', /redirects: 10/, 'redirects: -1', 'redirects'],
    ['answers.yaml', /code: blocked/, 'code: banned', 'code'],
    ['answers.yaml', /status: \[412\]/, 'at_most: 3', 'names nothing to know the answer by'],
    ['answers.yaml', /status: \[412\]/, "text: '('", 'is no regular expression'],
  ])('is refused where %s has a fault (%s)', async (name, from, to, said) => {
    await changed(name, from, to);
    await expect(loadFetching(folder)).rejects.toThrow(StopRun);
    await expect(loadFetching(folder)).rejects.toThrow(said);
  });
});
