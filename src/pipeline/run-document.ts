import type { Finding } from '../model/finding.js';
import { finding } from '../model/findings.js';
import { SkipDocument } from '../model/errors.js';
import type { ReadDocument } from '../model/page.js';
import type { DocumentResult, ListedAs, Report, Source } from '../model/report.js';
import { identify } from '../interpret/identity/identify.js';
import { allSuspect, interpretTables, severalTitles } from '../interpret/interpret.js';
import { gridsInLines } from '../interpret/lines/grids-in-lines.js';
import { read } from '../read/readers.js';
import { check } from '../reconcile/checks.js';
import { editRules } from '../reconcile/edit-rules.js';
import { prove } from '../reconcile/proof/prove.js';
import { settle } from '../reconcile/settle.js';
import { findTables, type FoundTables } from '../tables/grid-finders.js';
import { betterWay } from './better-way.js';
import type { Pipeline } from './load-pipeline.js';
import { lostReport, noText } from './no-text.js';
import { doubtPartialPages } from './partial-pages.js';
import { chaptersIn, sectionsOf } from './report-text.js';
import { readScans, type ScanRead } from './read-scans.js';
import type { ScanReaders } from './scanned-numbers.js';
import { reportsApart } from './reports-apart.js';
import { scanWithoutReport } from './scan-without-report.js';
import { doubted, toldAlone, toldBesides } from './told-in-sentences.js';
import { rowsUnread } from './rows-unread.js';
import { webPage } from './web-page.js';
import { withReadings } from './with-readings.js';

/** The whole way of one document: bytes in, its reports or the findings that say why there are none out. Never throws for what is in the bytes. Pictures of pages are read where there are readers for them; `pageRead` is told of each. */
export async function runDocument(bytes: Uint8Array, source: Source, pipeline: Pipeline, openReaders?: () => Promise<ScanReaders>, pageRead?: (page: number, pages: number) => void): Promise<DocumentResult> {
  try {
    const { document: asRead, findings: told } = await read(bytes, pipeline.limits);
    const scanned = await readScans(asRead, { likeLabel: pipeline.likeLabel, units: pipeline.labels.rules.units }, openReaders, pageRead).finally(() => asRead.pictures?.close());
    const findings = [...told, ...scanned.findings];
    const tablesBy = ({ scans }: ScanRead) => (part: ReadDocument): Found => {
      const { grids, lines } = findTables(part, pipeline.likeLabel);
      return { grids: withReadings(grids, scans), lines, scanned: new Set(scans.keys()) };
    };
    const { way, reports } = betterWay(scanned, (one) => toReports(one.document, tablesBy(one), pipeline, source.listed));
    const [{ document }, tablesOf] = [way, tablesBy(way)];
    const page = document.links && webPage(document, document.links, tablesOf(document).lines, reports, pipeline);
    const about = { source, mediaType: document.mediaType, method: document.method, pages: document.pageCount, ...(page ? { page } : {}) };
    if (reports.length > 0) return { ...about, reports, findings, outcome: 'report' };
    const why = noText(document, findings) ?? lostReport(document, findings) ?? scanWithoutReport(document, new Set(way.scans.keys()), tablesOf(document)) ?? finding('no-report', '');
    return { ...about, reports: [], findings: [...findings, why], outcome: why.severity === 'error' ? 'failed' : 'not-a-report' };
  } catch (error) {
    if (!(error instanceof SkipDocument)) throw error;
    const outcome = error.finding.severity === 'error' ? 'failed' : 'not-a-report';
    return { source, mediaType: '', method: 'text', pages: 0, reports: [], findings: [error.finding], outcome };
  }
}

/** Tables and text of a document. */
interface Found extends FoundTables {
  /** Numbers of the pages whose text was read from pictures. */
  readonly scanned: ReadonlySet<number>;
}

/** The reports of a document: one, or those of a compilation where it can be told whose each table is. */
function toReports(document: ReadDocument, tablesOf: (part: ReadDocument) => Found, pipeline: Pipeline, listed: ListedAs | undefined): Report[] {
  const whole = tablesOf(document);
  const parts = reportsApart(document, whole.lines, pipeline.labels) ?? [document];
  const apart = parts.length > 1 ? parts.map((part) => toReport(part, tablesOf(part), pipeline)) : [];
  // A title without tables before one with tables: they may be its own, and the other a link or a mention.
  const last = apart.findLastIndex((r) => r !== null);
  if (last >= 0 && apart.slice(0, last).every((r) => r !== null)) return apart.flatMap((r) => r ?? []);
  // A list speaks of the whole document, not of a part.
  const one = toReport(document, whole, pipeline, listed);
  if (one !== null) return [one];
  const told = parts.map((part) => toldReport(part, parts.length > 1 ? tablesOf(part) : whole, pipeline));
  return told.every((r) => r !== null) ? told : [toldReport(document, whole, pipeline)].flatMap((r) => r ?? []);
}

/** The report that the tables tell; null where none of them is one of the forms'. */
function toReport(document: ReadDocument, { grids, lines, scanned }: Found, pipeline: Pipeline, listed?: ListedAs): Report | null {
  const inLines = gridsInLines(lines, pipeline.forms, pipeline.labels, document.method);
  const read = interpretTables([...grids, ...inLines], pipeline.forms, pipeline.labels, document.method);
  if (read === null) return null;
  const titles = severalTitles(lines, pipeline.labels);
  const tables = titles.length > 0 ? allSuspect(read) : doubtPartialPages(read, document.pages, grids);
  const { identity, findings } = identify(lines, pipeline.gazetteer, pipeline.identity, { publisher: document.publisher, listed, scanned });
  const rules = [...tables.forms].flatMap(([id, form]) => form.tables.filter((t) => t.id === id).flatMap(editRules));
  const { values: settled, findings: open } = settle(tables.values, tables.choices, rules);
  const { values, findings: doubts } = prove(settled, rules, pipeline.misreadings);
  const { checks, findings: failed } = check(values, rules);
  const chapters = chaptersIn(lines, inLines, pipeline);
  const told = toldBesides({ chapters, identity, method: document.method, scanned }, values, pipeline);
  const besides = titles.length > 0 ? doubted(told) : told;
  return {
    identity,
    template: tables.template,
    ...(document.pages.some((p) => p.partial) ? { partial: true } : {}),
    values: [...values, ...besides.values],
    checks: [...checks, ...besides.checks],
    sections: sectionsOf(chapters),
    findings: [...severalOf(titles), ...findings, ...tables.findings, ...open, ...doubts, ...failed, ...besides.findings],
  };
}

/** The report that a document without any of the forms' tables tells in sentences; null where it is no annual report. */
function toldReport(document: ReadDocument, { lines, scanned }: Found, pipeline: Pipeline): Report | null {
  if (document.pages.some((p) => p.partial)) return null;
  const { identity, findings } = identify(lines, pipeline.gazetteer, pipeline.identity, { publisher: document.publisher, scanned });
  const chapters = chaptersIn(lines, [], pipeline);
  const told = toldAlone({ chapters, identity, method: document.method, scanned }, pipeline);
  if (told === null) return null;
  const titles = severalTitles(lines, pipeline.labels);
  const { values, checks, findings: doubts } = titles.length > 0 ? doubted(told) : told;
  const unread = rowsUnread(lines, pipeline.likeLabel);
  return { identity, template: pipeline.narrative.source.template, ...(unread.length > 0 ? { partial: true } : {}), values, checks, sections: sectionsOf(chapters), findings: [...severalOf(titles), ...findings, ...unread, ...doubts] };
}

const severalOf = (titles: readonly string[]): Finding[] => (titles.length > 0 ? [finding('several-reports', '', { titles: titles.join('；') })] : []);
