import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import type { DocumentResult } from '../model/report.js';
import { datasetFilesIn, publish } from '../export/out-folder.js';
import type { StoredDocument } from '../export/stored-document.js';
import type { Totals } from '../export/totals.js';
import { writeDataset, type DatasetSettings } from '../export/write-dataset.js';
import { joinAttachments } from './attachments/join.js';
import { pagesWithFiles } from './attachments/pairs.js';
import { failed } from './failed.js';
import { SourceBytes } from './containers/source-bytes.js';
import { Ledger } from './ledger.js';
import { Lock, type Holder } from './lock.js';
import { interruption, lossOf, readEach, type ReadSettings } from './read-each.js';
import type { Limits, Reading } from './reader-process.js';
import type { PagesRead } from './protocol.js';
import { acceptSamples, compareSamples, type SampleOutcome } from './samples.js';
import { attachedIn, runInputs, type RunInput } from './run-inputs.js';
import { emptyRunFolder, makeRunFolder, namesInOut, removeRunFolder, runFolderOf, type RunFolder } from './run-folder.js';

export interface Batch extends ReadSettings {
  readonly inputs: readonly string[];
  readonly out: string;
  /** Put the dataset beside files that are not of it. */
  readonly replace: boolean;
  readonly dataset: DatasetSettings;
  /** Everything else that a result depends on: a hash of the pipeline. */
  readonly pipeline: string;
  readonly holder: Holder;
  readonly now: () => Date;
  readonly onProgress?: (progress: Progress) => void;
  /** What to do about the expectations that lie beside the documents. */
  readonly samples: 'ignore' | 'compare' | 'accept';
}

export interface Progress {
  readonly documents: number;
  readonly done: number;
  /** How many of them an earlier run had read. */
  readonly resumed: number;
  readonly last: string;
  /** How far the scan that `last` names is read; none where a document was done. */
  readonly scan?: PagesRead;
}

export interface BatchOutcome {
  readonly totals: Totals;
  readonly resumed: number;
  /** Null where expectations were ignored. */
  readonly samples: readonly SampleOutcome[] | null;
  /** Absolute path of the dataset. */
  readonly out: string;
}

/** Reads all documents, each in a process that may be killed, and puts their dataset into its place. */
export async function runBatch(batch: Batch): Promise<BatchOutcome> {
  const folder = await runFolderOf(batch.out);
  const outSettings = { replace: batch.replace, ignore: namesInOut(folder) };
  await datasetFilesIn(folder.out, outSettings);
  const inputs = await runInputs(batch.inputs, [folder.out, folder.path], batch.now);
  const lock = await locked(folder, batch);
  try {
    const ledger = await Ledger.open(folder.ledger, settingsOf(batch));
    try {
      const { documents: asRead, resumed } = await readAll(inputs, ledger, batch);
      const documents = await joinAttachments(asRead, pagesWithFiles(asRead, attachedIn(inputs)));
      const totals = await writeDataset(documents.map((stored) => interruptible(stored, batch.signal)), folder.staging, batch.dataset);
      const samples = await samplesOf(documents, batch);
      batch.signal.throwIfAborted();
      await lock.assertHeld();
      await publish(folder.staging, folder.out, outSettings);
      // An archive grows, and is run again and again: what was read stays read.
      const again = inputs.some((one) => one.sha256 !== undefined);
      await (again ? ledger.keep() : ledger.close());
      await emptyRunFolder(folder, again);
      return { totals, resumed, samples, out: folder.out };
    } finally {
      await ledger.close();
      await rm(folder.staging, { recursive: true, force: true });
    }
  } catch (error) {
    throw interruption(batch.signal, 'Interrupted; what was read so far is kept', 'The same command goes on from here.') ?? error;
  } finally {
    await lock.release();
    await removeRunFolder(folder);
  }
}

async function locked(folder: RunFolder, batch: Batch): Promise<Lock> {
  await makeRunFolder(folder);
  return Lock.take(folder.lock, batch.holder, batch.now);
}

async function readAll(inputs: readonly RunInput[], ledger: Ledger, batch: Batch): Promise<{ documents: readonly StoredDocument[]; resumed: number }> {
  let [done, resumed] = [0, 0];
  const bytes = new SourceBytes();
  const bySource = new Map(inputs.map((input) => [input.source, input]));
  const byHash = new Map<string, Promise<StoredDocument>>();
  const documents = await readEach<DocumentResult, StoredDocument>([...bySource.keys()], batch, async (source, pool) => {
    const input = bySource.get(source) ?? { source, path: source, name: source };
    const known = ledger.knows(source) ? ledger.find(source, input.sha256 ?? (await bytes.hash(input.path)), input.listed) : undefined;
    if (known !== undefined) resumed++;
    const onPage = (read: PagesRead): void => batch.onProgress?.({ documents: inputs.length, done, resumed, last: source, scan: read });
    const read = async (): Promise<StoredDocument> => ledger.append(await resultOf(input, await pool.read({ path: input.path, ...(input.listed === undefined ? {} : { listed: input.listed }) }, onPage), batch.limits, bytes));
    const same = input.sha256 === undefined ? undefined : byHash.get(input.sha256);
    const reading = known !== undefined ? Promise.resolve(known) : same !== undefined ? same.then(async (first) => ledger.append(of(input, await first.read()))) : read();
    if (input.sha256 !== undefined && same === undefined) byHash.set(input.sha256, reading);
    const stored = await reading;
    batch.onProgress?.({ documents: inputs.length, done: ++done, resumed, last: source });
    return stored;
  });
  return { documents, resumed };
}

async function resultOf(input: RunInput, reading: Reading<DocumentResult>, limits: Limits, bytes: SourceBytes): Promise<DocumentResult> {
  if (reading.kind === 'result') return of(input, reading.document);
  return of(input, failed({ path: input.path, file: basename(input.path), sha256: await bytes.hash(input.path) }, lossOf(reading, limits)));
}

/** A result under the name that the dataset has for its document. */
function of({ source, path, listed }: RunInput, document: DocumentResult): DocumentResult {
  const file = source === path ? document.source.file : basename(URL.canParse(source) ? new URL(source).pathname : source);
  return { ...document, source: { path: source, file, sha256: document.source.sha256, ...(listed === undefined ? {} : { listed }) } };
}

async function samplesOf(documents: readonly StoredDocument[], { samples, dataset }: Batch): Promise<readonly SampleOutcome[] | null> {
  if (samples === 'ignore') return null;
  return samples === 'accept' ? acceptSamples(documents, dataset.order) : compareSamples(documents, dataset.order);
}

/** Writing a large dataset takes a while, too. */
const interruptible = (stored: StoredDocument, signal: AbortSignal): StoredDocument => ({
  ...stored,
  read: () => {
    signal.throwIfAborted();
    return stored.read();
  },
});

const settingsOf = ({ dataset, limits, pipeline }: Batch): string =>
  createHash('sha256')
    .update(JSON.stringify([dataset.title.programVersion, dataset.title.name, dataset.title.pipelineVersion, pipeline, limits.seconds, limits.scannedPageSeconds, limits.megabytes]))
    .digest('hex')
    .slice(0, 16);
