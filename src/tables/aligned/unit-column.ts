import { centre } from '../../model/box.js';
import type { Placed } from './placed.js';

/** A column that says what the numbers beside it count (条, 件, 万元): it holds neither labels nor numbers. */
export interface UnitColumn {
  readonly column: number;
  /** Its entries that stand beside a label, without its head. */
  readonly pieces: ReadonlySet<Placed>;
}

/** A unit has no more characters. */
const longest = 3;
/** Fewer entries do not show that they repeat. */
const fewest = 4;
/** The units of a table are this part of its rows or fewer. */
const mostKinds = 0.5;
/** This part of the entries stands on the line of a label: the labels of rows within groups (男, 女) repeat, too, but have their groups' beside few of them. */
const besideLabel = 0.7;
/** Lines whose middles are no further apart than this part of their size are one. */
const oneLine = 0.3;

/**
 * The column of units between the labels and the first column of numbers, told
 * by short texts that repeat, each beside the label of its row; null where there is none.
 */
export function unitColumn(pieces: readonly Placed[], firstNumeric: number): UnitColumn | null {
  const column = firstNumeric - 1;
  if (column < 1) return null;
  const labels = pieces.filter((p) => p.to <= column && !p.segment.isNumber);
  const isBeside = (p: Placed): boolean => labels.some((l) => Math.abs(centre(l.segment.box).y - centre(p.segment.box).y) < oneLine * p.segment.size);
  const short = pieces.filter((p) => p.from === column && p.to === column + 1 && !p.segment.isNumber).sort((a, b) => a.segment.box.y0 - b.segment.box.y0);
  const counts = new Map<string, number>();
  for (const { segment } of short) counts.set(segment.text, (counts.get(segment.text) ?? 0) + 1);
  // What stands once above the first that repeats is the head.
  const body = short.slice(Math.max(0, short.findIndex((p) => (counts.get(p.segment.text) ?? 0) > 1)));
  const kinds = new Set(body.map((p) => p.segment.text));
  const isUnits = body.length >= fewest && kinds.size <= mostKinds * body.length && body.every((p) => Array.from(p.segment.text).length <= longest) && body.filter(isBeside).length >= besideLabel * body.length;
  return isUnits ? { column, pieces: new Set(body) } : null;
}
