import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Archive } from '../acquire/archive/archive.js';
import { isArchive, makeArchive, openArchive } from '../acquire/archive/open-archive.js';
import { crawl as crawlSources, listsOf, type CrawlOrder } from '../acquire/crawl/crawl.js';
import { knownLists } from '../acquire/crawl/list-pass.js';
import type { Source } from '../acquire/sources/source.js';
import type { WebClient } from '../acquire/web-client.js';
import { withArchive } from '../batch/locked-archive.js';
import { askingClient } from './asking-client.js';
import type { CrawlOptions } from './crawl-options.js';
import { crawlSummaryData, crawlSummaryText, type CrawlSummary } from './crawl-summary.js';
import { exitCodeOfCrawl } from './exit-code.js';
import { stoppedWith } from './interruption.js';
import { progressLine } from './progress.js';
import { jsonLine } from './summary-lines.js';
import type { Surroundings } from './surroundings.js';

/** `gongkai crawl`: what sources list comes into an archive. Gives the exit code. */
export async function crawl(given: readonly string[], options: CrawlOptions, surroundings: Surroundings): Promise<number> {
  if (options.dryRun) return dryRun(await ordered(given, options, surroundings), options, surroundings);
  const summary = await crawled(given, options, surroundings);
  surroundings.err(crawlSummaryText(summary));
  if (options.json) surroundings.out(jsonLine(crawlSummaryData(summary)));
  return summary.exitCode;
}

/**
 * Crawls, and tells nothing but its progress. One that was told to stop says so in what it gives.
 *
 * @throws StopRun where it can't begin
 */
export async function crawled(given: readonly string[], options: CrawlOptions, surroundings: Surroundings): Promise<CrawlSummary> {
  const begin = surroundings.now().getTime();
  const order = await ordered(given, options, surroundings);
  return withArchive(options.archive, surroundings, (archive) =>
    asked(order, archive, options, surroundings, async (whole) => {
      const outcome = await crawlSources(whole);
      const refused = [...new Map(order.sources.flatMap(({ id }) => archive.refused({ of: id })).map((one) => [one.address, one])).values()];
      const stopped = stoppedWith(surroundings.signal);
      const exitCode = stopped ?? exitCodeOfCrawl(outcome, refused.length);
      return { program: `gongkai ${surroundings.version}`, archive: options.archive, exitCode, interrupted: stopped !== undefined, seconds: (surroundings.now().getTime() - begin) / 1000, outcome, refused };
    }),
  );
}

/** What is to be crawled, and the browser where one is wanted. */
interface Ordered extends Pick<CrawlOrder, 'sources' | 'lasting'> {
  readonly chromium: string | undefined;
}

async function ordered(given: readonly string[], { pipeline, browser, browserPath }: CrawlOptions, { sourcesIn, chromium }: Surroundings): Promise<Ordered> {
  const known = await sourcesIn(pipeline);
  const sources: Source[] = [];
  for (const name of new Set(given)) sources.push(await known.named(name));
  return { sources, lasting: known.settings.pass_hours * 3_600_000, chromium: browser || browserPath !== undefined ? await chromium(browserPath) : undefined };
}

/** Asks the lists into an archive that is thrown away, and prints what would be asked of what they name. */
async function dryRun(order: Ordered, options: CrawlOptions, surroundings: Surroundings): Promise<number> {
  const begin = surroundings.now().getTime();
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-'));
  const real = (await isArchive(options.archive)) ? await openArchive(options.archive, surroundings.now) : undefined;
  try {
    const archive = await makeArchive(folder, surroundings.now);
    try {
      if (real !== undefined) knownLists(real, archive, order.sources);
      return await asked(order, archive, options, surroundings, async (whole) => {
        const lists = await listsOf(whole);
        const isDue = (address: string): boolean => options.all || (real?.known(address)?.due ?? true);
        const dueOf = (of: string): readonly string[] => archive.due({ of, role: 'document' }).map(({ address }) => address).filter(isDue);
        for (const address of [...new Set(order.sources.flatMap(({ id }) => dueOf(id)))].slice(0, options.limit)) surroundings.out(`${address}\n`);
        const nothing = { new: 0, changed: 0, same: 0, knownBytes: 0, refused: [], left: 0 };
        const refused = lists.flatMap((list) => list.refused);
        const stopped = stoppedWith(surroundings.signal);
        const exitCode = stopped ?? exitCodeOfCrawl({ lists, documents: nothing }, refused.length);
        surroundings.err(crawlSummaryText({ program: '', archive: `${options.archive} (nothing was written)`, exitCode, interrupted: stopped !== undefined, seconds: (surroundings.now().getTime() - begin) / 1000, outcome: { lists: lists.map((list) => ({ ...list, planned: dueOf(list.source).length })), documents: nothing }, refused }));
        return exitCode;
      });
    } finally {
      archive.close();
    }
  } finally {
    real?.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Hands `work` the whole order, with a client and, where it is wanted, a browser, which are closed in the end. */
async function asked<T>({ chromium, ...order }: Ordered, archive: Archive, options: CrawlOptions, surroundings: Surroundings, work: (order: CrawlOrder) => Promise<T>): Promise<T> {
  const fetching = await surroundings.fetchingIn(options.pipeline);
  const client: WebClient = askingClient(fetching, options, archive, surroundings);
  const [pages, documents] = [progressLine(surroundings.terminal, 'pages'), progressLine(surroundings.terminal)];
  const browser = chromium === undefined ? undefined : await surroundings.browserOf(chromium, client);
  try {
    return await work({
      ...order,
      ...{ archive, client, all: options.all, now: surroundings.now, signal: surroundings.signal, hostsAtOnce: fetching.settings.hosts_at_once },
      ...(options.since === undefined ? {} : { since: options.since }),
      ...(options.limit === undefined ? {} : { limit: options.limit }),
      ...(browser === undefined ? {} : { render: (...page) => browser.render(...page) }),
      attachmentsOf: fetching.attachmentsOf,
      onPage: ({ pages: done, address }) => pages.show({ documents: done, done, last: address }),
      onProgress: (progress) => {
        pages.end();
        documents.show(progress);
      },
    });
  } finally {
    pages.end();
    documents.end();
    await browser?.close();
    await client.close();
  }
}
