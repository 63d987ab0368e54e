import { EventEmitter } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { interruptionOf } from '../../src/cli/interruption.js';
import { folderWith } from '../batch/folder.js';
import { gongkai } from './command-line.js';
import { settings } from '../export/documents.js';

// Processes start slowly on a busy machine.
import.meta.jest.setTimeout(60_000);

const runIn = async (folder: string, ...options: readonly string[]) => gongkai(folder, ['run', join(folder, 'in'), '--out', join(folder, 'out'), ...options]);

describe('the exit code', () => {
  it.each([
    [0, 'all complete', { 'in/a': 'report 甲' }],
    [0, 'a report, and a document that is clearly none', { 'in/a': 'report 甲', 'in/b': 'nothing' }],
    [3, 'some documents failed', { 'in/a': 'report 甲', 'in/b': 'crash' }],
    [3, 'all documents failed', { 'in/b': 'crash' }],
    [4, 'nothing usable in the input', { 'in/b': 'nothing' }],
    [4, 'no document at all', { 'in/README.md': '' }],
  ])('is %i for %s', async (code, _, files) => {
    expect((await runIn(await folderWith(files))).code).toBe(code);
  });

  it.each([
    ['a file', async () => join(await folderWith({ file: '' }), 'file')],
    ['below a file', async () => join(await folderWith({ file: '' }), 'file', 'out')],
    ['where the system makes no folders', async () => Promise.resolve('/proc/gongkai-out')],
  ])('is 5 where the output folder is %s', async (_, out) => {
    const folder = await folderWith({ 'in/a': 'report 甲' });
    expect(await gongkai(folder, ['run', join(folder, 'in'), '--out', await out()])).toMatchObject({ code: 5, err: expect.stringContaining('--out') as string });
  });

  it.each([
    ['no input', ['run']],
    ['an unknown option', ['run', 'x', '--fast']],
    ['an unknown command', ['walk']],
    ['a job number that is none', ['run', 'x', '--jobs', '0']],
    ['a time that is none', ['run', 'x', '--timeout', 'long']],
    ['an input that is not there', ['run', '/no/such/file', '--out', '/tmp/never-made']],
  ])('is 1 for %s, which is told on stderr alone', async (_, args) => {
    const { code, out, err } = await gongkai('', args, { pipelineIn: async () => Promise.resolve({ folder: await folderWith({}), name: 'x', version: '1', limits: { seconds: 1, megabytes: 100 }, order: { requests: { rows: [], columns: [] }, proceedings: { rows: [], columns: [] }, disclosure: { rows: [], columns: [] } }, labels: [], panel: settings.panel }) });
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).not.toBe('');
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ])('after %s is %i, and the message says that the same command continues', async (name, expected) => {
    const folder = await folderWith({ 'in/a': 'wait' });
    const signals = new EventEmitter();
    const pending = gongkai(folder, ['run', join(folder, 'in'), '--out', join(folder, 'out')], { signal: interruptionOf(signals) });
    signals.emit(name);
    const { code, err } = await pending;
    expect(code).toBe(expected);
    expect(err).toBe('gongkai: Interrupted; what was read so far is kept\n  The same command goes on from here.\n');
  });
});

describe('help and version', () => {
  it('go to standard output, with examples and exit codes', async () => {
    const { code, out } = await gongkai('', ['run', '--help']);
    expect(code).toBe(0);
    expect(out).toContain('gongkai run reports/');
    expect(out).toContain('130, 143  interrupted');
    expect(await gongkai('', ['--version'])).toMatchObject({ code: 0, out: '0.1.0\n' });
    expect((await gongkai('', ['--help'])).out).toContain('gongkai run reports/ --out dataset');
    expect(await gongkai('', ['--help', '--json'])).toMatchObject({ code: 0, out: expect.not.stringContaining('{') as string });
  });
});

describe('the summary', () => {
  it('is for people, on stderr', async () => {
    const folder = await folderWith({ 'in/a': 'report 甲 7', 'in/b': 'crash', 'in/c': 'nothing' });
    const { out, err } = await runIn(folder);
    expect(out).toBe('');
    expect(err.replaceAll(folder, '…')).toBe(`Documents  3: 1 failed, 1 without a report (0.0 s)
Reports    1: 1 complete
Values     1
Checks     0
Dataset    …/out

Worth a look (1 of 2 in problems.csv):
  …/in/b
    error: The reader of this document died (exit code 3)
    Please report it, with the document if it can be shared.
`);
  });

  it('is one JSON object on stdout where that is asked for', async () => {
    const folder = await folderWith({ 'in/a': 'report 甲 7', 'in/b': 'crash' });
    const { out } = await runIn(folder, '--json');
    expect(out.split('\n')).toHaveLength(2);
    expect(JSON.parse(out)).toMatchObject({ program: 'gongkai 0.1.0', pipeline: 'ogi-annual-report', exit_code: 3, documents: 2, documents_failed: 1, reports: 1, values: 1, values_suspect: 0, checks_failed: 0, out: join(folder, 'out'), worth_a_look: [{ code: 'crashed' }] });
  });

  it('of a run that could not begin is JSON, too', async () => {
    const { out, code } = await gongkai('', ['run', '/no/such/file', '--out', '/tmp/never-made', '--json'], { pipelineIn: async () => Promise.resolve({ folder: await folderWith({}), name: 'x', version: '1', limits: { seconds: 1, megabytes: 100 }, order: { requests: { rows: [], columns: [] }, proceedings: { rows: [], columns: [] }, disclosure: { rows: [], columns: [] } }, labels: [], panel: settings.panel }) });
    expect(JSON.parse(out)).toMatchObject({ exit_code: code, error: 'There is no file or folder /no/such/file' });
  });

  it('of a command that was not understood is JSON, too', async () => {
    const { out, err, code } = await gongkai('', ['run', 'x', '--jbos', '2', '--json']);
    expect(JSON.parse(out)).toMatchObject({ exit_code: 1, error: expect.stringContaining("unknown option '--jbos'") as string });
    expect(code).toBe(1);
    expect(err).toContain('Did you mean --jobs?');
    expect(JSON.parse((await gongkai('', ['run', 'x', '--jobs', '0', '--json'])).out)).toMatchObject({ exit_code: 1, error: expect.stringContaining('whole number') as string });
  });

  it('lets no control character of a file name reach the terminal', async () => {
    const folder = await folderWith({ 'in/\u001b[31mred\u0007\u202e.pdf': 'crash' });
    const { err } = await runIn(folder);
    expect(err).toContain('�[31mred�.pdf');
    // What is left of the controls are the ends of lines.
    expect(err).toMatch(/^[^\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]*$/);
  });
});

describe('the progress line', () => {
  it('is drawn on a terminal, and nowhere else', async () => {
    const folder = await folderWith({ 'in/a': 'report 甲' });
    let drawn = '';
    const write = (chunk: Buffer, _: string, done: () => void): void => {
      drawn += chunk.toString();
      done();
    };
    const terminal = Object.assign(new Writable({ write }), { isTTY: true, columns: 80 });
    const { out, err } = await gongkai(folder, ['run', join(folder, 'in'), '--out', join(folder, 'out')], { terminal });
    expect(drawn).toContain('1/1 documents');
    expect(out + err).not.toContain('1/1 documents');
  });
});

describe('options', () => {
  it('--bom begins each CSV file with a byte order mark', async () => {
    const folder = await folderWith({ 'in/a': 'report 甲' });
    await runIn(folder, '--bom');
    expect((await readFile(join(folder, 'out', 'reports.csv'), 'utf8')).startsWith('\ufeffreport_id,')).toBe(true);
    expect((await readFile(join(folder, 'out', 'datapackage.json'), 'utf8')).startsWith('{')).toBe(true);
  });

  it('--replace puts the dataset beside other files', async () => {
    const folder = await folderWith({ 'in/a': 'report 甲', 'out/thesis.docx': 'years of work' });
    expect((await runIn(folder)).code).toBe(1);
    expect((await runIn(folder, '--replace')).code).toBe(0);
    expect(await readdir(join(folder, 'out'))).toEqual(expect.arrayContaining(['thesis.docx', 'reports.csv']));
  });

  it('--timeout limits the time of one document', async () => {
    const { err } = await runIn(await folderWith({ 'in/a': 'hang' }), '--timeout', '0.3');
    expect(err).toContain('Reading took longer than 0.3 s and was stopped');
  });
});

describe('--expect', () => {
  it('is content with what was accepted, and tells what differs from it', async () => {
    const folder = await folderWith({ 'in/a.txt': 'report 甲 7', 'in/b.txt': 'crash' });
    const accepted = await runIn(folder, '--accept');
    expect(accepted.code).toBe(0);
    expect(accepted.err).toContain(`accepted     ${join(folder, 'in/a.txt')}`);
    expect((await readdir(join(folder, 'in'))).sort()).toEqual(['a.expected.json', 'a.txt', 'b.expected.json', 'b.txt']);

    const again = await runIn(folder, '--expect');
    expect(again.code).toBe(0);
    expect(again.err).toContain(`as expected  ${join(folder, 'in/a.txt')}`);

    await writeFile(join(folder, 'in/a.txt'), 'report 甲 8');
    const other = await runIn(folder, '--expect');
    expect(other.code).toBe(2);
    expect(other.err).toContain('requests new/total: expected "7", read "8"');
  });

  it('does not let an input without an expectation pass', async () => {
    const folder = await folderWith({ 'in/a.txt': 'report 甲 7' });
    const { code, err } = await runIn(folder, '--expect');
    expect(code).toBe(2);
    expect(err).toContain(`there is no ${join(folder, 'in/a.expected.json')}`);
  });

  it('says of a spoilt expectation that it is spoilt', async () => {
    const folder = await folderWith({ 'in/a.txt': 'report 甲 7', 'in/a.txt.expected.json': '{' });
    const { code, err } = await runIn(folder, '--expect');
    expect(code).toBe(2);
    expect(err).toContain('is no JSON');
  });

  it('keeps the expectations of two files apart that differ in their ending alone', async () => {
    const folder = await folderWith({ 'in/a.txt': 'report 甲 7', 'in/a.pdf': 'report 乙 8' });
    await runIn(folder, '--accept');
    expect((await readdir(join(folder, 'in'))).sort()).toEqual(['a.pdf', 'a.pdf.expected.json', 'a.txt', 'a.txt.expected.json']);
    expect((await runIn(folder, '--expect')).code).toBe(0);
  });
});
