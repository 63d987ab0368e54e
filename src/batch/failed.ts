import type { Finding } from '../model/finding.js';
import type { DocumentResult, Source } from '../model/report.js';

/** What is left of a document that could not be read to its end. */
export const failed = (source: Source, finding: Finding): DocumentResult => ({ source, mediaType: '', method: 'plain', pages: 0, reports: [], findings: [finding], outcome: 'failed' });
