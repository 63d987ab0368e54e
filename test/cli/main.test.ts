import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { folderWith } from '../batch/folder.js';

// Processes start slowly on a busy machine.
import.meta.jest.setTimeout(60_000);

const root = fileURLToPath(new URL('../..', import.meta.url));

const main = async (...args: readonly string[]) =>
  new Promise<{ code: number; out: string; err: string }>((done) => {
    execFile(process.execPath, ['--import', 'tsx', join(root, 'src/cli/main.ts'), ...args], { cwd: root }, (error, out, err) => done({ code: typeof error?.code === 'number' ? error.code : 0, out, err }));
  });

describe('the program', () => {
  it('tells its version as package.json has it', async () => {
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
    expect(await main('--version')).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });

  it('reads with its own reader, and finds nothing usable in a letter', async () => {
    const folder = await folderWith({ 'in/letter.txt': '亲爱的读者：\n今天天气很好。\n' });
    const { code, out } = await main('run', join(folder, 'in'), '--out', join(folder, 'out'), '--json');
    expect(code).toBe(4);
    expect(JSON.parse(out)).toMatchObject({ documents: 1, documents_without_report: 1, documents_failed: 0, exit_code: 4 });
    expect(await readFile(join(folder, 'out', 'problems.csv'), 'utf8')).toContain(',info,no-report,');
  });
});
