import type { DocumentTables } from '../model/document-tables.js';
import { SkipDocument } from '../model/errors.js';
import { finding } from '../model/findings.js';
import type { Source } from '../model/report.js';
import { read } from '../read/readers.js';
import { findTables } from '../tables/grid-finders.js';
import type { TablesPipeline } from './load-tables-pipeline.js';
import { noText } from './no-text.js';
import { unreadInsets } from './unread-insets.js';
import { without } from './without-tables.js';

/** No label is known, so that halves of a cell are put together by where they stand alone. */
const likeNoLabel = (): number => 0;

/** The whole way of a document whose tables are wanted as they are. Never throws for what is in the bytes. `join`: a table over page breaks is one. */
export async function findDocumentTables(bytes: Uint8Array, source: Source, pipeline: TablesPipeline, { join }: { readonly join: boolean }): Promise<DocumentTables> {
  try {
    const { document, findings: told } = await read(bytes, pipeline.limits);
    const findings = [...told, ...unreadInsets(document)];
    const { grids } = findTables(document, likeNoLabel, { join });
    const silent = noText(document, findings);
    if (silent?.severity === 'error') return without(source, [...findings, silent]);
    const none = grids.length > 0 ? [] : [silent ?? finding('no-tables', '')];
    return { source, grids, pages: document.pages.filter((p) => !p.inset), findings: [...findings, ...none], outcome: 'read' };
  } catch (error) {
    if (!(error instanceof SkipDocument)) throw error;
    return without(source, [error.finding]);
  }
}
