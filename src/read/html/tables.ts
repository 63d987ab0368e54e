import { isTag, isText, type Element, type ParentNode } from 'domhandler';
import type { Block } from '../../model/page.js';
import { placedCells, type MarkedCell } from '../placed-cells.js';
import { hiddenBySheet, isShown, takesPlace } from './shown.js';
import { cellText } from './text.js';
import { lineOf, walk } from './walk.js';

type GridBlock = Extract<Block, { kind: 'grid' }>;

/** A table with fewer rows or columns than this lays out a page, or is a line of text in a frame. */
const least = 2;

/** What is known of the tables under an element: which of them hold data, and which only lay out other tables. */
export interface TableKinds {
  readonly data: ReadonlySet<Element>;
}

/** Tells the tables that hold data from those that lay out a page: a table around a table lays out. */
export function tableKinds(root: ParentNode): TableKinds {
  const data = new Set<Element>();
  const open: { table: Element; rows: number; widest: number; cells: number; holdsTable: boolean }[] = [];
  for (const step of walk(root, isShown)) {
    if (step.kind === 'text') continue;
    const { name } = step.element;
    const inner = open.at(-1);
    if (name === 'table' && step.kind === 'open') open.push({ table: step.element, rows: 0, widest: 0, cells: 0, holdsTable: false });
    else if (name === 'table' && inner) {
      open.pop();
      const outer = open.at(-1);
      const isGrid = inner.rows >= least && inner.widest >= least;
      if (isGrid && !inner.holdsTable) data.add(inner.table);
      if (outer && (isGrid || inner.holdsTable)) outer.holdsTable = true;
    } else if (step.kind === 'open' && inner) {
      if (name === 'tr') {
        inner.rows++;
        inner.cells = 0;
      } else if (name === 'td' || name === 'th') inner.widest = Math.max(inner.widest, ++inner.cells);
    }
  }
  return { data };
}

/** A table of data with its cells where a browser shows them. */
export function gridOf(table: Element): GridBlock {
  const rows: MarkedRow[] = [];
  const feet: MarkedRow[] = [];
  let isFoot = false;
  const enters = (e: Element): boolean => (isCell(e) ? takesPlace(e) : isShown(e)) && !(e.parent && isTag(e.parent) && isCell(e.parent));
  for (const step of walk(table, enters)) {
    if (step.kind === 'text') continue;
    const { element } = step;
    if (element.name === 'tfoot') isFoot = step.kind === 'open';
    if (step.kind === 'close') continue;
    const part = isFoot ? feet : rows;
    if (element.name === 'tr') part.push({ cells: [], isFlat: element.attribs['height'] === '0' });
    if (isCell(element)) part.at(-1)?.cells.push(marked(element));
  }
  // Word sets the widths of columns by a last row of no height.
  const shown = [...rows, ...feet].filter((row) => !(row.isFlat && row.cells.every((c) => c.text === '')));
  return { kind: 'grid', ...placedCells(shown.map((row) => row.cells)), line: lineOf(table) };
}

const isCell = ({ name }: Element): boolean => name === 'td' || name === 'th';

interface MarkedRow {
  readonly cells: MarkedCell[];
  readonly isFlat: boolean;
}

function marked(cell: Element): MarkedCell {
  const said = cellText(cell);
  const row = cell.parent;
  const { text, unclear } = row && isTag(row) && row.attribs[hiddenBySheet] !== undefined ? { ...said, unclear: true } : said;
  return { text, rowSpan: span(cell.attribs['rowspan'], 0), columnSpan: span(cell.attribs['colspan'], 1), ...(unclear ? { unclear: true as const } : {}) };
}

/** The rules of the HTML Standard for numbers: leading digits count, anything else is 1. */
function span(attribute: string | undefined, least: 0 | 1): number {
  const number = Number.parseInt(attribute ?? '1', 10);
  return Number.isNaN(number) || number < least ? 1 : number;
}

/**
 * Rows of elements that are no table, most of them with several parts: how some
 * editors draw one. Null where it is none. What is one part alone is a row of
 * one cell: a heading within the table.
 */
export function rowsOfParts(element: Element): Extract<Block, { kind: 'table' }> | null {
  const rows = partsOf(element);
  if (rows.length < 3) return null;
  const parts = rows.map((row) => {
    const inner = partsOf(row);
    return inner.length > 0 && !hasLooseText(row) ? inner : [row];
  });
  if (hasLooseText(element) || parts.filter((row) => row.length >= 3).length < rows.length / 2) return null;
  const cells = parts.map((row) => row.map(cellText));
  if (cells.some((row) => row.some((c) => c.unclear || c.text.length > longestPart)) || holdsTable(element)) return null;
  return { kind: 'table', rows: rows.map((row, r) => ({ cells: (cells[r] ?? []).map((c) => c.text), line: lineOf(row) })) };
}

/** A part with more characters than this is prose. */
const longestPart = 80;

const parting = new Set(['div', 'ul', 'li', 'dl', 'dd', 'dt', 'span']);

const partsOf = (element: Element): Element[] => element.children.filter((c): c is Element => isTag(c) && isShown(c) && parting.has(c.name));

const hasLooseText = (element: Element): boolean => element.children.some((c) => (isText(c) && c.data.trim() !== '') || (isTag(c) && isShown(c) && !parting.has(c.name) && c.name !== 'br' && cellText(c).text !== ''));

const holdsTable = (element: Element): boolean => [...walk(element, isShown)].some((step) => step.kind === 'open' && step.element.name === 'table');
