import { centre, type Box } from '../../model/box.js';
import type { Ruling } from '../../model/page.js';
import { clusters, mean } from '../lines.js';
import type { LabelScore } from '../mend.js';
import { isNumberEntry, textOfParts, type Entry, type Placed } from './placed.js';

/** An entry of a table's body with the rows it covers: `row` up to, not including, `end`. */
export interface BodyCell {
  readonly entry: Entry;
  readonly row: number;
  readonly end: number;
  /** Which row it belongs to can't be told for sure. */
  readonly isUnsure: boolean;
}

/** Lines whose middles are no further apart than this part of their size are one. */
const oneLine = 0.45;
/** A label stands at the middle, the first or the last line of its row, give or take this part of its size; where it stands further off, its row is unsure. */
const offRow = 0.8;

/** A label as far as this from a line of numbers, in parts of its size, may stand beside it. */
const nearRow = 2.2;
/** A text as like as this to a label is that label. */
const known = 0.78;
/** A label less like than this to a known one may be a part of it. */
const whole = 0.97;

/**
 * y of the lines that entries outside of the stub stand on: each is a row.
 * `isData` says which pieces make a row. A line with one number in it, with
 * nothing beside it and right above or below another such, is a part of a number
 * that is too wide for its column, and no row.
 */
export function dataLinesOf(pieces: readonly Placed[], isData: (piece: Placed) => boolean): number[] {
  const data = pieces.filter(isData);
  if (data.length === 0) return [];
  const lines = clusters(data, (p) => centre(p.segment.box).y, oneLine * Math.min(...data.map((p) => p.segment.size))).map((line) => ({ line, y: mean(line.map((p) => centre(p.segment.box).y)) }));
  const isAlone = ({ line: [only, more], y }: { line: readonly Placed[]; y: number }): boolean =>
    only !== undefined && more === undefined && !pieces.some((p) => p !== only && Math.abs(centre(p.segment.box).y - y) < 0.25 * p.segment.size);
  const isPart = (a: (typeof lines)[number]): boolean => isAlone(a) && lines.some((b) => b !== a && isAlone(b) && b.line[0]?.from === a.line[0]?.from && Math.abs(a.y - b.y) < 1.6 * (a.line[0]?.segment.size ?? 0));
  return lines.filter((l) => !isPart(l)).map((l) => l.y);
}

/** Whether rules part nearly all neighbouring rows. */
export function arePartedByRules(dataLines: readonly number[], rules: readonly Ruling[], box: Box): boolean {
  const pairs = dataLines.slice(1).map((y, i) => [dataLines[i] ?? y, y] as const);
  const parted = pairs.filter(([a, b]) => rules.some((r) => r.at > a && r.at < b && r.to > (box.x0 + box.x1) / 2));
  return pairs.length > 0 ? parted.length > 0.75 * pairs.length : rules.length >= 3;
}

/**
 * Gives the entries of a body their rows. Rows are the lines that numbers stand
 * on, and the entries of the innermost stub column that stand beside none.
 * A label of the outer stub that stands between rows, or beside several, is a
 * group: it covers the rows it is centred beside.
 */
export function arrangeRows(entries: readonly Entry[], dataLines: readonly number[], stubColumns: number, score: LabelScore): { cells: BodyCell[]; rows: number } {
  const isStub = (e: Entry): boolean => e.from < stubColumns;
  const homes = new Map(entries.map((e) => [e, dataLines.filter((y) => y > e.box.y0 && y < e.box.y1)] as const));
  const stub = entries.filter(isStub);
  const isOuter = (e: Entry): boolean => e.to < stubColumns && stub.some((o) => o.from >= e.to && Math.abs(centre(o.box).y - centre(e.box).y) < reachOf(e));
  const groups = stub.filter((e) => isOuter(e) && homes.get(e)?.length !== 1);
  const own = entries.filter((e) => !groups.includes(e) && (homes.get(e)?.length ?? 0) === 0);
  const lines = clusters([...dataLines.map((y) => ({ y, size: 0 })), ...own.map((e) => ({ y: centre(e.box).y, size: e.parts[0]?.size ?? 0 }))], (l) => l.y, 3).map((c) => mean((c.some((l) => l.size === 0) ? c.filter((l) => l.size === 0) : c).map((l) => l.y)));
  const labels = entries.filter((e) => isStub(e) && !isNumberEntry(e));
  const isKnown = (e: Entry): boolean => score(textOfParts(e.parts)) >= known;
  // Where labels are known and a row of numbers lacks one, a label without numbers may be that row's.
  const lacksLabel = labels.some(isKnown) && dataLines.some((y) => !labels.some((e) => homes.get(e)?.includes(y) && isKnown(e)));
  const last = entries.reduce<Entry | null>((a, e) => (a === null || e.box.y1 > a.box.y1 ? e : a), null);
  /** The last label of a page, if it is not whole, may go on with its numbers on the next. */
  const isCut = (e: Entry): boolean => last !== null && e.box.y1 > last.box.y1 - 3 && isStub(e) && (score(textOfParts(e.parts)) < whole || isOpen(textOfParts(e.parts))) && labels.some(isKnown);
  const inner = labels.filter((e) => e.to === stubColumns && e.from > 0);
  /** A label of the innermost column beside no numbers, near to a row whose label is of an outer one: it may be that row's. */
  const isStray = (e: Entry): boolean => inner.includes(e) && dataLines.some((y) => Math.abs(y - centre(e.box).y) < nearRow * (e.parts[0]?.size ?? 0) && labels.some((l) => homes.get(l)?.includes(y) && l.to < stubColumns) && !inner.some((l) => homes.get(l)?.includes(y)));
  const rowAt = (y: number): number => lines.reduce((best, at, i) => (Math.abs(at - y) < Math.abs((lines[best] ?? Infinity) - y) ? i : best), 0);
  const single = entries.filter((e) => !groups.includes(e)).map((entry): BodyCell => {
    const [y, more] = homes.get(entry) ?? [];
    const row = rowAt(y ?? centre(entry.box).y);
    return { entry, row, end: row + 1, isUnsure: more !== undefined || (y === undefined ? (lacksLabel && dataLines.length > 0) || isCut(entry) || isStray(entry) : !stands(entry, y)) };
  });
  return { cells: [...single, ...groupCells(groups, single, lines)], rows: lines.length };
}

/** Whether a bracket is opened and not closed. */
const isOpen = (text: string): boolean => (text.match(/[（(]/g) ?? []).length > (text.match(/[）)]/g) ?? []).length;

/** How far from its middle a group looks for the labels of its rows. Points. */
const reachOf = (e: Entry): number => Math.max(e.box.y1 - e.box.y0, 3 * (e.parts[0]?.size ?? 10));

/** Whether a row's line is at the middle of an entry, at its first line or at its last. */
function stands(entry: Entry, y: number): boolean {
  if (isNumberEntry(entry)) return true;
  const size = entry.parts[0]?.size ?? 10;
  const places = [centre(entry.box).y, ...entry.parts.slice(0, 1).map((p) => centre(p.box).y), ...entry.parts.slice(-1).map((p) => centre(p.box).y)];
  return places.some((p) => Math.abs(p - y) < offRow * size);
}

/** Groups of one column share out the rows whose labels stand beside them, so that each is centred beside its own. */
function groupCells(groups: readonly Entry[], single: readonly BodyCell[], lines: readonly number[]): BodyCell[] {
  return groups.map((entry) => {
    const isFree = (row: number): boolean => {
      const y = lines[row] ?? 0;
      const beside = single.filter((c) => c.row === row && c.entry.from >= entry.to);
      const blocked = single.some((c) => c.row === row && c.entry.from < entry.to && c.entry.to > entry.from) || groups.some((g) => g !== entry && g.from < entry.to && g.to > entry.from && isNearer(g, entry, y));
      return beside.length > 0 && !blocked;
    };
    const middle = centre(entry.box).y;
    const start = lines.findIndex((y) => y > middle);
    let row = start < 0 ? lines.length : start;
    let end = row;
    while (row > 0 && isFree(row - 1)) row--;
    while (end < lines.length && isFree(end)) end++;
    if (end === row) {
      row = Math.max(0, Math.min(lines.length - 1, row - (row > 0 && isFree(row - 1) ? 1 : 0)));
      end = row + 1;
    }
    // It is centred beside its rows: what reaches further on one side belongs to another.
    const above = lines.slice(row, end).filter((y) => y < middle).length;
    const below = end - row - above;
    const half = Math.min(above, below) + 1;
    return { entry, row: Math.max(row, row + above - half), end: Math.min(end, row + above + half), isUnsure: false };
  });
}

const isNearer = (a: Entry, b: Entry, y: number): boolean => Math.abs(centre(a.box).y - y) < Math.abs(centre(b.box).y - y) - 0.5;
