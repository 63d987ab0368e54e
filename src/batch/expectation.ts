import type { DocumentResult, Report, TableId, Value } from '../model/report.js';
import { checkOrder, valueOrder, type AxisIds, type DatasetOrder } from '../export/dataset-order.js';
import { countsOf, statusOf } from '../export/report-record.js';

/** A cell in an expectation: the number, null for a blank, `!missing`, `!suspect:12`, or `!absent` where there is no such cell. */
type ExpectedCell = string | null;

type ExpectedRow = readonly ExpectedCell[] | Readonly<Record<string, ExpectedCell>>;

/** What is expected of one report. */
export interface ExpectedReport {
  readonly title: string;
  readonly issuer: string;
  readonly issuer_id: string;
  readonly issuer_kind: string;
  readonly division_code: string;
  readonly town: string;
  readonly year: number | null;
  readonly template: string;
  readonly status: string;
  readonly requests: Readonly<Record<string, ExpectedRow>>;
  readonly proceedings: Readonly<Record<string, ExpectedRow>>;
  readonly disclosure: Readonly<Record<string, ExpectedRow>>;
  /** Of a report that has a statistical table. */
  readonly statistics?: Readonly<Record<string, ExpectedRow>>;
  readonly checks: { readonly held: number; readonly failed: readonly string[] };
}

/** What is expected of a document: one report, several, or none and the findings that say why. */
export type Expectation = ExpectedReport | { readonly reports: readonly ExpectedReport[] } | { readonly outcome: string; readonly problems: readonly string[] };

/** What was read of a document, in the form of an expectation. */
export function expectationOf(document: DocumentResult, order: DatasetOrder): Expectation {
  const reports = document.reports.map((report) => expectedReport(report, order));
  const [only] = reports;
  if (only === undefined) return { outcome: document.outcome, problems: document.findings.map((one) => `${one.code} ${one.place}`.trim()) };
  return reports.length === 1 ? only : { reports };
}

function expectedReport(report: Report, order: DatasetOrder): ExpectedReport {
  const { identity } = report;
  const values = report.values.toSorted(valueOrder(order));
  return {
    title: identity.title,
    issuer: identity.issuer,
    issuer_id: identity.issuerId,
    issuer_kind: identity.issuerKind,
    division_code: identity.divisionCode,
    town: identity.town,
    year: identity.year,
    template: report.template,
    status: statusOf(report, countsOf(report)),
    requests: byRow(values, 'requests', (row) => inColumns(row, order.requests)),
    proceedings: byRow(values, 'proceedings', (row) => inColumns(row, order.proceedings)),
    disclosure: byRow(values, 'disclosure', named),
    ...(values.some((value) => value.table === 'statistics') ? { statistics: byRow(values, 'statistics', named) } : {}),
    checks: {
      held: report.checks.filter((check) => check.held === true).length,
      failed: report.checks
        .filter((check) => check.held === false)
        .toSorted(checkOrder(order))
        .map((check) => check.id),
    },
  };
}

function byRow(values: readonly Value[], table: TableId, write: (row: readonly Value[]) => ExpectedRow): Record<string, ExpectedRow> {
  const rows = new Map<string, Value[]>();
  for (const value of values.filter((one) => one.table === table)) rows.set(value.row, [...(rows.get(value.row) ?? []), value]);
  return Object.fromEntries([...rows].map(([id, row]) => [id, write(row)]));
}

/** The cells in the order of the form's columns; by name where there is a column that the form does not have. */
function inColumns(row: readonly Value[], { columns }: AxisIds): ExpectedRow {
  if (row.some((value) => !columns.includes(value.column))) return named(row);
  return columns.map((column) => {
    const value = row.find((one) => one.column === column);
    return value === undefined ? '!absent' : cell(value);
  });
}

function named(row: readonly Value[]): ExpectedRow {
  const units = [...new Set(row.map((value) => value.unit).filter((unit) => unit !== ''))];
  return { ...Object.fromEntries(row.map((value) => [value.column, cell(value)])), ...(units.length === 0 ? {} : { unit: units.join(' ') }) };
}

function cell({ status, value }: Value): ExpectedCell {
  if (status === 'missing') return '!missing';
  return status === 'suspect' ? `!suspect:${value ?? ''}` : value;
}

const TABLES = ['requests', 'proceedings', 'disclosure', 'statistics'] as const;

/**
 * Where what was read differs from what is expected, a line each. An
 * expectation need not speak of everything, except of every table that was read.
 */
export function differences(expected: unknown, actual: Expectation, order: DatasetOrder): readonly string[] {
  const unsaid = (wanted: unknown, read: unknown, path: string): string[] => TABLES.filter((table) => hasRows(read, table) && !(isRecord(wanted) && table in wanted)).map((table) => `${path}${table}: read, and nothing is expected of it`);
  const found = compare('outcome' in actual && isRecord(expected) ? { outcome: undefined, ...expected } : expected, actual, '', order);
  if (!('reports' in actual)) return [...found, ...unsaid(expected, actual, '')];
  const wanted = isRecord(expected) && Array.isArray(expected['reports']) ? (expected['reports'] as unknown[]) : [];
  return [...found, ...actual.reports.flatMap((report, index) => (wanted[index] === undefined ? [] : unsaid(wanted[index], report, `reports ${index} `)))];
}

function compare(expected: unknown, actual: unknown, path: string, order: DatasetOrder): string[] {
  if (isRecord(expected) && isRecord(actual)) {
    const whole = path !== '' && !/^reports \d+$/.test(path);
    const keys = new Set([...Object.keys(expected), ...(whole ? Object.keys(actual) : [])]);
    return [...keys].flatMap((key) => compare(expected[key], actual[key], path === '' ? key : `${path} ${key}`, order));
  }
  if (Array.isArray(expected) && Array.isArray(actual)) {
    const length = Math.max(expected.length, actual.length);
    return Array.from({ length }, (_, at) => compare(expected[at], actual[at], `${path}${columnName(path, at, order)}`, order)).flat();
  }
  return expected === actual ? [] : [`${path || 'the document'}: expected ${shown(expected)}, read ${shown(actual)}`];
}

/** Cells are named by the ids of their row and column. */
function columnName(path: string, at: number, order: DatasetOrder): string {
  const columns = /\brequests \S+$/.test(path) ? order.requests.columns : /\bproceedings \S+$/.test(path) ? order.proceedings.columns : [];
  return columns[at] === undefined ? ` ${at}` : `/${columns[at]}`;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const hasRows = (report: unknown, table: string): boolean => isRecord(report) && isRecord(report[table]) && Object.keys(report[table]).length > 0;

const shown = (value: unknown): string => (value === undefined ? 'nothing' : value === null ? 'a blank' : JSON.stringify(value));

/** JSON with a line for each row of a table, as a person writes it. */
export function written(expectation: Expectation): string {
  return `${json(expectation, '')}\n`;
}

function json(value: unknown, indent: string): string {
  if (Array.isArray(value) && value.some(isRecord)) return block('[', value.map((one) => json(one, `${indent}  `)), ']', indent);
  if (!isRecord(value) || (indent.length >= 4 && Object.values(value).every((one) => !isRecord(one) && !Array.isArray(one)))) return inline(value);
  return block('{', Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${json(one, `${indent}  `)}`), '}', indent);
}

const block = (open: string, lines: readonly string[], close: string, indent: string): string => (lines.length === 0 ? `${open}${close}` : `${open}\n${lines.map((line) => `${indent}  ${line}`).join(',\n')}\n${indent}${close}`);

function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => JSON.stringify(one)).join(', ')}]`;
  if (isRecord(value)) return `{ ${Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${JSON.stringify(one)}`).join(', ')} }`;
  return JSON.stringify(value);
}
