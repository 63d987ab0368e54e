import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { DatasetOrder } from '../export/dataset-order.js';
import type { StoredDocument } from '../export/stored-document.js';
import { unwritable } from '../export/unwritable.js';
import { differences, expectationOf, written } from './expectation.js';

/** A document held against what is expected of it. */
export interface SampleOutcome {
  readonly source: string;
  /** Path of the expectation; empty where there is none. */
  readonly expectation: string;
  readonly differences: readonly string[];
  /** The expectation was written anew from what was read. */
  readonly accepted: boolean;
}

const byFile = (source: string): string => `${source}.expected.json`;

const byName = (source: string): string => `${source.replace(/\.[^./]*$/, '')}.expected.json`;

/** Holds every document against the expectation beside it. */
export async function compareSamples(documents: readonly StoredDocument[], order: DatasetOrder): Promise<readonly SampleOutcome[]> {
  const outcomes: SampleOutcome[] = [];
  for (const stored of documents) {
    const source = stored.source.path;
    const expectation = await expectationBeside(source);
    const found = expectation === '' ? [`there is no ${byName(source)}`] : await differencesFrom(expectation, stored, order);
    outcomes.push({ source, expectation, differences: found, accepted: false });
  }
  return outcomes;
}

/** Writes what was read of every document as the expectation beside it. */
export async function acceptSamples(documents: readonly StoredDocument[], order: DatasetOrder): Promise<readonly SampleOutcome[]> {
  const names = documents.map((stored) => byName(stored.source.path));
  const outcomes: SampleOutcome[] = [];
  for (const stored of documents) {
    const source = stored.source.path;
    // Two documents that differ in their ending alone can't share an expectation.
    const fresh = names.filter((name) => name === byName(source)).length > 1 ? byFile(source) : byName(source);
    const path = (await expectationBeside(source)) || fresh;
    const before = await readFile(path, 'utf8').catch(() => '');
    const now = written(expectationOf(await stored.read(), order));
    if (now !== before) await replace(path, now);
    outcomes.push({ source, expectation: path, differences: [], accepted: now !== before });
  }
  return outcomes;
}

async function expectationBeside(source: string): Promise<string> {
  for (const path of [byFile(source), byName(source)]) {
    if (await stat(path).then((stats) => stats.isFile(), () => false)) return path;
  }
  return '';
}

async function differencesFrom(path: string, stored: StoredDocument, order: DatasetOrder): Promise<readonly string[]> {
  let expected: unknown;
  try {
    expected = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    return [`${path} is no JSON: ${error instanceof Error ? error.message : String(error)}`];
  }
  return differences(expected, expectationOf(await stored.read(), order), order);
}

async function replace(path: string, text: string): Promise<void> {
  const part = join(dirname(path), `.${basename(path)}.part`);
  try {
    await writeFile(part, text);
    await rename(part, path);
  } catch (error) {
    throw unwritable(error, path);
  }
}
