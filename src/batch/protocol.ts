import type { ListedAs } from '../model/report.js';

/** What a reader process is told. */
export interface ReadOrder {
  readonly kind: 'read';
  /** Where the document lies. */
  readonly path: string;
  /** What it is called, where that is not its path. */
  readonly source?: string;
  /** Where a reader that writes files puts them: a folder, and what their names begin with. None for one that does not. */
  readonly into?: string;
  /** What lists say of the document. */
  readonly listed?: ListedAs;
}

/** What of a document its reader is told. */
export type DocumentOrder = Omit<ReadOrder, 'kind'>;

/** How far the reading of a scan is. */
export interface PagesRead {
  /** The page that was read from its picture last; from 1. */
  readonly page: number;
  readonly pages: number;
}

/** What a reader process says: that it can begin, and then one result for each order, or why the whole run can't go on; before it, how far it is in a scan. */
export type ReaderMessage<Result> =
  | { readonly kind: 'ready' }
  | ({ readonly kind: 'page' } & PagesRead)
  | { readonly kind: 'result'; readonly document: Result; /** Resident memory in bytes. */ readonly resident: number }
  | { readonly kind: 'stop'; readonly exitCode: number; readonly message: string; readonly hint: string };

const KINDS: readonly unknown[] = ['ready', 'page', 'result', 'stop'] satisfies ReaderMessage<never>['kind'][];

export function isReaderMessage<Result>(message: unknown): message is ReaderMessage<Result> {
  return typeof message === 'object' && message !== null && 'kind' in message && KINDS.includes(message.kind);
}
