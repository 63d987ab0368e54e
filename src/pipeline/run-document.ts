import { finding } from '../model/findings.js';
import { SkipDocument } from '../model/errors.js';
import type { Finding } from '../model/finding.js';
import type { ReadDocument } from '../model/page.js';
import type { DocumentResult, Report, Source } from '../model/report.js';
import { identify } from '../interpret/identity/identify.js';
import { allSuspect, interpretTables, severalTitles } from '../interpret/interpret.js';
import { read } from '../read/readers.js';
import { check } from '../reconcile/checks.js';
import { editRules } from '../reconcile/edit-rules.js';
import { findTables, type FoundTables } from '../tables/grid-finders.js';
import type { Pipeline } from './load-pipeline.js';

/** The whole way of one document: bytes in, its reports or the findings that say why there are none out. Never throws for what is in the bytes. */
export async function runDocument(bytes: Uint8Array, source: Source, pipeline: Pipeline): Promise<DocumentResult> {
  try {
    const { document, findings } = await read(bytes, pipeline.limits);
    const tables = findTables(document, pipeline.likeLabel);
    const report = toReport(document, tables, pipeline);
    const about = { source, mediaType: document.mediaType, method: document.method, pages: document.pageCount };
    if (report) return { ...about, reports: [report], findings, outcome: 'report' };
    const why = noReport(document, findings);
    return { ...about, reports: [], findings: [...findings, why], outcome: why.severity === 'error' ? 'failed' : 'not-a-report' };
  } catch (error) {
    if (!(error instanceof SkipDocument)) throw error;
    const outcome = error.finding.severity === 'error' ? 'failed' : 'not-a-report';
    return { source, mediaType: '', method: 'text', pages: 0, reports: [], findings: [error.finding], outcome };
  }
}

/** The report that the tables tell; null where none of them is one of the forms'. */
function toReport(document: ReadDocument, { grids, lines }: FoundTables, pipeline: Pipeline): Report | null {
  const read = interpretTables(grids, pipeline.forms, pipeline.labels, document.method);
  if (read === null) return null;
  const titles = severalTitles(lines, pipeline.labels);
  const tables = titles.length > 0 ? allSuspect(read) : read;
  const { identity, findings } = identify(lines, pipeline.gazetteer, pipeline.identity);
  const rules = [...tables.forms].flatMap(([id, form]) => form.tables.filter((t) => t.id === id).flatMap(editRules));
  const { checks, findings: failed } = check(tables.values, rules);
  return { identity, template: tables.template, values: tables.values, checks, findings: [...(titles.length > 0 ? [finding('several-reports', '', { titles: titles.join('；') })] : []), ...findings, ...tables.findings, ...failed] };
}

/** Why a document gives no report: it holds none, or what it holds can't be read. */
function noReport({ pages }: ReadDocument, findings: readonly Finding[]): Finding {
  if (pages.some((p) => p.words.length > 0 || p.blocks.length > 0)) return finding('no-report', '');
  const broken = findings.find((f) => f.code === 'page-unreadable');
  if (broken) return finding('unreadable', '', { reason: broken.message });
  return finding(pages.some((p) => p.pictures.length > 0) ? 'made-of-pictures' : 'no-text', '');
}
