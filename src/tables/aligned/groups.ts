import { centre } from '../../model/box.js';
import type { Entry } from './placed.js';

/** An entry of a table's body with the rows it covers: `row` up to, not including, `end`. */
export interface BodyCell {
  readonly entry: Entry;
  readonly row: number;
  readonly end: number;
  /** Which row it belongs to can't be told for sure. */
  readonly isUnsure: boolean;
}

/** A row that no group covers costs this part of the pitch of the rows: less than a group that stands half a row off its middle. */
const uncovered = 0.15;

/** Rows that a group may cover, with what it costs that it is not centred beside them. */
interface Cover {
  readonly row: number;
  readonly end: number;
  readonly cost: number;
}

/**
 * Gives the labels of the outer stub the rows of their groups: those of one
 * column share out the rows that have labels of their own further in, so that
 * each is centred beside its rows as well as can be, and few rows have none.
 * `lines`: y of the rows, in points.
 */
export function shareOutRows(groups: readonly Entry[], single: readonly BodyCell[], lines: readonly number[]): BodyCell[] {
  const columns = new Map<number, Entry[]>();
  for (const group of groups) columns.set(group.from, [...(columns.get(group.from) ?? []), group]);
  return [...columns.values()].flatMap((column) => {
    const sorted = column.toSorted((a, b) => centre(a.box).y - centre(b.box).y);
    const to = Math.max(...sorted.map((g) => g.to));
    const from = Math.min(...sorted.map((g) => g.from));
    const isFree = lines.map((_, row) => single.some((c) => c.row === row && c.entry.from >= to) && !single.some((c) => c.row === row && c.entry.from < to && c.entry.to > from));
    return shareOut(sorted, lines, isFree);
  });
}

function shareOut(groups: readonly Entry[], lines: readonly number[], isFree: readonly boolean[]): BodyCell[] {
  const pitch = lines.length > 1 ? ((lines.at(-1) ?? 0) - (lines[0] ?? 0)) / (lines.length - 1) : 1;
  const freeRows = (from: number, to: number): number => isFree.slice(from, to).filter(Boolean).length * uncovered * pitch;
  const known = new Map<string, { cost: number; covers: readonly (Cover | null)[] }>();
  const best = (i: number, start: number): { cost: number; covers: readonly (Cover | null)[] } => {
    const group = groups[i];
    if (!group) return { cost: freeRows(start, lines.length), covers: [] };
    const key = `${String(i)} ${String(start)}`;
    const before = known.get(key);
    if (before) return before;
    let chosen = { cost: Infinity, covers: [] as readonly (Cover | null)[] };
    for (const cover of coversOf(centre(group.box).y, lines, isFree, start)) {
      const rest = best(i + 1, cover.end);
      const cost = cover.cost + freeRows(start, cover.row) + rest.cost;
      if (cost < chosen.cost) chosen = { cost, covers: [cover, ...rest.covers] };
    }
    if (chosen.cost === Infinity) {
      const rest = best(i + 1, start);
      chosen = { cost: rest.cost + pitch, covers: [null, ...rest.covers] };
    }
    known.set(key, chosen);
    return chosen;
  };
  const { covers } = best(0, 0);
  return groups.map((entry, i) => {
    const cover = covers[i];
    const nearest = lines.reduce((a, y, row) => (Math.abs(y - centre(entry.box).y) < Math.abs((lines[a] ?? Infinity) - centre(entry.box).y) ? row : a), 0);
    return { entry, row: cover?.row ?? nearest, end: cover?.end ?? nearest + 1, isUnsure: false };
  });
}

/** For each row from `start` that a group may begin with, the two ends that leave it best centred. */
function coversOf(middle: number, lines: readonly number[], isFree: readonly boolean[], start: number): Cover[] {
  const covers: Cover[] = [];
  for (let row = start; row < lines.length && (lines[row] ?? 0) < middle + 1; row++) {
    if (!isFree[row]) continue;
    const ends: Cover[] = [];
    for (let end = row + 1; end <= lines.length && isFree[end - 1]; end++) ends.push({ row, end, cost: Math.abs(((lines[row] ?? 0) + (lines[end - 1] ?? 0)) / 2 - middle) });
    covers.push(...ends.sort((a, b) => a.cost - b.cost).slice(0, 2));
  }
  const [first] = covers;
  // A label above all of its rows, or above the first that is left.
  const next = isFree.findIndex((free, row) => free && row >= start && (lines[row] ?? 0) >= middle);
  return first || next < 0 ? covers : [{ row: next, end: next + 1, cost: Math.abs((lines[next] ?? 0) - middle) }];
}
