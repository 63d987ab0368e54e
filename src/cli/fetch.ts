import { basename } from 'node:path';
import { readFile } from 'node:fs/promises';
import type { Planned } from '../acquire/archive/archive.js';
import { isArchive, openArchive } from '../acquire/archive/open-archive.js';
import { readAddressList, type BadLine } from '../acquire/fetch/address-list.js';
import { fetchDocuments } from '../acquire/fetch/fetch-documents.js';
import { withArchive } from '../batch/locked-archive.js';
import { StopRun } from '../model/errors.js';
import { askingClient } from './asking-client.js';
import { exitCodeOfFetch } from './exit-code.js';
import type { FetchOptions } from './fetch-options.js';
import { fetchSummaryJson, fetchSummaryText, type FetchSummary } from './fetch-summary.js';
import { stoppedWith } from './interruption.js';
import { progressLine } from './progress.js';
import type { Surroundings } from './surroundings.js';

interface NamedList {
  readonly name: string;
  readonly planned: readonly Planned[];
  readonly bad: readonly BadLine[];
}

/** `gongkai fetch`: what lists name comes into an archive. Gives the exit code. */
export async function fetch(given: readonly string[], options: FetchOptions, surroundings: Surroundings): Promise<number> {
  const begin = surroundings.now().getTime();
  const { signal } = surroundings;
  const { settings, listColumns, attachmentsOf, marks } = await surroundings.fetchingIn(options.pipeline);
  const lists: NamedList[] = [];
  for (const list of given) lists.push({ name: nameOf(list), ...(await readAddressList(await bytesOf(list, surroundings), nameOf(list), listColumns)) });
  const bad = lists.flatMap(({ name, bad: lines }) => lines.map((line) => ({ list: name, ...line })));
  const planned = lists.flatMap((list) => list.planned);
  if (options.dryRun) return dryRun(planned, options, surroundings);
  const progress = progressLine(surroundings.terminal);
  try {
    return await withArchive(options.archive, surroundings, async (archive) => {
      const of = [...new Set(lists.map((list) => list.name))];
      archive.plan(planned, { again: options.again });
      const client = askingClient({ settings, marks }, options, archive, surroundings);
      try {
        const outcome = await fetchDocuments({
          ...{ archive, client, of, signal, hostsAtOnce: settings.hosts_at_once },
          ...(options.limit === undefined ? {} : { limit: options.limit }),
          attachmentsOf,
          onProgress: progress.show,
        });
        const refused = [...new Map(of.flatMap((one) => archive.refused({ of: one })).map((one) => [one.address, one])).values()];
        progress.end();
        const stopped = stoppedWith(signal);
        const exitCode = stopped ?? exitCodeOfFetch({ named: planned.length, left: outcome.left, refused: refused.length, bad: bad.length });
        const summary: FetchSummary = { program: `gongkai ${surroundings.version}`, archive: options.archive, exitCode, interrupted: stopped !== undefined, seconds: (surroundings.now().getTime() - begin) / 1000, outcome, refused, bad };
        surroundings.err(fetchSummaryText(summary));
        if (options.json) surroundings.out(fetchSummaryJson(summary));
        return exitCode;
      } finally {
        await client.close();
      }
    });
  } finally {
    progress.end();
  }
}

/** Prints what would be asked, without asking or writing anything. */
async function dryRun(planned: readonly Planned[], { archive: path, again, limit }: FetchOptions, { out, now }: Surroundings): Promise<number> {
  const archive = (await isArchive(path)) ? await openArchive(path, now) : undefined;
  try {
    const isDue = ({ address }: Planned): boolean => again || (archive?.known(address)?.due ?? true);
    const due = planned.filter(isDue).slice(0, limit);
    for (const { address } of due) out(`${address}\n`);
    return planned.length === 0 ? 4 : 0;
  } finally {
    archive?.close();
  }
}

const isAddress = (list: string): boolean => /^https?:\/\//i.test(list);

/** What receipts call a list: no path of this machine. */
const nameOf = (list: string): string => (list === '-' ? 'standard input' : isAddress(list) ? 'command line' : basename(list));

async function bytesOf(list: string, { input }: Surroundings): Promise<Uint8Array> {
  if (list === '-') return input();
  if (isAddress(list)) return new TextEncoder().encode(list);
  try {
    return await readFile(list);
  } catch (error) {
    throw new StopRun(1, `The list ${list} can't be read: ${error instanceof Error ? error.message : String(error)}`, 'Give a file with addresses, "-" for standard input, or an address.');
  }
}
