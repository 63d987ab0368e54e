import { around, centre, width, type Box } from '../../model/box.js';
import type { Cell, Grid, Place } from '../../model/grid.js';
import type { Page, Ruling, Word } from '../../model/page.js';
import { textOf } from '../cell-text.js';
import type { GridFinder } from '../grid-finder.js';
import { wholeLines } from '../lines.js';
import type { LabelScore } from '../mend.js';
import { arrangeHead, isNearerAnotherHead } from './boxhead.js';
import { entriesOf } from './entries.js';
import type { Gutter } from './gutters.js';
import { headEnd } from './head-end.js';
import { isContents, isKnownTable, isTable } from './is-table.js';
import { place, type Entry, type Placed } from './placed.js';
import { proseAmong } from './prose.js';
import { regionsOf, type Region } from './region.js';
import { arePartedByRules, arrangeRows, dataLinesOf } from './rows.js';
import { segmentsOf } from './segment.js';
import { withSerials } from './serial-column.js';
import { withSpreadLabels } from './spread-labels.js';

/** Tables whose columns are told by where their text stands: without rules, or with rules between rows alone. */
export const alignedGrids: GridFinder = {
  name: 'aligned',
  find(page, source, score) {
    const segments = withSerials(withSpreadLabels(segmentsOf(page.words), score));
    const prose = proseAmong(segments);
    const rules = wholeLines(page.rulings.filter((r) => r.axis === 'horizontal'));
    const taken = new Set<Word>();
    const grids = regionsOf(segments.filter((s) => !prose.has(s)), rules, score).flatMap((region) => {
      const grid = toGrid(region, rules, page, source, score);
      if (grid) for (const s of region.segments) for (const word of s.words) taken.add(word);
      return grid ? [grid] : [];
    });
    return { grids, taken };
  },
};

interface Covering {
  readonly entry: Entry | null;
  readonly row: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
  readonly isUnsure: boolean;
}

function toGrid(region: Region, rules: readonly Ruling[], page: Page, source: Grid['source'], score: LabelScore): Grid | null {
  const box = around(region.segments.map((s) => s.box));
  if (!box) return null;
  const within = rules.filter((r) => r.at > box.y0 - 2 && r.at < box.y1 + 2 && r.to > box.x0 && r.from < box.x1);
  const pieces = place(region.segments, region.gutters);
  const columns = region.gutters.length + 1;
  if (isContents(pieces, columns, page.words)) return null;
  const head = headEnd(pieces, columns, within, box, score);
  const edges = [box.x0, ...region.gutters.map((g) => (g.from + g.to) / 2), box.x1];
  const body = pieces.filter((p) => centre(p.segment.box).y > head.y);
  const dataLines = dataLinesOf(body, head.isData);
  const isRuled = arePartedByRules(dataLines, within, box);
  // A page may begin within a table: then its first label begins above the line of its numbers, and there is no head.
  const above = pieces.filter((p) => !body.includes(p));
  const inStub = (p: Placed): boolean => p.to <= head.stubColumns;
  const headFoot = Math.max(-Infinity, ...above.filter((p) => !inStub(p)).map((p) => p.segment.box.y1));
  const stub = entriesOf(pieces.filter(inStub), { rules: within, dataLines, isRuled, score });
  const isHead = (e: Entry): boolean => centre(e.box).y < headFoot && !dataLines.some((y) => y > e.box.y0 && y < e.box.y1);
  const headEntries = [...stub.filter(isHead), ...entriesOf(above.filter((p) => !inStub(p)), { rules: within, dataLines: [], isRuled: false, score })];
  const bodyEntries = [...stub.filter((e) => !isHead(e)), ...entriesOf(body.filter((p) => !inStub(p)), { rules: within, dataLines, isRuled, score })];
  const top = arrangeHead(headEntries, edges);
  const rest = arrangeRows(bodyEntries, dataLines, head.stubColumns, score);
  const rows = top.rows + rest.rows;
  const isAmiss = standsBesideItsHead(top, bodyEntries, head.stubColumns, columns);
  // No number is of a column that has the row's label.
  const hasLabelUnder = ({ from, to }: Pick<Entry, 'from' | 'to'>, row: number): boolean => rest.cells.some((c) => c.row <= row && c.end > row && c.entry.from < to && c.entry.to > from && c.entry.parts.some((p) => !p.isNumber));
  const cells: Covering[] = [
    ...top.cells.map((c) => ({ entry: c.entry, row: c.row, end: c.row + 1, from: c.from, to: c.to, isUnsure: false })),
    ...rest.cells.map((c) => ({ entry: c.entry, row: top.rows + c.row, end: top.rows + c.end, from: c.entry.from, to: c.entry.to, isUnsure: isAmiss || c.isUnsure || isNearerAnotherHead(c.entry, top.cells.filter((h) => !hasLabelUnder(h, c.row))) || isInGutter(c.entry, region.gutters.filter((_, i) => !hasLabelUnder({ from: i, to: i + 1 }, c.row))) })),
  ];
  if (!isTable(pieces, columns, rest.rows, dataLines) && !isKnownTable(headEntries, bodyEntries, columns, score)) return null;
  const covered = withDoubtAlongRows(withoutOverlaps(cells, rows, columns));
  return {
    rows,
    columns,
    cells: covered.map((c) => toCell(c, { page, edges, table: box, rules: within, entries: bodyEntries })),
    method: 'aligned',
    source,
    places: [{ page: page.number, box }],
    columnEdges: edges,
    gutters: region.gutters,
    seams: [],
  };
}

/** Whether a number stands between two columns, with nothing beside it that tells which it is of. */
const isInGutter = ({ box, parts }: Entry, gutters: readonly Gutter[]): boolean => parts.every((p) => p.isNumber) && gutters.some((g) => box.x0 > g.from - 0.6 && box.x1 < g.to + 0.6);

/** Whether a column of numbers has no head and a head has no numbers: they may belong together, and then others may be amiss too. */
function standsBesideItsHead(top: ReturnType<typeof arrangeHead>, body: readonly Entry[], stubColumns: number, columns: number): boolean {
  const inBody = Array.from({ length: columns }, (_, c) => c).slice(stubColumns);
  const isHeaded = (c: number): boolean => top.cells.some((h) => h.row === top.rows - 1 && h.from <= c && h.to > c);
  const hasNumbers = (c: number): boolean => body.some((e) => e.from <= c && e.to > c && e.parts.every((p) => p.isNumber));
  return top.rows > 0 && inBody.some((c) => !isHeaded(c) && hasNumbers(c)) && inBody.some((c) => isHeaded(c) && !hasNumbers(c));
}

/** Where it is unsure that a label stands in its row, so are the other cells of the row, the empty ones too. */
function withDoubtAlongRows<T extends Covering>(cells: readonly T[]): T[] {
  const doubted = new Set(cells.filter((c) => c.isUnsure && c.end === c.row + 1).map((c) => c.row));
  return cells.map((c) => (doubted.has(c.row) && c.end === c.row + 1 ? { ...c, isUnsure: true } : c));
}

/** Entries that fall on one place become one cell; places without any are empty cells. */
function withoutOverlaps(cells: readonly Covering[], rows: number, columns: number): (Covering & { readonly entries: Entry[] })[] {
  const owner: number[][] = Array.from({ length: rows }, () => Array.from({ length: columns }, () => -1));
  const result: { covering: Covering; entries: Entry[]; isUnsure: boolean }[] = [];
  const placesOf = (c: Covering): [number, number][] => Array.from({ length: c.end - c.row }, (_, r) => r).flatMap((r) => Array.from({ length: c.to - c.from }, (__, k): [number, number] => [c.row + r, c.from + k]));
  // Single places first: what spans gives way to them.
  for (const cell of cells.toSorted((a, b) => (a.end - a.row) * (a.to - a.from) - (b.end - b.row) * (b.to - b.from))) {
    const places = placesOf(cell);
    const free = places.filter(([r, c]) => owner[r]?.[c] === -1);
    const takenBy = places.map(([r, c]) => owner[r]?.[c] ?? -1).find((o) => o >= 0);
    if (free.length === places.length) {
      places.forEach(([r, c]) => ((owner[r] ?? [])[c] = result.length));
      result.push({ covering: cell, entries: cell.entry ? [cell.entry] : [], isUnsure: cell.isUnsure });
    } else if (free.length > 0) {
      const rectangle = firstRectangle(cell, owner);
      for (const [r, c] of placesOf(rectangle)) (owner[r] ?? [])[c] = result.length;
      result.push({ covering: rectangle, entries: cell.entry ? [cell.entry] : [], isUnsure: cell.isUnsure });
    } else if (takenBy !== undefined && cell.entry) {
      const other = result[takenBy];
      other?.entries.push(cell.entry);
      if (other) other.isUnsure ||= cell.isUnsure || cell.entry.parts.some((p) => p.isNumber);
    }
  }
  owner.forEach((line, row) => line.forEach((o, column) => {
    if (o === -1) result.push({ covering: { entry: null, row, end: row + 1, from: column, to: column + 1, isUnsure: false }, entries: [], isUnsure: false });
  }));
  return result.map(({ covering, entries, isUnsure }) => ({ ...covering, entries, isUnsure })).sort((a, b) => a.row - b.row || a.from - b.from);
}

/** The part of a cell, from its first free place on, that others have left free. */
function firstRectangle(cell: Covering, owner: readonly (readonly number[])[]): Covering {
  for (let row = cell.row; row < cell.end; row++) {
    for (let from = cell.from; from < cell.to; from++) {
      if (owner[row]?.[from] !== -1) continue;
      let to = from + 1;
      while (to < cell.to && owner[row]?.[to] === -1) to++;
      let end = row + 1;
      while (end < cell.end && owner[end]?.slice(from, to).every((o) => o === -1)) end++;
      return { ...cell, row, end, from, to };
    }
  }
  return cell;
}

/** A line of a number is full where one more digit would take more than this part of the column's room; the rest is the cell's padding. */
const fullLine = 0.8;

/** Whether a number takes several lines since its column is too narrow for it: its first lines are as wide as the column's widest numbers, and leave no room for one more digit. */
function isWrapped({ parts, from, to }: Entry, all: readonly Entry[], edges: readonly number[]): boolean {
  if (parts.length < 2 || !parts.every((p) => p.isNumber)) return false;
  const room = (edges[to] ?? 0) - (edges[from] ?? 0);
  if (parts.slice(0, -1).some((p) => width(p.box) * (1 + 1 / Math.max(1, p.text.length)) < fullLine * room)) return false;
  const widest = Math.max(...all.filter((e) => e.from === from && e.to === to).flatMap((e) => e.parts.filter((p) => p.isNumber).map((p) => width(p.box))));
  return parts.slice(0, -1).every((p) => width(p.box) > widest - 1);
}

interface Whole {
  readonly page: Page;
  readonly edges: readonly number[];
  readonly table: Box;
  readonly rules: readonly Ruling[];
  readonly entries: readonly Entry[];
}

function toCell(c: Covering & { readonly entries: readonly Entry[] }, { page, edges, table, rules, entries }: Whole): Cell {
  const words = c.entries.flatMap((e) => e.parts.flatMap((p) => p.words));
  const text = textOf(words, null, { padding: 0, strokes: rules });
  const box = around(words.map((w) => w.box)) ?? { x0: edges[c.from] ?? table.x0, x1: edges[c.to] ?? table.x1, y0: table.y0, y1: table.y1 };
  const places: Place[] = [{ page: page.number, box }];
  const unclear = text.unclear === true || c.isUnsure;
  return { row: c.row, column: c.from, rowSpan: c.end - c.row, columnSpan: c.to - c.from, text: text.text, wrapped: c.entries.length === 1 && c.entries.every((e) => isWrapped(e, entries, edges)), ...(unclear ? { unclear: true as const } : {}), places };
}
