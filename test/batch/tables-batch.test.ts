import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { makeArchive } from '../../src/acquire/archive/open-archive.js';
import type { Progress } from '../../src/batch/run-batch.js';
import { findTablesOfAll } from '../../src/batch/tables-batch.js';
import { answer, now } from '../acquire/archive/archive.js';
import { fault, folderWith, tablesBatchIn } from './folder.js';

// Processes start slowly on a busy machine.
import.meta.jest.setTimeout(60_000);

const filesIn = async (folder: string): Promise<readonly string[]> => (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).sort();
const outOf = async (folder: string): Promise<readonly string[]> => filesIn(join(folder, 'out'));
const textIn = async (folder: string, name: string): Promise<string> => readFile(join(folder, 'out', name), 'utf8');

describe('the tables of many documents', () => {
  it('are put into one folder, each document under its own name, and nothing else is left', async () => {
    const folder = await folderWith({ 'in/a.pdf': 'tables 2', 'in/x/a.pdf': 'tables 1', 'in/x/b.pdf': 'tables 0' });
    expect(await findTablesOfAll(tablesBatchIn(folder))).toMatchObject({ documents: 3, tables: 3, withoutTables: 1, failedDocuments: 0, problems: 0, out: join(folder, 'out') });
    expect(await outOf(folder)).toEqual(['a-1.csv', 'a-2.csv', 'a.json', 'problems.csv', 'x/a-1.csv', 'x/a.json', 'x/b.json']);
    expect((await readdir(folder)).sort()).toEqual(['in', 'journal', 'out']);
  });

  it('of documents with one base name do not take the place of one another', async () => {
    const folder = await folderWith({ 'x/a.pdf': 'tables', 'y/a.pdf': 'tables' });
    await findTablesOfAll(tablesBatchIn(folder, { inputs: [join(folder, 'x/a.pdf'), join(folder, 'y/a.pdf')] }));
    expect(await outOf(folder)).toEqual(['problems.csv', 'x/a-1.csv', 'x/a.json', 'y/a-1.csv', 'y/a.json']);
  });

  it('are found though other documents crash, hang or eat memory, which is told', async () => {
    const folder = await folderWith({ 'in/a': 'tables', 'in/crash': 'crash', 'in/hang': 'hang', 'in/eat': 'eat-memory', 'in/z': 'tables' });
    const { failedDocuments, tables, worthALook } = await findTablesOfAll(tablesBatchIn(folder, { limits: { seconds: 3, megabytes: 200 } }));
    expect({ failedDocuments, tables }).toEqual({ failedDocuments: 3, tables: 2 });
    expect(worthALook.map((one) => one.severity)).toEqual(['error', 'error', 'error']);
    expect(await outOf(folder)).toEqual(['a-1.csv', 'a.json', 'problems.csv', 'z-1.csv', 'z.json']);
    expect((await textIn(folder, 'problems.csv')).split('\n').map((line) => line.split(',').slice(1, 3).join(' '))).toEqual(['severity code', 'error crashed', expect.stringMatching(/error (?:out-of-memory|timeout)/), 'error timeout', '']);
  });

  it('are the same bytes whatever the number of workers', async () => {
    const folder = await folderWith({ 'in/a': 'tables 3', 'in/b': 'crash', 'in/c': 'tables 1', 'in/d': 'tables 0' });
    const bytes = async (jobs: number): Promise<readonly string[]> => {
      await findTablesOfAll(tablesBatchIn(folder, { jobs, out: join(folder, 'out') }));
      return Promise.all((await outOf(folder)).map((name) => textIn(folder, name)));
    };
    expect(await bytes(1)).toEqual(await bytes(4));
  });

  it('stop where nothing can be written', async () => {
    const folder = await folderWith({ 'in/a': 'no-disk' });
    await expect(findTablesOfAll(tablesBatchIn(folder))).rejects.toMatchObject({ name: 'StopRun', exitCode: 5 });
  });
});

describe('a folder with the tables of an earlier run', () => {
  it('keeps nothing of a document that the new run does not find', async () => {
    const folder = await folderWith({ 'in/a': 'tables 3', 'in/b': 'tables 1' });
    await findTablesOfAll(tablesBatchIn(folder));
    await writeFile(join(folder, 'in/a'), 'tables 1');
    await writeFile(join(folder, 'in/b'), 'crash');
    await findTablesOfAll(tablesBatchIn(folder));
    expect(await outOf(folder)).toEqual(['a-1.csv', 'a.json', 'problems.csv']);
  });

  it('keeps those of documents that are not among the new ones', async () => {
    const folder = await folderWith({ 'in/a': 'tables', 'in/b': 'tables' });
    await findTablesOfAll(tablesBatchIn(folder));
    await rm(join(folder, 'in/a'));
    await findTablesOfAll(tablesBatchIn(folder));
    expect(await outOf(folder)).toEqual(['a-1.csv', 'a.json', 'b-1.csv', 'b.json', 'problems.csv']);
  });

  it('is not taken for documents when it lies among them', async () => {
    const folder = await folderWith({ 'in/a': 'tables' });
    const batch = tablesBatchIn(folder, { out: join(folder, 'in', 'tables') });
    await findTablesOfAll(batch);
    expect((await findTablesOfAll(batch)).documents).toBe(1);
  });
});

describe('a folder with the files of others', () => {
  it('is used, and they are left alone', async () => {
    const folder = await folderWith({ 'in/a': 'tables', 'out/thesis.docx': 'years of work', 'out/b.json': '{}', 'out/a-notes.csv': 'mine' });
    await findTablesOfAll(tablesBatchIn(folder));
    expect(await outOf(folder)).toEqual(['a-1.csv', 'a-notes.csv', 'a.json', 'b.json', 'problems.csv', 'thesis.docx']);
    expect(await textIn(folder, 'a-notes.csv')).toBe('mine');
  });

  it.each([
    ['the JSON of a document', 'out/a.json', '{"mine": 1}'],
    ['an empty JSON', 'out/a.json', ''],
    ['a table of a document', 'out/a-1.csv', 'mine'],
    ['a picture of a page', 'out/a-p3.svg', '<svg/>'],
    ['the problems, and is those of a dataset', 'out/problems.csv', 'source,report_id,severity\n'],
    ['a document below a folder', 'out/x/b.json', '[]'],
  ])('is refused before anything is read where one has the name of %s', async (_, name, text) => {
    const folder = await folderWith({ 'in/a': 'tables', 'in/x/b': 'tables', [name]: text });
    await expect(findTablesOfAll(tablesBatchIn(folder))).rejects.toMatchObject({ name: 'StopRun', exitCode: 1, message: expect.stringContaining(join(folder, name)) as string });
    expect(await readFile(join(folder, name), 'utf8')).toBe(text);
    expect((await readdir(folder)).sort()).toEqual(['in', 'out']);
  });

  it('is refused where a link or a folder stands in the place of a file', async () => {
    const folder = await folderWith({ 'in/a': 'tables', 'in/b': 'tables', 'mine.json': '{"writer":"gongkai tables","source":"x",\n"files":[],\n' });
    await mkdir(join(folder, 'out'));
    await symlink(join(folder, 'mine.json'), join(folder, 'out', 'a.json'));
    await expect(findTablesOfAll(tablesBatchIn(folder))).rejects.toMatchObject({ exitCode: 1 });
  });

  it('loses nothing to a JSON that lists files of others as its own', async () => {
    const folder = await folderWith({ 'in/a': 'tables', 'out/a.json': '{"writer":"gongkai tables","source":"in/a",\n"files":["../in/a","thesis-1.csv","a-1.csv/../../in/a","a-1.csv"],\n"tables":[]}\n', 'out/thesis-1.csv': 'years of work', 'out/a-1.csv': 'old' });
    await findTablesOfAll(tablesBatchIn(folder));
    expect(await outOf(folder)).toEqual(['a-1.csv', 'a.json', 'problems.csv', 'thesis-1.csv']);
    expect(await filesIn(join(folder, 'in'))).toEqual(['a']);
  });

  it('that is a file is said to be one', async () => {
    const folder = await folderWith({ 'in/a': 'tables', out: '' });
    await expect(findTablesOfAll(tablesBatchIn(folder))).rejects.toMatchObject({ name: 'StopRun', exitCode: 5, message: `${join(folder, 'out')} is a file, or lies below one` });
  });
});

describe('a run that does not come to its end', () => {
  const documents = { 'in/a': 'tables 2', 'in/b': 'tables 1', 'in/z': 'wait' };

  it('when interrupted keeps whole documents, has no problems.csv, and says what the same command does', async () => {
    const folder = await folderWith(documents);
    const interruption = new AbortController();
    const onProgress = ({ done }: Progress): void => {
      if (done === 2) interruption.abort(130);
    };
    await expect(findTablesOfAll(tablesBatchIn(folder, { jobs: 1, signal: interruption.signal, onProgress }))).rejects.toMatchObject({ name: 'StopRun', exitCode: 130, hint: 'The same command finds all of them, and begins anew.' });
    expect(await outOf(folder)).toEqual(['a-1.csv', 'a-2.csv', 'a.json', 'b-1.csv', 'b.json']);
    expect((await readdir(folder)).sort()).toEqual(['in', 'journal', 'out']);
  });

  it('when killed is made whole by the same command', async () => {
    const folder = await folderWith(documents);
    const run = spawn(process.execPath, ['--import', 'tsx', fault('tables.ts'), folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    const closed = once(run, 'close');
    for await (const line of createInterface({ input: run.stdout })) if (line === 'b') run.kill('SIGKILL');
    await closed;
    // As a kill between two renames leaves it: the list is there, a table is not.
    await rm(join(folder, 'out', 'a-2.csv'));
    await writeFile(join(folder, 'in', 'z'), 'tables 1');
    expect(await findTablesOfAll(tablesBatchIn(folder))).toMatchObject({ documents: 3, tables: 4 });
    expect(await outOf(folder)).toEqual(['a-1.csv', 'a-2.csv', 'a.json', 'b-1.csv', 'b.json', 'problems.csv', 'z-1.csv', 'z.json']);
    expect((await readdir(folder)).sort()).toEqual(['in', 'journal', 'out']);
  });
});

describe('the tables of an archive', () => {
  it('are those of its documents in their newest versions, without its lists, under names for people, and say where they are from', async () => {
    const folder = await folderWith({});
    const archive = await makeArchive(join(folder, 'in'), now);
    const kept = (address: string, text: string, role: 'document' | 'list' = 'document') => archive.record({ address, role }, answer(address, text, { headers: { 'content-type': 'application/pdf' } }));
    await kept('http://a.test/nb/1.pdf', 'tables 3');
    await kept('http://a.test/nb/1.pdf', 'tables 1');
    await kept('http://a.test/nb/show?id=2', 'tables 2');
    await kept('http://a.test/nb/', 'tables 5', 'list');
    await kept('http://b.test/1.pdf', 'crash');
    archive.close();
    expect(await findTablesOfAll(tablesBatchIn(folder))).toMatchObject({ documents: 3, tables: 3, failedDocuments: 1 });
    expect(await outOf(folder)).toEqual(['a.test/nb/1-1.csv', 'a.test/nb/1.json', 'a.test/nb/show_id=2-1.csv', 'a.test/nb/show_id=2-2.csv', 'a.test/nb/show_id=2.json', 'problems.csv']);
    expect((await textIn(folder, 'problems.csv')).split('\n')[1]).toMatch(/^http:\/\/b\.test\/1\.pdf,error,crashed,/);
  });
});
