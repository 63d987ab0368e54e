import { finding } from '../model/findings.js';
import type { Finding } from '../model/finding.js';
import type { DocumentResult, Identity, Report, TableId, Value, WebPage } from '../model/report.js';

/** A web page, and files that it links to, each as it was read on its own. */
export interface PageWithAttachments {
  readonly page: DocumentResult;
  readonly attachments: readonly DocumentResult[];
}

/** A document that holds one report, and may hold the one that the page is about. */
interface Copy {
  readonly document: DocumentResult;
  readonly report: Report;
}

/** Copies of a report differ in misprints and misreadings, which are few; two reports that do not say whose they are, in more cells than these. */
const mostDiffering = 4;

/**
 * A page and its attachments as one report, where they hold one: the tables of
 * the copy with the fewest values in doubt (the page's own where it has as few),
 * title, issuer, date and chapters of the page. Tables that this copy lacks
 * come from another. Where two copies vouch for different numbers, neither is
 * vouched for. Attachments of another office or year stay reports of their own,
 * and so do those of a page that links to several such, and tables that do not
 * say whose they are and differ in more than a few cells from the others.
 *
 * Gives the same documents in the same order, of which at most one of those
 * that were joined still has the report; null where nothing is to be joined.
 */
export function joined({ page, attachments }: PageWithAttachments): readonly DocumentResult[] | null {
  const about = page.page;
  const all = [page, ...attachments];
  const holding = all.flatMap((document): Copy[] => (document.reports.length === 1 && document.reports[0] ? [{ document, report: document.reports[0] }] : []));
  const [main, ...others] = holding.filter(hasTables).toSorted((a, b) => doubts(a.report) - doubts(b.report));
  if (!about || !main || (holding.length === 1 && main.document === page)) return null;
  if (holding.some((copy) => !agree(copy.report.identity, about.identity)) || attachments.some((a) => a.reports.length > 1)) return null;
  if (holding.some((a) => holding.some((b) => !agree(a.report.identity, b.report.identity)))) return null;
  if (others.some((other) => !isNamed(other.report.identity, main.report.identity) && differing(main.report, other.report) > mostDiffering)) return null;
  const report = others.reduce((sofar, other) => withCopy(sofar, other), withPage(main.report, about));
  return all.map((document) => {
    if (document === main.document) return { ...document, reports: [report], findings: document.findings.filter(isNoLink) };
    if (!holding.some((copy) => copy.document === document) && document !== page) return document;
    const said = finding('one-report', '', { source: main.document.source.path });
    return { ...document, reports: [], findings: [...document.findings.filter(isNoLink), said], outcome: 'not-a-report' };
  });
}

/** That a page links to its report is no more to be told once the report is there. */
const isNoLink = (f: Finding): boolean => f.code !== 'attachment' && f.code !== 'no-report' && f.code !== 'scan-without-report';

/** A page that tells its report in sentences alone is none beside a file with its tables. */
const hasTables = ({ report }: Copy): boolean => report.template !== 'narrative';

/** Whether two may speak of one report: neither says another year or office than the other. */
function agree(a: Identity, b: Identity): boolean {
  const sameYear = a.year === null || b.year === null || a.year === b.year;
  return sameYear && (a.issuer === b.issuer || a.issuer.endsWith(b.issuer) || b.issuer.endsWith(a.issuer));
}

/** Whether both say which office's report they are, and of which year; `agree` tells that it is the same. */
const isNamed = (...identities: readonly Identity[]): boolean => identities.every((i) => i.issuer !== '' && i.year !== null);

const isVouched = (value: Value): boolean => value.status === 'read' || value.status === 'blank' || value.status === 'repaired';

const doubts = (report: Report): number => report.values.filter((v) => !isVouched(v)).length;

/** A report with what its page says of it. */
function withPage(report: Report, { identity, sections }: WebPage): Report {
  const own = report.identity;
  const issuer = identity.issuer.length >= own.issuer.length ? identity : own;
  const year = own.year ?? identity.year;
  const whole: Identity = { ...issuer, title: identity.title || own.title, year, published: identity.published || own.published };
  const findings = report.findings.filter((f) => f.code !== 'year-unknown' || year === null);
  const isTold = sections.filter((s) => s.section !== '0').length >= (report.sections ?? []).filter((s) => s.section !== '0').length;
  return { ...report, identity: whole, findings, ...(isTold && sections.length > 0 ? { sections } : {}) };
}

/** A report held against another copy of it: tables that it lacks are taken over, numbers that differ are doubted. */
function withCopy(report: Report, { document, report: other }: Copy): Report {
  const source = document.source.path;
  const tables = [...new Set(report.values.map((v) => v.table))].filter((table) => isLacking(report, table) && !isLacking(other, table) && haveSameCells(report, other, table));
  const theirs = new Map(other.values.map((v) => [keyOf(v), v]));
  const findings: Finding[] = tables.map((table) => finding('table-from', table, { source }));
  const values = report.values.map((value) => {
    const their = theirs.get(keyOf(value));
    if (!their) return value;
    if (tables.includes(value.table)) return their;
    if (!areAtOdds(value, their)) return value;
    findings.push(finding('copies-differ', `${value.table}/${value.row}/${value.column}`, { source, raw: their.raw, own: value.raw }));
    return { ...value, status: 'suspect' as const, confidence: Math.min(value.confidence, 0.5) };
  });
  const isTaken = (table: TableId): boolean => tables.includes(table);
  const checks = [...report.checks.filter((c) => !isTaken(c.table)), ...other.checks.filter((c) => isTaken(c.table))];
  const ofTaken = (f: Finding): boolean => tables.some((table) => f.place === table || f.place.startsWith(`${table}/`));
  return { ...report, values, checks, findings: [...report.findings.filter((f) => !ofTaken(f)), ...other.findings.filter(ofTaken), ...findings] };
}

const keyOf = (value: Value): string => `${value.table} ${value.row} ${value.column}`;

/** Whether nothing of a table was found. */
const isLacking = (report: Report, table: TableId): boolean => report.values.every((v) => v.table !== table || v.status === 'missing');

function haveSameCells(a: Report, b: Report, table: TableId): boolean {
  const keys = (r: Report): string => r.values.filter((v) => v.table === table && !v.row.startsWith('extra.')).map(keyOf).join('|');
  return keys(a) === keys(b);
}

/** Whether two copies of a cell vouch for different numbers. */
const areAtOdds = (a: Value, b: Value): boolean => isVouched(a) && isVouched(b) && !sameNumber(a.value, b.value);

/** How many cells two reports are at odds about. */
function differing(a: Report, b: Report): number {
  const theirs = new Map(b.values.map((v) => [keyOf(v), v]));
  return a.values.filter((value) => {
    const their = theirs.get(keyOf(value));
    return their !== undefined && areAtOdds(value, their);
  }).length;
}

/** One copy may print 5.0 where another prints 5. */
const sameNumber = (a: string | null, b: string | null): boolean => a === b || (a !== null && b !== null && Number(a) === Number(b));
