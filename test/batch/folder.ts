import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Batch } from '../../src/batch/run-batch.js';
import type { TablesBatch } from '../../src/batch/tables-batch.js';
import { settings } from '../export/documents.js';

export const fault = (name: string): string => fileURLToPath(new URL(`../faults/${name}`, import.meta.url));

/** A new folder with these files in it. */
export async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-'));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return folder;
}

/** A run over `folder/in` into `folder/out`, by the reader that does what its documents tell it. */
export const batchIn = (folder: string, changes: Partial<Batch> = {}): Batch => ({
  inputs: [join(folder, 'in')],
  out: join(folder, 'out'),
  replace: false,
  jobs: 2,
  limits: { seconds: 60, megabytes: 400 },
  reader: { path: fault('reader.mjs'), arguments: [join(folder, 'journal')], nodeArguments: [] },
  dataset: settings,
  pipeline: 'a hash',
  holder: { pid: process.pid, host: 'here' },
  now: () => new Date('2026-11-23T00:00:00Z'),
  signal: new AbortController().signal,
  samples: 'ignore',
  ...changes,
});

/** A search for tables over `folder/in` into `folder/out`, by the same reader. */
export function tablesBatchIn(folder: string, changes: Partial<TablesBatch> = {}): TablesBatch {
  const { inputs, out, jobs, limits, reader, holder, now, signal } = batchIn(folder);
  return { inputs, out, jobs, limits, reader, holder, now, signal, bom: false, ...changes };
}
