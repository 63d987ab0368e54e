import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename } from 'node:path';

/** After the tests: the folder of their temporary ones goes, and what is in it. */
export default async function afterTests(): Promise<void> {
  if (basename(tmpdir()).startsWith('gongkai-tests-')) await rm(tmpdir(), { recursive: true, force: true });
}
