import { mkdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Problem } from '../export/problems-table.js';
import { tableNames } from '../export/table-names.js';
import { TablesFolder } from '../export/tables-folder.js';
import { tablesProblems, writeTablesProblems } from '../export/tables-problems.js';
import { Tally } from '../export/totals.js';
import { unwritable } from '../export/unwritable.js';
import { writtenNothing, type TablesSettings, type WrittenTables } from '../export/write-tables.js';
import { without } from '../pipeline/without-tables.js';
import { SourceBytes } from './containers/source-bytes.js';
import { Lock, type Holder } from './lock.js';
import { interruption, lossOf, readEach, type ReadSettings } from './read-each.js';
import type { Progress } from './run-batch.js';
import { runInputs, type RunInput } from './run-inputs.js';
import { makeRunFolder, removeRunFolder, runFolderOf, type RunFolder } from './run-folder.js';

/** What a reader process is told to do with every document. */
export interface TablesWork extends TablesSettings {
  /** A table over page breaks is one. */
  readonly join: boolean;
}

export interface TablesBatch extends ReadSettings {
  readonly inputs: readonly string[];
  readonly out: string;
  readonly bom: boolean;
  readonly holder: Holder;
  readonly now: () => Date;
  readonly onProgress?: (progress: Progress) => void;
}

export interface TablesOutcome {
  readonly documents: number;
  readonly failedDocuments: number;
  /** Of no format that is read. */
  readonly otherDocuments: number;
  /** Read, and there is no table in them. */
  readonly withoutTables: number;
  readonly tables: number;
  readonly problems: number;
  /** The first errors, then the first warnings. */
  readonly worthALook: readonly Problem[];
  /** Absolute path of the folder. */
  readonly out: string;
}

/**
 * Finds the tables of all documents, each read and written in a process that
 * may be killed, and puts the files of each into their place when they are
 * whole. problems.csv comes last: a folder that has one is through.
 */
export async function findTablesOfAll(batch: TablesBatch): Promise<TablesOutcome> {
  const folder = await runFolderOf(batch.out);
  const inputs = await runInputs(batch.inputs, [folder.out, folder.path], batch.now);
  const names = tableNames(inputs.map(({ name }) => name), batch.inputs);
  // Before anything is made: what is in the way is told without a trace.
  await TablesFolder.open(folder.out, [...names.values()]);
  await makeRunFolder(folder);
  const lock = await Lock.take(folder.lock, batch.holder, batch.now);
  try {
    await makeStaging(folder);
    const out = await TablesFolder.open(folder.out, [...names.values()]);
    await out.begin();
    const written = await readAll(inputs, names, folder, out, batch);
    const problems = tablesProblems(written);
    await writeTablesProblems(problems, folder.staging, batch);
    batch.signal.throwIfAborted();
    await lock.assertHeld();
    await out.finish(folder.staging);
    return { ...countsOf(written), ...told(problems), out: folder.out };
  } catch (error) {
    throw interruption(batch.signal, 'Interrupted; the tables that were found so far are in their place', 'The same command finds all of them, and begins anew.') ?? error;
  } finally {
    await rm(folder.staging, { recursive: true, force: true }).catch(() => undefined);
    await lock.release();
    await removeRunFolder(folder);
  }
}

async function makeStaging({ staging }: RunFolder): Promise<void> {
  try {
    await rm(staging, { recursive: true, force: true });
    await mkdir(staging, { recursive: true });
  } catch (error) {
    throw unwritable(error, staging);
  }
}

async function readAll(inputs: readonly RunInput[], names: ReadonlyMap<string, string>, folder: RunFolder, out: TablesFolder, batch: TablesBatch): Promise<readonly WrittenTables[]> {
  const numbered = new Map(inputs.map((input, number) => [input.source, { ...input, number }] as const));
  let done = 0;
  const bytes = new SourceBytes();
  return readEach<WrittenTables, WrittenTables>([...numbered.keys()], batch, async (source, pool) => {
    const { path, name: called, number } = numbered.get(source) ?? { path: source, name: source, number: 0 };
    const name = names.get(called) ?? basename(called);
    const into = join(folder.staging, String(number), basename(name));
    const reading = await pool.read({ path, source, into });
    const written = reading.kind === 'result' ? reading.document : writtenNothing(without({ path: source, file: basename(source), sha256: await bytes.hash(path) }, [lossOf(reading, batch.limits)]));
    await out.publish(name, dirname(into), written.files);
    await rm(dirname(into), { recursive: true, force: true });
    batch.onProgress?.({ documents: inputs.length, done: ++done, resumed: 0, last: source });
    return written;
  });
}

function countsOf(written: readonly WrittenTables[]): Omit<TablesOutcome, 'problems' | 'worthALook' | 'out'> {
  const having = (outcome: WrittenTables['outcome']): readonly WrittenTables[] => written.filter((one) => one.outcome === outcome);
  return {
    documents: written.length,
    failedDocuments: having('failed').length,
    otherDocuments: having('not-read').length,
    withoutTables: having('read').filter((one) => one.tables === 0).length,
    tables: written.reduce((sum, one) => sum + one.tables, 0),
  };
}

function told(problems: readonly Problem[]): Pick<TablesOutcome, 'problems' | 'worthALook'> {
  const tally = new Tally();
  for (const problem of problems) tally.problem(problem);
  const { problems: all, worthALook } = tally.totals();
  return { problems: all, worthALook };
}
