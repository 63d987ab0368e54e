import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultPipelineFolder } from '../../src/pipeline/load-pipeline.js';

/** A copy of the delivered pipeline that asks sites without pauses, for sites on the loopback. `more` is put behind its pipeline.yaml. */
export async function quickPipeline(more = ''): Promise<string> {
  const folder = join(await mkdtemp(join(tmpdir(), 'gongkai-')), 'pipeline');
  await cp(defaultPipelineFolder(), folder, { recursive: true });
  const file = join(folder, 'pipeline.yaml');
  const text = await readFile(file, 'utf8');
  await writeFile(file, `${text.replace(/^ {2}(pause_seconds|pause_times_answer|backoff_seconds):\s*\d+/gm, (_, name: string) => `  ${name}: ${name === 'backoff_seconds' ? '0.01' : '0'}`)}\n${more}`);
  return folder;
}
