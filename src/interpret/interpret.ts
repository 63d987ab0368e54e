import { finding } from '../model/findings.js';
import type { Choice } from '../model/choice.js';
import type { Finding } from '../model/finding.js';
import type { Grid } from '../model/grid.js';
import type { Method } from '../model/page.js';
import type { TableId, Value } from '../model/report.js';
import { cellValues, unsureConfidence } from './cell-values.js';
import type { Form, FormTable } from './forms/form.js';
import type { Labels } from './labels.js';
import type { CellReading } from './read-cells.js';
import { readSections, type SectionReading } from './read-section.js';
import { tight } from './printed-grid.js';
import { sectionsOf } from './sections.js';
import { interpretStatistics } from './statistics/statistics.js';

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

/**
 * The lines that read as titles of reports, and the titles, each once and in
 * order. A title that ends with another is the same, with more of its office.
 * More than one: the document holds several reports, and a table may belong to any.
 */
export function titleLines<Line extends { readonly text: string; readonly size: number }>(lines: readonly Line[], { rules }: Labels): { readonly titles: string[]; readonly lines: readonly { readonly line: Line; readonly title: string }[] } {
  const title = new RegExp(rules.report_title, 'u');
  const sizes = lines.map((l) => l.size).sort((a, b) => a - b);
  const body = sizes[Math.floor(sizes.length / 2)] ?? 0;
  const printed = lines
    .filter((l) => l.size === 0 || l.size > standsOut * body)
    .map((line) => ({ line, title: tight(line.text) }))
    .filter((l) => l.title.length <= longestTitle && title.test(l.title));
  const all = [...new Set(printed.map((l) => l.title))];
  return { titles: all.filter((t) => !all.some((other) => other !== t && other.endsWith(t))), lines: printed };
}

/** The titles of a document that holds several reports; empty where it has no more than one. */
export function severalTitles(lines: readonly { readonly text: string; readonly size: number }[], labels: Labels): string[] {
  const { titles } = titleLines(lines, labels);
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
  const tables = interpretParts(grids, forms.filter((f) => f.tables.some((t) => t.parts.length > 0)), labels, method);
  const statistics = interpretStatistics(grids, forms, labels, method);
  if (statistics === null) return tables;
  const { form, values, findings } = statistics;
  if (tables === null) return { template: form.template, forms: new Map([['statistics', form]]), values, choices: [], findings };
  return { ...tables, forms: new Map([...tables.forms, ['statistics', form]]), values: [...tables.values, ...values], findings: [...tables.findings, ...findings] };
}

/** Reads the tables that have columns of their own: those of the forms since 2019. */
function interpretParts(grids: readonly Grid[], forms: readonly Form[], labels: Labels, method: Method): InterpretedTables | null {
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
    return cellValues(table.id, cellsOf(table, new Set(cells.map((c) => c.row))), cells, method, findings);
  });
  const formOf = new Map(newest.tables.map((t) => [t.id, chosen.get(t.id) ?? newest] as const));
  return { template: newest.template, forms: formOf, values, choices, findings };
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
