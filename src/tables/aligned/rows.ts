import { centre, type Box } from '../../model/box.js';
import type { Ruling } from '../../model/page.js';
import { clusters, mean } from '../lines.js';
import type { LabelScore } from '../mend.js';
import { shareOutRows, type BodyCell } from './groups.js';
import { isNumberEntry, textOfParts, type Entry, type Placed } from './placed.js';

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
 * `isData` says which pieces make a row. A line with one number in it, right
 * above or below another such and with nothing beside it, is a part of a number
 * that is too wide for its column, and no row; so are two lines with numbers in
 * the same columns, where the row's other numbers stand at the middle between them.
 */
export function dataLinesOf(pieces: readonly Placed[], isData: (piece: Placed) => boolean): number[] {
  const data = pieces.filter(isData);
  if (data.length === 0) return [];
  const lines = clusters(data, (p) => centre(p.segment.box).y, oneLine * Math.min(...data.map((p) => p.segment.size))).map((line) => ({ line, y: mean(line.map((p) => centre(p.segment.box).y)) }));
  const isAlone = ({ line: [only, more], y }: { line: readonly Placed[]; y: number }): boolean =>
    only !== undefined && more === undefined && !pieces.some((p) => p !== only && Math.abs(centre(p.segment.box).y - y) < 0.25 * p.segment.size);
  type Line = (typeof lines)[number];
  const hasColumns = ({ line }: Line, { line: [...others] }: Line): boolean => line.length === others.length && line.every((p) => others.some((o) => o.from === p.from));
  const isRowBetween = (a: Line, b: Line): boolean =>
    lines.some((l) => l !== a && l !== b && !l.line.some((p) => a.line.some((o) => o.from === p.from)) && Math.abs(l.y - (a.y + b.y) / 2) < 0.25 * (a.line[0]?.segment.size ?? 0));
  const isPart = (a: Line): boolean =>
    lines.some((b) => b !== a && hasColumns(a, b) && Math.abs(a.y - b.y) < 1.6 * (a.line[0]?.segment.size ?? 0) && ((isAlone(a) && isAlone(b)) || isRowBetween(a, b)));
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
  /** A label of an outer column beside that of the row itself, whose place is the row's: it heads the row's group. */
  const headsRow = (e: Entry, y: number): boolean => isOuter(e) && stub.some((o) => o.from >= e.to && homes.get(o)?.includes(y) && stands(o, y));
  /** Labels that stand between rows tell that those of their column are centred; otherwise one beside a row may be its group's first. */
  const isCentred = (from: number): boolean => stub.some((e) => e.from === from && isOuter(e) && homes.get(e)?.length !== 1);
  const groups = stub.filter((e) => isOuter(e) && (homes.get(e)?.length !== 1 || (isCentred(e.from) && headsRow(e, homes.get(e)?.[0] ?? 0))));
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
  /** A label of the innermost column beside no numbers, near to a row whose label is of an outer one, or reaches in from there and is none that is known: it may be that row's. */
  const isStray = (e: Entry): boolean => inner.includes(e) && dataLines.some((y) => {
    const beside = labels.filter((l) => homes.get(l)?.includes(y));
    const isOuters = beside.some((l) => l.to < stubColumns) && !beside.some((l) => inner.includes(l));
    const isMixed = beside.some((l) => l.from < e.from && l.to > e.from && score(textOfParts(l.parts)) < whole) && !beside.some((l) => l.from >= e.from);
    return Math.abs(y - centre(e.box).y) < nearRow * (e.parts[0]?.size ?? 0) && (isOuters || isMixed);
  });
  const rowAt = (y: number): number => lines.reduce((best, at, i) => (Math.abs(at - y) < Math.abs((lines[best] ?? Infinity) - y) ? i : best), 0);
  const single = entries.filter((e) => !groups.includes(e)).map((entry): BodyCell => {
    const [y, more] = homes.get(entry) ?? [];
    const row = rowAt(y ?? centre(entry.box).y);
    const isAmiss = y === undefined ? (lacksLabel && dataLines.length > 0) || isCut(entry) || isStray(entry) : !stands(entry, y) && !headsRow(entry, y);
    return { entry, row, end: row + 1, isUnsure: more !== undefined || isAmiss };
  });
  /** A group that stands on a row's own line, or far from the one row that it was given, heads another. */
  const isElsewhere = ({ entry, row, end }: BodyCell): boolean => {
    const [y, more] = homes.get(entry) ?? [];
    if (y !== undefined && more === undefined && stands(entry, y)) return rowAt(y) < row || rowAt(y) >= end;
    return end === row + 1 && !stands(entry, lines[row] ?? Infinity);
  };
  const shared = shareOutRows(groups, single, lines).map((c) => (isElsewhere(c) ? { ...c, isUnsure: true } : c));
  return { cells: [...single, ...shared], rows: lines.length };
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
