import type { DocumentResult } from '../model/report.js';

/** What a reader process is told. */
export interface ReadOrder {
  readonly kind: 'read';
  /** Path of the document, which is its source, too. */
  readonly path: string;
}

/** What a reader process says: that it can begin, and then one result for each order. */
export type ReaderMessage = { readonly kind: 'ready' } | { readonly kind: 'result'; readonly document: DocumentResult; /** Resident memory in bytes. */ readonly resident: number };

export function isReaderMessage(message: unknown): message is ReaderMessage {
  return typeof message === 'object' && message !== null && 'kind' in message && (message.kind === 'ready' || message.kind === 'result');
}
