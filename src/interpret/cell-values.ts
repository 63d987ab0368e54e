import { finding } from '../model/findings.js';
import type { Finding } from '../model/finding.js';
import type { Method } from '../model/page.js';
import type { TableId, Value } from '../model/report.js';
import type { CellReading } from './read-cells.js';

/** Confidence of what is not vouched for. */
export const unsureConfidence = 0.5;

/** The ids of a cell of a form. */
export interface CellIds {
  readonly row: string;
  readonly column: string;
}

const keyOf = ({ row, column }: CellIds): string => `${row}\u0000${column}`;

/** The values of the cells that are `wanted`, in that order, then those of the rows that the form does not have. */
export function cellValues(table: TableId, wanted: readonly CellIds[], cells: readonly CellReading[], method: Method, findings: Finding[]): Value[] {
  const byCell = new Map<string, CellReading[]>();
  for (const cell of numbered(cells)) {
    const key = keyOf({ row: cell.row, column: cell.column.id });
    const before = byCell.get(key);
    if (before) before.push(cell);
    else byCell.set(key, [cell]);
  }
  const values = wanted.map(({ row, column }) => {
    const readings = byCell.get(keyOf({ row, column })) ?? [];
    byCell.delete(keyOf({ row, column }));
    return toValue(table, row, column, readings, method, findings);
  });
  const extras = [...byCell.values()].filter(([first]) => first?.row.startsWith('extra.'));
  for (const label of new Set(extras.flatMap(([first]) => (first ? [first.row] : [])))) findings.push(finding('extra-row', `${table}/${label}`, { label: label.slice('extra.'.length) }));
  return [...values, ...extras.flatMap((list) => (list[0] ? [toValue(table, list[0].row, list[0].column.id, list, method, findings)] : []))];
}

/** Rows that the form does not have may bear one label twice: the second is named `…#2`. */
function numbered(cells: readonly CellReading[]): CellReading[] {
  const seen = new Map<string, number>();
  return cells.map((cell) => {
    if (!cell.row.startsWith('extra.')) return cell;
    const key = keyOf({ row: cell.row, column: cell.column.id });
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return times === 1 ? cell : { ...cell, row: `${cell.row}#${times}` };
  });
}

function toValue(table: TableId, row: string, column: string, readings: readonly CellReading[], method: Method, findings: Finding[]): Value {
  const place = `${table}/${row}/${column}`;
  const first = readings[0];
  if (!first) return { table, row, column, value: null, unit: '', status: 'missing', raw: '', method, confidence: 0, place: null };
  const { number, raw, doubt, label, choice } = first;
  const isScanned = readings.some((r) => r.readings);
  const scanned = readings.length === 1 && doubt === null ? first.readings : undefined;
  // What the readers of a scan say is proven later, by one another and by the checks.
  if (scanned) return { table, row, column, value: number.value, unit: number.unit, status: number.value === null ? 'blank' : 'read', raw, method: 'ocr', confidence: 0, place: first.place, readings: scanned };
  const contradicted = readings.some((r) => r.number.value !== number.value || r.number.certainty !== number.certainty);
  if (contradicted) findings.push(finding('repeated-row', place, { row }));
  else if (doubt !== null) tellOnce(findings, finding(doubt === 'label' ? 'label-unsure' : 'place-unsure', `${table}/${row}`, { label, row }));
  else if (choice?.of.lost) return { table, row, column, value: null, unit: '', status: 'missing', raw, method, confidence: 0, place: first.place };
  else if (number.certainty === 'unsure' && !choice) findings.push(finding('value-unsure', place, { raw }));
  const doubtful = contradicted || doubt !== null || isScanned || number.certainty === 'unsure';
  const status = doubtful ? 'suspect' : number.certainty === 'blank' ? 'blank' : 'read';
  return { table, row, column, value: number.value, unit: number.unit, status, raw, method, confidence: doubtful ? unsureConfidence : 1, place: first.place };
}

/** A doubt about a row is told once, not for each of its cells. */
function tellOnce(findings: Finding[], told: Finding): void {
  if (!findings.some((f) => f.code === told.code && f.place === told.place)) findings.push(told);
}
