import type { Report, Status, Value } from '../../model/report.js';
import type { PanelVariable } from './panel.js';

const vouchedFor: ReadonlySet<Status> = new Set<Status>(['read', 'repaired', 'corrected']);

const nameOf = ({ table, row, column }: Value): string => `${table}/${row}/${column}`;

/** A number told in 万件 is no number of 件, and what it leaves out by rounding nobody knows. */
const inMultiples = /^[百千万亿]/u;

/** The values of a report by `table/row/column`. */
export const valuesByName = (report: Report): ReadonlyMap<string, Value> => new Map(report.values.map((v) => [nameOf(v), v]));

/**
 * The number of a variable in a report; empty where the report has no
 * counterpart, where every term is printed blank, and where one of them is not
 * vouched for: a gap, never a doubtful number. A blank among numbers counts as 0.
 */
export function harmonised(variable: PanelVariable, values: ReadonlyMap<string, Value>): string {
  const isThere = (term: string): boolean => (values.get(term)?.status ?? 'missing') !== 'missing';
  const mapping = variable.from.find(({ terms }) => terms.some(isThere));
  if (mapping === undefined) return '';
  const terms = mapping.terms.map((term) => values.get(term));
  const numbers = terms.flatMap((v) => (v?.value != null && vouchedFor.has(v.status) && !inMultiples.test(v.unit) ? [v.value] : []));
  const blanks = terms.filter((v) => v?.status === 'blank').length;
  if (numbers.length === 0 || numbers.length + blanks < terms.length) return '';
  const [only] = numbers;
  if (numbers.length === 1) return only ?? '';
  const sum = numbers.reduce((total, n) => total + Number(n), 0);
  return Number.isSafeInteger(sum) ? String(sum) : '';
}
