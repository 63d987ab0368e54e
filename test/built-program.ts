import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** The command as it is delivered, for tests that start it as a process. */
export const builtCommand = join(root, 'dist/cli/main.js');

const newest = (folder: string): number => Math.max(0, ...readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => statSync(join(root, folder, file)).mtimeMs));

/** Before the tests: builds the command anew where a source is younger than it, and makes one folder for what they put into temporary ones, `after-tests.ts` removes it. */
export default function beforeTests(): void {
  const built = statSync(builtCommand, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (built < newest('src')) execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, 'tsconfig.build.json')], { stdio: 'inherit' });
  process.env['TMPDIR'] = mkdtempSync(join(tmpdir(), 'gongkai-tests-'));
}
