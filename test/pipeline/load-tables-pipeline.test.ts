import { defaultTablesPipelineFolder, loadTablesPipeline } from '../../src/pipeline/load-tables-pipeline.js';
import { folderWith } from '../batch/folder.js';

const limits = 'limits: { seconds: 1, megabytes: 2, file_megabytes: 3, pages: 4 }\n';

describe('a pipeline of tables', () => {
  it('comes with the program', async () => {
    expect(await loadTablesPipeline(defaultTablesPipelineFolder())).toMatchObject({ name: 'tables', limits: { pages: 600 } });
  });

  it.each([
    ['with a key that there is not', `name: tables\nversion: "1"\nforms: []\n${limits}`, 'forms'],
    ['without limits', 'name: tables\nversion: "1"\n', 'limits'],
    ['that is no YAML', 'name: [', 'pipeline.yaml'],
  ])('%s stops the run and says where', async (_, yaml, told) => {
    const folder = await folderWith({ 'pipeline.yaml': yaml });
    await expect(loadTablesPipeline(folder)).rejects.toMatchObject({ name: 'StopRun', exitCode: 1, message: expect.stringContaining(told) as string });
  });

  it('that is not there stops the run', async () => {
    await expect(loadTablesPipeline('/no/such/folder')).rejects.toMatchObject({ exitCode: 1 });
  });
});
