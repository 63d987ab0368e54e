import { finding } from '../model/findings.js';
import type { Choice } from '../model/choice.js';
import type { Finding } from '../model/finding.js';
import type { Grid } from '../model/grid.js';
import type { Method } from '../model/page.js';
import type { TableId, Value } from '../model/report.js';
import type { Form, FormTable } from './forms/form.js';
import type { Labels } from './labels.js';
import type { CellReading } from './read-cells.js';
import { readSections, type SectionReading } from './read-section.js';
import { tight } from './printed-grid.js';
import { sectionsOf } from './sections.js';

/** The tables of a report, told by the ids of its forms. */
export interface InterpretedTables {
  /** Id of the newest form that any of its tables has. */
  readonly template: string;
  /** The form that each table was read by; the template's where it was not found. */
  readonly forms: ReadonlyMap<TableId, Form>;
  readonly values: readonly Value[];
  /** What the checks are to decide; its values are `suspect` or `missing` until then. */
  readonly choices: readonly Choice[];
  readonly findings: readonly Finding[];
}

const unsureConfidence = 0.5;

/**
 * The titles of reports among the lines outside of tables, where there are more
 * than one: the document holds several reports. A title stands out by its size,
 * where sizes are known; a part of another title is that title again.
 */
export function severalTitles(lines: readonly { readonly text: string; readonly size: number }[], { rules }: Labels): string[] {
  const title = new RegExp(rules.report_title, 'u');
  const sizes = lines.map((l) => l.size).sort((a, b) => a - b);
  const body = sizes[Math.floor(sizes.length / 2)] ?? 0;
  const found = lines.filter((l) => l.size === 0 || l.size > standsOut * body).map((l) => tight(l.text)).filter((t) => t.length <= longestTitle && title.test(t));
  const titles = [...new Set(found)].filter((t, _, all) => !all.some((other) => other !== t && other.endsWith(t)));
  return titles.length > 1 ? titles : [];
}

/** A title is set larger than most lines, by this factor. */
const standsOut = 1.12;

/** A line with more characters than this is prose. */
const longestTitle = 45;

/** The same tables with nothing in them vouched for. */
export const allSuspect = (tables: InterpretedTables): InterpretedTables => ({
  ...tables,
  choices: [],
  values: tables.values.map(suspected),
});

/** The same value, not vouched for. */
export const suspected = (value: Value): Value => (value.status === 'missing' ? value : { ...value, status: 'suspect', confidence: Math.min(value.confidence, unsureConfidence) });

/**
 * Reads the grids of a document as the tables of one of the forms (newest
 * first); each table is recognised on its own. Null where none is recognised.
 */
export function interpretTables(grids: readonly Grid[], forms: readonly Form[], labels: Labels, method: Method): InterpretedTables | null {
  const sections = sectionsOf(grids, forms, labels);
  const readings = new Map(forms.map((form) => [form, readSections(sections, form, labels)] as const));
  const chosen = new Map<TableId, Form>();
  let template: Form | undefined;
  for (const table of tableIds(forms)) {
    const ranked = forms.map((form) => ({ form, score: scoreOf(readings.get(form) ?? [], table) }));
    const best = ranked.reduce((a, b) => (b.score > a.score ? b : a), ranked[0] ?? { form: forms[0] as Form, score: 0 });
    if (best.score <= 0) continue;
    chosen.set(table, best.form);
    // A table that is the same in several forms says nothing of which one this is.
    const tells = ranked.some((r) => r.score < best.score);
    if (tells && (template === undefined || forms.indexOf(best.form) < forms.indexOf(template))) template = best.form;
  }
  if (chosen.size === 0) return null;
  const newest = template ?? forms.find((f) => [...chosen.values()].includes(f));
  if (!newest) return null;
  const findings: Finding[] = [];
  const choices: Choice[] = [];
  const values = newest.tables.flatMap((own) => {
    const form = chosen.get(own.id) ?? newest;
    if (!chosen.has(own.id)) findings.push(finding('table-not-found', own.id, { table: own.chapter, form: form.id }));
    const table = form.tables.find((t) => t.id === own.id) ?? own;
    const cells = (readings.get(form) ?? []).filter((r) => r.table === own.id).flatMap((r) => r.cells);
    choices.push(...choicesOf(table.id, cells));
    return valuesOf(table, cells, method, findings);
  });
  const formOf = new Map(newest.tables.map((t) => [t.id, chosen.get(t.id) ?? newest] as const));
  return { template: newest.id, forms: formOf, values, choices, findings };
}

const tableIds = (forms: readonly Form[]): TableId[] => [...new Set(forms.flatMap((f) => f.tables.map((t) => t.id)))];

const scoreOf = (readings: readonly SectionReading[], table: TableId): number =>
  readings.filter((r) => r.table === table).reduce((total, r) => total + r.score, 0);

/** The choices of a table's cells that are printed once, and whole. */
function choicesOf(table: TableId, cells: readonly CellReading[]): Choice[] {
  const readings = cells.filter((c) => c.choice && !c.row.startsWith('extra.') && cells.filter((o) => o.row === c.row && o.column.id === c.column.id).length === 1);
  return [...new Set(readings.map((c) => c.choice?.of))].flatMap((choice): Choice[] => {
    const own = readings.filter((c) => c.choice?.of === choice).toSorted((a, b) => (a.choice?.at ?? 0) - (b.choice?.at ?? 0));
    return choice && own.length === choice.columns.length ? [{ table, cells: own.map((c) => ({ row: c.row, column: c.column.id })), readings: choice.readings }] : [];
  });
}

/** Every cell of the form's table, in its order, then the rows that the form does not have. */
function valuesOf(table: FormTable, cells: readonly CellReading[], method: Method, findings: Finding[]): Value[] {
  const byCell = new Map<string, CellReading[]>();
  for (const cell of numbered(cells)) {
    const key = `${cell.row}\u0000${cell.column.id}`;
    const before = byCell.get(key);
    if (before) before.push(cell);
    else byCell.set(key, [cell]);
  }
  const printedRows = new Set(cells.map((c) => c.row));
  const values: Value[] = [];
  for (const { row, column } of cellsOf(table, printedRows)) {
    const key = `${row}\u0000${column}`;
    values.push(toValue(table.id, row, column, byCell.get(key) ?? [], method, findings));
    byCell.delete(key);
  }
  const extras = [...byCell.values()].filter(([first]) => first?.row.startsWith('extra.'));
  for (const label of new Set(extras.flatMap(([first]) => (first ? [first.row] : [])))) findings.push(finding('extra-row', `${table.id}/${label}`, { label: label.slice('extra.'.length) }));
  return [...values, ...extras.flatMap((list) => (list[0] ? [toValue(table.id, list[0].row, list[0].column.id, list, method, findings)] : []))];
}

/** Rows that the form does not have may bear one label twice: the second is named `…#2`. */
function numbered(cells: readonly CellReading[]): CellReading[] {
  const seen = new Map<string, number>();
  return cells.map((cell) => {
    if (!cell.row.startsWith('extra.')) return cell;
    const key = `${cell.row}\u0000${cell.column.id}`;
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return times === 1 ? cell : { ...cell, row: `${cell.row}#${times}` };
  });
}

/** The cells of a form's table; where the parts of a split row are printed, they stand in its place. */
function cellsOf(table: FormTable, printedRows: ReadonlySet<string>): { row: string; column: string }[] {
  return table.parts.flatMap((part) => {
    if (part.singleRow) return part.columns.map((c) => ({ row: c.row, column: c.id }));
    const isSplit = (id: string): boolean => part.rows.some((r) => r.partOf === id && r.id !== null && printedRows.has(r.id));
    const rows = part.rows.flatMap((r) => {
      if (r.id === null) return [];
      if (r.partOf !== null) return printedRows.has(r.id) ? [r.id] : [];
      return isSplit(r.id) && !printedRows.has(r.id) ? [] : [r.id];
    });
    return rows.flatMap((row) => part.columns.map((c) => ({ row, column: c.id })));
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
