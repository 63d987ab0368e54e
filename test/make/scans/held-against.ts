// What was read of one document, held against what is printed in it, cell by cell.

import type { DocumentResult, Value } from '../../../src/model/report.js';
import type { Truth, TruthTable } from '../truth-file.js';

/** `wrong`: vouched for and not what is printed; `wrongly-repaired` is one of these. `false-alarm`: right, and yet suspect. */
export type Verdict = 'right' | 'wrong' | 'wrongly-repaired' | 'false-alarm' | 'suspect' | 'missing';

export interface Held {
  /** `table row/column` */
  readonly cell: string;
  readonly verdict: Verdict;
  /** Of what is wrong: a number where none is printed, none where one is, another than is printed. */
  readonly kind: '' | 'phantom' | 'lost' | 'misread' | 'twice';
  readonly printed: string;
  readonly read: string;
}

const vouched = new Set(['read', 'blank', 'repaired', 'corrected']);
const tables = ['requests', 'proceedings', 'disclosure'] as const;
const shown = (printed: string | null | undefined): string => (printed === undefined ? 'not printed' : printed ?? 'blank');

function verdictOf(value: Value, printed: string | null | undefined): Pick<Held, 'verdict' | 'kind'> {
  const isRight = printed !== undefined && value.value === printed && (printed !== null || value.status !== 'read');
  if (vouched.has(value.status)) {
    if (isRight) return { verdict: 'right', kind: '' };
    const kind = value.value === null ? 'lost' : printed === null || printed === undefined ? 'phantom' : 'misread';
    return { verdict: value.status === 'repaired' ? 'wrongly-repaired' : 'wrong', kind };
  }
  if (value.status === 'missing') return { verdict: 'missing', kind: '' };
  return { verdict: isRight ? 'false-alarm' : 'suspect', kind: '' };
}

/** Rows that the form does not have are not held against anything; a cell that is missing and not printed is no cell. */
function heldIn(table: Value['table'], truth: TruthTable, values: readonly Value[]): Held[] {
  const held: Held[] = [];
  const seen = new Set<string>();
  for (const value of values.filter((each) => each.table === table && !each.row.startsWith('extra.'))) {
    const cell = `${value.row}/${value.column}`;
    const printed = truth[value.row]?.[value.column];
    const verdict = verdictOf(value, printed);
    if (printed === undefined && verdict.verdict === 'missing') continue;
    const twice = seen.has(cell) && vouched.has(value.status);
    seen.add(cell);
    held.push({ cell: `${table} ${cell}`, ...(twice ? { verdict: 'wrong', kind: 'twice' } as const : verdict), printed: shown(printed), read: `${value.value ?? 'blank'} (${value.status}, “${value.raw}”)` });
  }
  for (const [row, cells] of Object.entries(truth)) {
    for (const [column, printed] of Object.entries(cells)) {
      if (!seen.has(`${row}/${column}`)) held.push({ cell: `${table} ${row}/${column}`, verdict: 'missing', kind: '', printed: shown(printed), read: 'nothing' });
    }
  }
  return held;
}

/** Of several reports in one document the first is held against its truth; the values of the others stand where they should not. */
export function heldAgainst(truth: Truth, result: Pick<DocumentResult, 'reports'>): Held[] {
  const values = result.reports.flatMap((report) => report.values);
  return tables.flatMap((table) => heldIn(table, truth[table], values));
}

/** What of title, issuer, year, form and division is not as printed. */
export function misnamed(truth: Truth, result: Pick<DocumentResult, 'reports'>): string[] {
  const [report] = result.reports;
  if (!report) return [];
  const { title, issuer, year, divisionCode } = report.identity;
  const pairs: [string, string, string][] = [
    ['title', truth.title, title.replace(/\s+/g, '')], ['issuer', truth.issuer, issuer], ['year', String(truth.year), String(year ?? '')],
    ['form', truth.template, report.template], ['division', truth.division_code, divisionCode],
  ];
  return pairs.filter(([, printed, read]) => printed !== read).map(([name, printed, read]) => `${name}: printed ${printed}, read ${read}`);
}
