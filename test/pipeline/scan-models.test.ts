/** @jest-environment ./test/ocr/outer-realm.mjs */
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { defaultPipelineFolder, loadPipeline } from '../../src/pipeline/load-pipeline.js';
import { KeptReaders } from '../../src/pipeline/scan-readers.js';
import { folderWith } from '../batch/folder.js';

/** The pipeline that comes with the program, with more in its pipeline.yaml. */
async function pipelineWith(yaml: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'gongkai-'));
  await cp(defaultPipelineFolder(), folder, { recursive: true });
  const file = path.join(folder, 'pipeline.yaml');
  await writeFile(file, `${await readFile(file, 'utf8')}\n${yaml}`);
  return folder;
}

describe('the models of the readers of scans', () => {
  it('are those of the installed packages, where the pipeline names none', async () => {
    expect((await loadPipeline(defaultPipelineFolder())).models).toEqual({});
  });

  it('may be named in the pipeline, from its folder', async () => {
    const folder = await pipelineWith('models: { recognition: models/rec.onnx, tesseract: /opt/tessdata }\n');
    expect((await loadPipeline(folder)).models).toEqual({ recognition: path.join(folder, 'models/rec.onnx'), tesseract: '/opt/tessdata' });
  });

  it('have names; another one stops the run', async () => {
    const folder = await pipelineWith('models: { recogniton: models/rec.onnx }\n');
    await expect(loadPipeline(folder)).rejects.toMatchObject({ exitCode: 1, message: expect.stringContaining('recogniton') as string });
  });

  it.each([
    ['detection', '/no/such/det.onnx', '/no/such/det.onnx'],
    ['dictionary', '/no/such/keys.txt', '/no/such/keys.txt'],
    ['tesseract', '/no/such/folder', '/no/such/folder/eng.traineddata.gz'],
  ])('stop the run with exit code 6 where the %s is not there, and say which and what to do', async (name, file, told) => {
    await expect(new KeptReaders({ [name]: file }).open()).rejects.toMatchObject({ name: 'StopRun', exitCode: 6, message: `A model for reading scans is missing: ${told}`, hint: expect.stringContaining('`models` in pipeline.yaml') as string });
  });

  it('stop the run with exit code 6 where one is broken', async () => {
    const folder = await folderWith({ 'det.onnx': 'no model' });
    const detection = path.join(folder, 'det.onnx');
    await expect(new KeptReaders({ detection }).open()).rejects.toMatchObject({ name: 'StopRun', exitCode: 6, message: expect.stringContaining(detection) as string });
  });
});
