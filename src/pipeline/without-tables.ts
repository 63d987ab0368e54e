import type { DocumentTables } from '../model/document-tables.js';
import type { Finding } from '../model/finding.js';
import type { Source } from '../model/report.js';

/** A document that gives no tables, with the findings that say why. */
export const without = (source: Source, findings: readonly Finding[]): DocumentTables => ({
  source,
  grids: [],
  pages: [],
  findings,
  outcome: findings.some((f) => f.severity === 'error') ? 'failed' : 'not-read',
});
