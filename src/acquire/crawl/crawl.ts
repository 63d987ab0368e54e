import pLimit from 'p-limit';
import { fetchDocuments, type FetchOrder, type FetchOutcome } from '../fetch/fetch-documents.js';
import type { Source } from '../sources/source.js';
import { listPass, type ListOrder, type ListOutcome } from './list-pass.js';

/** What is to be crawled. */
export interface CrawlOrder extends Omit<ListOrder, 'source' | 'onPage'>, Pick<FetchOrder, 'hostsAtOnce' | 'attachmentsOf' | 'limit' | 'onProgress'> {
  readonly sources: readonly Source[];
  /** A page of a list came. */
  readonly onPage?: (page: { readonly pages: number; readonly reports: number; readonly address: string }) => void;
}

export interface CrawlOutcome {
  /** In the order of the sources. */
  readonly lists: readonly ListOutcome[];
  readonly documents: FetchOutcome;
}

/**
 * Brings home what sources list: first their lists, several sources at a time,
 * then the reports with what is attached to them. Stopped at any point, the
 * same call goes on there.
 */
export async function crawl(order: CrawlOrder): Promise<CrawlOutcome> {
  const lists = await listsOf(order);
  const documents = await fetchDocuments({ ...order, of: order.sources.map(({ id }) => id) });
  return { lists, documents };
}

/** The lists alone: what they name is planned, nothing of it is asked. */
export async function listsOf(order: CrawlOrder): Promise<readonly ListOutcome[]> {
  const limit = pLimit(order.hostsAtOnce);
  let pages = 0;
  const reports = new Map<string, number>();
  const one = (source: Source): Promise<ListOutcome> =>
    listPass({
      ...order,
      source,
      onPage: (page) => {
        reports.set(source.id, page.reports);
        order.onPage?.({ pages: ++pages, reports: [...reports.values()].reduce((sum, count) => sum + count, 0), address: page.address });
      },
    });
  const settled = await Promise.allSettled(order.sources.map((source) => limit(() => one(source))));
  return settled.map((result) => {
    if (result.status === 'rejected') throw result.reason;
    return result.value;
  });
}
