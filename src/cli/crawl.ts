import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Archive } from '../acquire/archive/archive.js';
import { isArchive, makeArchive, openArchive } from '../acquire/archive/open-archive.js';
import { crawl as crawlSources, listsOf, type CrawlOrder } from '../acquire/crawl/crawl.js';
import { knownLists } from '../acquire/crawl/list-pass.js';
import { attachmentsOf } from '../acquire/fetch/attachments.js';
import type { Source } from '../acquire/sources/source.js';
import type { WebClient } from '../acquire/web-client.js';
import { withArchive } from '../batch/locked-archive.js';
import { interruption } from '../batch/read-each.js';
import { askingClient } from './asking-client.js';
import type { CrawlOptions } from './crawl-options.js';
import { crawlSummaryJson, crawlSummaryText, type CrawlSummary } from './crawl-summary.js';
import { exitCodeOfCrawl } from './exit-code.js';
import { progressLine } from './progress.js';
import type { Surroundings } from './surroundings.js';

/** `gongkai crawl`: what sources list comes into an archive. Gives the exit code. */
export async function crawl(given: readonly string[], options: CrawlOptions, surroundings: Surroundings): Promise<number> {
  const begin = surroundings.now().getTime();
  const known = await surroundings.sourcesIn(options.pipeline);
  const sources: Source[] = [];
  for (const name of new Set(given)) sources.push(await known.named(name));
  const chromium = options.browser === undefined ? undefined : await surroundings.chromium(options.browser === true ? undefined : options.browser);
  const order = { sources, lasting: known.settings.pass_hours * 3_600_000 };
  if (options.dryRun) return dryRun(order, chromium, options, surroundings);
  return withArchive(options.archive, surroundings, (archive) =>
    asked(order, chromium, archive, options, surroundings, async (whole) => {
      const outcome = await crawlSources(whole);
      const refused = [...new Map(sources.flatMap(({ id }) => archive.refused({ of: id })).map((one) => [one.address, one])).values()];
      const exitCode = exitCodeOfCrawl(outcome, refused.length);
      const summary: CrawlSummary = { program: `gongkai ${surroundings.version}`, archive: options.archive, exitCode, seconds: (surroundings.now().getTime() - begin) / 1000, outcome, refused };
      const stopped = interruption(surroundings.signal, 'Interrupted; what was fetched so far is kept', 'The same command goes on from here.');
      surroundings.err(crawlSummaryText(summary));
      if (stopped) throw stopped;
      if (options.json) surroundings.out(crawlSummaryJson(summary));
      return exitCode;
    }),
  );
}

/** Asks the lists into an archive that is thrown away, and prints what would be asked of what they name. */
async function dryRun(order: Pick<CrawlOrder, 'sources' | 'lasting'>, chromium: string | undefined, options: CrawlOptions, surroundings: Surroundings): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-'));
  const real = (await isArchive(options.archive)) ? await openArchive(options.archive, surroundings.now) : undefined;
  try {
    const archive = await makeArchive(folder, surroundings.now);
    try {
      if (real !== undefined) knownLists(real, archive, order.sources);
      return await asked(order, chromium, archive, options, surroundings, async (whole) => {
        const lists = await listsOf(whole);
        const isDue = (address: string): boolean => options.all || (real?.known(address)?.due ?? true);
        const due = new Set(order.sources.flatMap(({ id }) => archive.due({ of: id, role: 'document' })).map(({ address }) => address).filter(isDue));
        for (const address of [...due].slice(0, options.limit)) surroundings.out(`${address}\n`);
        const nothing = { new: 0, changed: 0, same: 0, knownBytes: 0, refused: [], left: 0 };
        const refused = lists.flatMap((list) => list.refused);
        const exitCode = exitCodeOfCrawl({ lists, documents: nothing }, refused.length);
        surroundings.err(crawlSummaryText({ program: '', archive: `${options.archive} (nothing was written)`, exitCode, seconds: 0, outcome: { lists, documents: nothing }, refused }));
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
async function asked(order: Pick<CrawlOrder, 'sources' | 'lasting'>, chromium: string | undefined, archive: Archive, options: CrawlOptions, surroundings: Surroundings, work: (order: CrawlOrder) => Promise<number>): Promise<number> {
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
      ...(browser === undefined ? {} : { render: (request) => browser.render(request) }),
      attachmentsOf: (answer) => attachmentsOf(answer, fetching.attachments),
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
