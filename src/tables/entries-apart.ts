import type { Word } from '../model/page.js';
import { linesOf } from './cell-text.js';

/** A gap wider than this many times the size parts two entries of a row, not two words of one. */
const entryGap = 1.5;
/** Gaps of two rows stand above each other where they share this many times the size. */
const sharedGap = 0.6;

/** The words of one cell of a frame, and the row it begins in. */
export interface CellWords {
  readonly row: number;
  readonly words: readonly Word[];
}

/** A stretch of a line without any word. */
interface Gap {
  readonly from: number;
  readonly to: number;
  readonly size: number;
}

/** The words of one line as entries: runs without a wide gap. */
export function entriesOf(line: readonly Word[]): Word[][] {
  const entries: Word[][] = [];
  for (const word of line) {
    const entry = entries.at(-1);
    const last = entry?.at(-1);
    if (entry && last && word.box.x0 - last.box.x1 <= entryGap * Math.max(word.size, last.size)) entry.push(word);
    else entries.push([word]);
  }
  return entries;
}

/**
 * Whether the columns of a table stand apart by blank space, not by lines: in
 * most of its rows one cell holds several entries, side by side, with gaps that
 * stand above each other. A cell of many such lines counts as many rows.
 */
export function hasEntriesApart(cells: readonly CellWords[]): boolean {
  const lines = cells.flatMap(({ row, words }, cell) =>
    linesOf(words.filter((w) => !w.vertical)).map((line) => ({ row, cell, gaps: gapsOf(line) })),
  );
  const wide = lines.filter((l) => l.gaps.length > 0);
  const aligned = wide.filter((l) => wide.some((other) => other !== l && l.gaps.some((g) => other.gaps.some((o) => shares(g, o)))));
  let apart = 0;
  let whole = 0;
  for (const row of new Set(lines.map((l) => l.row))) {
    const perCell = new Map<number, number>();
    for (const l of aligned) if (l.row === row) perCell.set(l.cell, (perCell.get(l.cell) ?? 0) + 1);
    const most = Math.max(0, ...perCell.values());
    if (most > 0) apart += most;
    else whole++;
  }
  return apart >= 2 && apart > whole;
}

function gapsOf(line: readonly Word[]): Gap[] {
  const entries = entriesOf(line);
  return entries.slice(1).flatMap((entry, i): Gap[] => {
    const [before, after] = [entries[i]?.at(-1), entry[0]];
    return before && after && !(isLoneCharacter(entries[i]) && isLoneCharacter(entry)) ? [{ from: before.box.x1, to: after.box.x0, size: after.size }] : [];
  });
}

/** 合 and 计 far apart are one label that is spaced out. */
const isLoneCharacter = (entry: readonly Word[] | undefined): boolean => entry?.length === 1 && /^\p{Script=Han}$/u.test(entry[0]?.text ?? '');

const shares = (a: Gap, b: Gap): boolean => Math.min(a.to, b.to) - Math.max(a.from, b.from) >= sharedGap * Math.min(a.size, b.size);
