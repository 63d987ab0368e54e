import { finding } from '../model/findings.js';
import type { Finding, Severity } from '../model/finding.js';
import type { DocumentResult } from '../model/report.js';
import { byTexts } from './code-points.js';
import type { Problem } from './problems-table.js';
import { reportId } from './report-record.js';

export interface DocumentProblems {
  /** About the document as a whole, where it holds no report or several. */
  readonly ofDocument: readonly Problem[];
  /** One list for each report. */
  readonly ofReports: readonly (readonly Problem[])[];
}

/**
 * The findings of a document as rows that differ in `source, code, place`:
 * findings of one code at one place are one row, and where two reports of one
 * document name the same place, the later one's has the report's number.
 */
export function problemsOf(document: DocumentResult): DocumentProblems {
  const source = document.source.path;
  const taken = new Set<string>();
  const rows = (findings: readonly Finding[], id: string, number: number): Problem[] =>
    mergedByPlace(findings)
      .map((one) => {
        const place = taken.has(`${one.code} ${one.place}`) ? `${one.place} #${number}`.trim() : one.place;
        taken.add(`${one.code} ${place}`);
        return { ...one, place, source, reportId: id };
      })
      .sort((a, b) => byTexts([a.code, a.place], [b.code, b.place]));

  const ids = document.reports.map((_, index) => reportId(document.source.sha256, index));
  const [only] = ids.length === 1 ? ids : [];
  const ofDocument = only === undefined ? rows(spoken(document), '', 0) : [];
  const ofReports = document.reports.map((report, index) => rows(only === undefined ? report.findings : [...document.findings, ...report.findings], ids[index] ?? '', index + 1));
  return { ofDocument, ofReports };
}

/** The row of a document whose bytes are those of another one. */
export const duplicateOf = (source: string, first: string): Problem => ({ ...finding('duplicate', '', { source: first }), source, reportId: '' });

/** A document without a report always says why. */
const spoken = (document: DocumentResult): readonly Finding[] => (document.reports.length === 0 && document.findings.length === 0 ? [finding('no-report', '')] : document.findings);

const SEVERITIES: readonly Severity[] = ['info', 'warning', 'error'];

function mergedByPlace(findings: readonly Finding[]): Finding[] {
  const merged = new Map<string, Finding>();
  for (const one of findings) {
    const key = `${one.code} ${one.place}`;
    const before = merged.get(key);
    merged.set(key, before === undefined ? one : join(before, one));
  }
  return [...merged.values()];
}

function join(first: Finding, second: Finding): Finding {
  const message = first.message.split(' · ').includes(second.message) ? first.message : `${first.message} · ${second.message}`;
  const severity = SEVERITIES.indexOf(second.severity) > SEVERITIES.indexOf(first.severity) ? second.severity : first.severity;
  return { ...first, severity, message };
}
