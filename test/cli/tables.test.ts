import { EventEmitter } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { interruptionOf } from '../../src/cli/interruption.js';
import type { LoadedTablesPipeline, Surroundings } from '../../src/cli/surroundings.js';
import type { TablesWork } from '../../src/batch/tables-batch.js';
import { fault, folderWith } from '../batch/folder.js';
import { gongkai } from './command-line.js';

// Processes start slowly on a busy machine.
import.meta.jest.setTimeout(60_000);

const tablesIn = async (folder: string, options: readonly string[] = [], changes: Partial<Surroundings> = {}) => gongkai(folder, ['tables', join(folder, 'in'), '--out', join(folder, 'out'), ...options], changes);

describe('the exit code of gongkai tables', () => {
  it.each([
    [0, 'tables that were found', { 'in/a': 'tables 2' }],
    [0, 'a document that has no tables', { 'in/a': 'tables 0' }],
    [3, 'a document that failed', { 'in/a': 'tables 2', 'in/b': 'crash' }],
    [4, 'no document at all', { 'in/README.md': '' }],
  ])('is %i for %s', async (code, _, files) => {
    expect((await tablesIn(await folderWith(files))).code).toBe(code);
  });

  it('is 4 for nothing but formats that are not read', async () => {
    // The real reader, which knows no such format.
    const folder = await folderWith({ 'in/a.bin': '\u0001\u0002\u0000\ud800' });
    const worker = (pipeline: LoadedTablesPipeline, work: TablesWork) => ({ path: new URL('../../src/batch/tables-worker.ts', import.meta.url).pathname, arguments: [pipeline.folder, JSON.stringify(work)], nodeArguments: ['--import', 'tsx'] });
    const pipeline = new URL('../../pipelines/tables', import.meta.url).pathname;
    const { code, err } = await tablesIn(folder, [], { tablesReaderFor: worker, tablesPipelineIn: () => Promise.resolve({ folder: pipeline, name: 'tables', version: '1', limits: { seconds: 60, megabytes: 800 } }) });
    expect(err).toContain('Documents  1: 1 of no format that is read');
    expect(code).toBe(4);
  });

  it.each([
    ['no input', ['tables']],
    ['an unknown option', ['tables', 'x', '--fast']],
    ['an input that is not there', ['tables', '/no/such/file', '--out', '/tmp/never-made']],
  ])('is 1 for %s, which is told on stderr alone', async (_, args) => {
    const { code, out, err } = await gongkai(await folderWith({}), args);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).not.toBe('');
  });

  it('after an interrupt is 130', async () => {
    const folder = await folderWith({ 'in/a': 'wait' });
    const signals = new EventEmitter();
    const pending = tablesIn(folder, [], { signal: interruptionOf(signals) });
    signals.emit('SIGINT');
    expect(await pending).toMatchObject({ code: 130, out: '' });
  });
});

describe('what gongkai tables says', () => {
  it('is for people on stderr, with the documents that could not be read', async () => {
    const folder = await folderWith({ 'in/a': 'tables 2', 'in/b': 'crash', 'in/c': 'tables 0' });
    const { out, err } = await tablesIn(folder);
    expect(out).toBe('');
    expect(err.replaceAll(folder, '…')).toBe(`Documents  3: 1 failed, 1 without tables (0.0 s)
Tables     2
Folder     …/out

Worth a look (1 in problems.csv):
  …/in/b
    error: The reader of this document died (exit code 3)
    Please report it, with the document if it can be shared.
`);
    expect((await readFile(join(folder, 'out/problems.csv'), 'utf8')).replaceAll(folder, '…')).toBe('source,severity,code,place,message,hint\n…/in/b,error,crashed,,The reader of this document died (exit code 3),"Please report it, with the document if it can be shared."\n');
  });

  it('is one JSON object on stdout where that is asked for', async () => {
    const folder = await folderWith({ 'in/a': 'tables 2', 'in/b': 'crash' });
    const { out } = await tablesIn(folder, ['--json']);
    expect(out.split('\n')).toHaveLength(2);
    expect(JSON.parse(out)).toEqual({
      program: 'gongkai 0.1.0',
      pipeline: 'tables',
      pipeline_version: '3',
      out: join(folder, 'out'),
      exit_code: 3,
      seconds: 0,
      documents: 2,
      documents_failed: 1,
      documents_unknown_format: 0,
      documents_without_tables: 0,
      tables: 2,
      problems: 1,
      worth_a_look: [expect.objectContaining({ source: join(folder, 'in/b'), code: 'crashed' })],
    });
  });

  it('tells on --help what is written, with examples', async () => {
    const { code, out } = await gongkai('', ['tables', '--help']);
    expect(code).toBe(0);
    expect(out).toContain('gongkai tables paper.pdf');
    expect(out).toContain('NAME-1.csv');
    expect(out).toContain('--no-join');
  });
});

describe('the options of gongkai tables', () => {
  it.each([
    [[], { bom: false, debug: false, join: true }],
    [['--no-join', '--debug', '--bom'], { bom: true, debug: true, join: false }],
  ])('%j reach the reader', async (options, work) => {
    const orders: TablesWork[] = [];
    const tablesReaderFor = (_: LoadedTablesPipeline, order: TablesWork) => {
      orders.push(order);
      return { path: fault('reader.mjs'), arguments: [], nodeArguments: [] };
    };
    await tablesIn(await folderWith({ 'in/a': 'tables' }), options, { tablesReaderFor });
    expect(orders).toEqual([work]);
  });

  it('--timeout limits the time of one document', async () => {
    expect((await tablesIn(await folderWith({ 'in/a': 'hang' }), ['--timeout', '0.3'])).err).toContain('Reading took longer than 0.3 s and was stopped');
  });
});
