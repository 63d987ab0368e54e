import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { folderWith } from '../batch/folder.js';
import { builtCommand } from '../built-program.js';

// Processes start slowly on a busy machine.
import.meta.jest.setTimeout(60_000);

const root = fileURLToPath(new URL('../..', import.meta.url));

const main = async (...args: readonly string[]) =>
  new Promise<{ code: number; out: string; err: string }>((done) => {
    execFile(process.execPath, [builtCommand, ...args], { cwd: root }, (error, out, err) => done({ code: typeof error?.code === 'number' ? error.code : 0, out, err }));
  });

/** Tells the version to a standard output of the caller's. */
async function versionTo(stdout: 'pipe' | number): Promise<{ code: unknown; err: string }> {
  const child = spawn(process.execPath, [builtCommand, '--version'], { cwd: root, stdio: ['ignore', stdout, 'pipe'] });
  child.stdout?.destroy();
  let err = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => void (err += text));
  const [code] = (await once(child, 'close')) as [unknown];
  return { code, err };
}

describe('the program', () => {
  it('does not mind a reader that has seen enough', async () => {
    expect(await versionTo('pipe')).toEqual({ code: 0, err: '' });
  });

  it('ends with 5 where its data could not be written', async () => {
    const readOnly = await open(join(root, 'package.json'), 'r');
    const { code, err } = await versionTo(readOnly.fd);
    await readOnly.close();
    expect(code).toBe(5);
    expect(err).toContain("Can't write to standard output: EBADF");
  });

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
