import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Lock } from '../batch/lock.js';
import { unwritable } from '../export/unwritable.js';
import { StopRun } from '../model/errors.js';
import { crawled } from './crawl.js';
import { crawlSummaryData, crawlSummaryText, type CrawlSummary } from './crawl-summary.js';
import { firstExitCode } from './exit-code.js';
import { stoppedWith } from './interruption.js';
import { printable } from './printable.js';
import { datasetOf } from './run.js';
import type { ScheduleOptions } from './schedule-options.js';
import { summaryData, summaryText, type Summary } from './summary.js';
import { jsonLine } from './summary-lines.js';
import type { Surroundings } from './surroundings.js';

/** How one half of a pass ended: its exit code, and its summary (null where there is none). */
interface Half<Summary> {
  readonly exitCode: number;
  readonly summary: Summary | null;
}

/** Timers hold no more than 24 days; long waits are slept in pieces. Milliseconds. */
const longestSleep = 24 * 3_600_000;

/** `gongkai schedule`: a pass now, or one at each time of the pipeline's cron line until the command is interrupted. Gives the exit code. */
export async function schedule(given: readonly string[], options: ScheduleOptions, surroundings: Surroundings): Promise<number> {
  if (options.once) return pass(given, options, surroundings);
  const timetable = await surroundings.timetableIn(options.pipeline);
  for (;;) {
    const from = surroundings.now();
    const next = timetable.after(from);
    if (next === null) throw new StopRun(1, 'The cron line of the pipeline has no further time', 'Correct schedule.cron in pipeline.yaml.');
    surroundings.err(`Next pass  ${next.toISOString()}\n`);
    await until(next, surroundings);
    if (stoppedWith(surroundings.signal) === undefined) await passInTurn(given, options, surroundings);
    const stopped = stoppedWith(surroundings.signal);
    if (stopped !== undefined) return stopped;
    const missed = timetable.after(next);
    if (missed !== null && missed <= surroundings.now()) surroundings.err(`Left out   ${missed.toISOString()}: the pass before had not ended\n`);
  }
}

async function until(time: Date, { now, sleep, signal }: Surroundings): Promise<void> {
  for (let left = time.getTime() - now().getTime(); left > 0 && !signal.aborted; left = time.getTime() - now().getTime()) {
    await sleep(Math.min(left, longestSleep), signal).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
  }
}

/** A pass that can't be made now (another goes on, the disk is full) is told; the next one may be. */
async function passInTurn(given: readonly string[], options: ScheduleOptions, surroundings: Surroundings): Promise<void> {
  try {
    await pass(given, options, surroundings);
  } catch (error) {
    if (!(error instanceof StopRun) || error.exitCode === 1 || surroundings.signal.aborted) throw error;
    tell(error, surroundings);
    if (options.json) surroundings.out(`${JSON.stringify({ program: `gongkai ${surroundings.version}`, archive: options.archive, out: options.out, exit_code: error.exitCode, error: error.message, hint: error.hint })}\n`);
  }
}

/** What sources list comes into the archive, and all that is there becomes the dataset. Gives the exit code. */
async function pass(given: readonly string[], options: ScheduleOptions, surroundings: Surroundings): Promise<number> {
  const { archive, out, pipeline, json } = options;
  const { err, signal, version } = surroundings;
  const sources = given.length > 0 ? given : (await surroundings.sourcesIn(pipeline)).ids;
  if (sources.length === 0) throw new StopRun(1, 'The pipeline has no sources of its own', 'Name sources or addresses of lists, or put a file under the sources/ of your pipeline.');
  const lock = await passLock(archive, surroundings);
  try {
    const crawl = await half(surroundings, async () => {
      const summary = await crawled(sources, { ...options, all: false, dryRun: false }, surroundings);
      err(crawlSummaryText(summary));
      return summary;
    });
    const run = await half(surroundings, async () => {
      signal.throwIfAborted();
      const summary = await datasetOf([archive], { out, replace: false, expect: false, accept: false, bom: false, ...(pipeline === undefined ? {} : { pipeline }) }, surroundings);
      err(summaryText(summary));
      return summary;
    });
    const exitCode = firstExitCode([crawl.exitCode, run.exitCode]);
    const counts = countsOf(crawl.summary, run.summary);
    err(`Pass       ${Object.entries(counts).map(([name, count]) => `${count ?? '?'} ${name}`).join(', ')}; exit code ${exitCode} (crawl ${crawl.exitCode}, run ${run.exitCode})\n`);
    if (json) surroundings.out(jsonLine({ program: `gongkai ${version}`, archive, out, exit_code: exitCode, interrupted: stoppedWith(signal) !== undefined, ...counts, crawl: crawl.summary === null ? null : crawlSummaryData(crawl.summary), run: run.summary === null ? null : summaryData(run.summary) }));
    return exitCode;
  } finally {
    await lock.release();
  }
}

/** What a pass came to, in a few numbers; null for those of a half that has no summary. */
const countsOf = (crawl: CrawlSummary | null, run: Summary | null): Readonly<Record<'new' | 'changed' | 'blocked' | 'failed', number | null>> => ({
  new: crawl?.outcome.documents.new ?? null,
  changed: crawl?.outcome.documents.changed ?? null,
  blocked: crawl?.refused.filter(({ code }) => code === 'blocked').length ?? null,
  failed: run?.totals.failedDocuments ?? null,
});

/** @throws StopRun (exit code 5) where another pass goes on; it names its process */
async function passLock(archive: string, { holder, now }: Surroundings): Promise<Lock> {
  try {
    await mkdir(archive, { recursive: true });
    return await Lock.take(join(archive, 'schedule.lock'), holder, now, { what: 'archive', option: '--archive' });
  } catch (error) {
    throw unwritable(error, archive);
  }
}

/** A half that can't go on, or was told to stop, is told, and the pass tells what it came to; one that was misused ends it. */
async function half<Summary extends { readonly exitCode: number }>(surroundings: Surroundings, work: () => Promise<Summary>): Promise<Half<Summary>> {
  try {
    const summary = await work();
    return { exitCode: summary.exitCode, summary };
  } catch (error) {
    const exitCode = stoppedWith(surroundings.signal) ?? (error instanceof StopRun && error.exitCode !== 1 ? error.exitCode : undefined);
    if (exitCode === undefined) throw error;
    if (error instanceof StopRun) tell(error, surroundings);
    return { exitCode, summary: null };
  }
}

const tell = ({ message, hint }: StopRun, { err }: Surroundings): void => err(`gongkai: ${printable(message)}\n  ${printable(hint)}\n`);
