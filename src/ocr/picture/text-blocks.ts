import { around, height, width, type Box } from '../../model/box.js';

/** Ink is of one block where it stands beside other ink, no further off than this, and makes one line with it. In em, as all below. */
const beside = 1.3;
/** What is higher than this is more than one line. */
const oneLine = 1.35;
/** Columns stand further apart than this. */
const columnGap = 0.22;
/** Strokes one above the other (二) are of one line where they make one no higher than this. */
const character = 1.08;
/** What is larger than this is no character: a picture, a rest of a rule. */
const largest = 2;

/**
 * Lines of text, each the boxes of its ink (`strokes`: what hangs together), in
 * pixels. Ink that stands beside other ink is one block; a block that is higher
 * than a line is cut through its white, between lines first, else between
 * columns, until nothing can be cut, at the widest place first (recursive X-Y cuts, Nagy and Seth 1984).
 * What stands far apart within a line is not parted. `em`: the size of the characters.
 */
export function linesOfInk(strokes: readonly Box[], em: number): Box[][] {
  const printed = strokes.filter((s) => width(s) < largest * em && height(s) < largest * em);
  return characters(blocksOf(printed, em).flatMap((block) => cutLines(block, em)), em);
}

/** Boxes by block. */
function blocksOf(strokes: readonly Box[], em: number): Box[][] {
  const sorted = strokes.toSorted((a, b) => a.x0 - b.x0);
  const parents = sorted.map((_, i) => i);
  const root = (i: number): number => {
    let r = i;
    while (parents[r] !== r && parents[r] !== undefined) r = parents[r] ?? r;
    return r;
  };
  sorted.forEach((a, i) => {
    for (let k = i + 1; k < sorted.length; k++) {
      const b = sorted[k];
      if (!b || b.x0 - a.x1 > beside * em) break;
      if (Math.max(a.y1, b.y1) - Math.min(a.y0, b.y0) <= character * em) parents[root(k)] = root(i);
    }
  });
  const blocks = new Map<number, Box[]>();
  sorted.forEach((box, i) => blocks.set(root(i), [...(blocks.get(root(i)) ?? []), box]));
  return [...blocks.values()];
}

function cutLines(block: readonly Box[], em: number): Box[][] {
  const all = around(block);
  if (!all || height(all) <= oneLine * em) return [[...block]];
  const lines = bandsOf(block, em);
  const cut = lines.length > 1 ? lines : cutAtWidest(block, em);
  return cut.length > 1 ? cut.flatMap((part) => cutLines(part, em)) : [[...block]];
}

/** Boxes by line, where white runs between the lines. */
function bandsOf(block: readonly Box[], em: number): Box[][] {
  const bands: Box[][] = [];
  for (const part of apart(block, 'y0', 'y1', 1)) {
    const both = around([...(bands.at(-1) ?? []), ...part]);
    if (bands.length > 0 && both && height(both) <= character * em) bands.at(-1)?.push(...part);
    else bands.push(part);
  }
  return bands;
}

function cutAtWidest(block: readonly Box[], em: number): Box[][] {
  const columns = apart(block, 'x0', 'x1', columnGap * em);
  const gaps = columns.slice(1).map((column, i) => Math.min(...column.map((b) => b.x0)) - Math.max(...(columns[i] ?? []).map((b) => b.x1)));
  const at = 1 + gaps.indexOf(Math.max(...gaps));
  return gaps.length === 0 ? [[...block]] : [columns.slice(0, at).flat(), columns.slice(at).flat()];
}

/** Boxes parted by white that runs through all of them. */
export function apart(boxes: readonly Box[], from: 'x0' | 'y0', to: 'x1' | 'y1', gap: number): Box[][] {
  const parts: Box[][] = [];
  let end = -Infinity;
  for (const box of boxes.toSorted((a, b) => a[from] - b[from])) {
    if (parts.length === 0 || box[from] - end >= gap) parts.push([box]);
    else parts.at(-1)?.push(box);
    end = Math.max(end, box[to]);
  }
  return parts;
}

/** Lines, those put together that are strokes of one character. */
function characters(lines: readonly Box[][], em: number): Box[][] {
  const result: Box[][] = [];
  for (const line of lines.toSorted((a, b) => top(a) - top(b))) {
    const box = around(line);
    const upper = result.findLast((other) => {
      const all = around([...other, ...line]);
      const above = around(other);
      return box && above && all && height(all) <= character * em && Math.min(box.x1, above.x1) - Math.max(box.x0, above.x0) > 0.5 * Math.min(width(box), width(above));
    });
    if (upper) upper.push(...line);
    else result.push([...line]);
  }
  return result;
}

const top = (line: readonly Box[]): number => Math.min(...line.map((b) => b.y0));
