import type { Box } from '../model/box.js';
import type { Page, Ruling } from '../model/page.js';
import { fillEdges } from './fills.js';
import { frameOf, reach, type Frame } from './frames.js';
import { connected, wholeLines } from './lines.js';

/** A frame, and how it is drawn. */
export interface TableFrame {
  readonly frame: Frame;
  /** Its lines in one direction, or in both, are no more than edges of filled areas. */
  readonly byFill: boolean;
}

/** A side that touches no other line stands no further than this from its table… Points. */
const furthestSide = 150;
/** …and begins and ends as near as this to where the table does. Points. */
const besides = 16;
/** What is left of an edge outside of a table, and shorter, is nothing. Points. */
const shortestEdge = 4;

/** The frames on a page: of its lines, and of the edges of what is filled. */
export function tableFrames(page: Page): TableFrame[] {
  const drawn = framesOf(page.rulings, page);
  if (page.areas.length === 0) return drawn;
  // What is shaded inside of a table whose cells are drawn divides nothing.
  const tables = drawn.map(({ frame }) => frame).filter(({ xs, ys }) => xs.length > 2 && ys.length > 2);
  const areas = page.areas.filter((a) => !tables.some((t) => isGround(a.box, t.box)));
  const edges = fillEdges({ areas }).flatMap((edge) => outside(edge, tables));
  return edges.length === 0 ? drawn : framesOf([...page.rulings, ...edges], page);
}

function framesOf(rulings: readonly Ruling[], page: Page): TableFrame[] {
  return withDanglingSides(connected(wholeLines(rulings), reach)).flatMap((lines) => {
    const frame = frameOf(lines, page.words);
    const byFill = (['horizontal', 'vertical'] as const).some((axis) => lines.every((l) => l.axis !== axis || l.thickness === 0));
    return frame ? [{ frame, byFill }] : [];
  });
}

/** Whether a table stands on an area as on a sheet of coloured paper. */
function isGround(area: Box, table: Box): boolean {
  const beyond = [table.x0 - area.x0, table.y0 - area.y0, area.x1 - table.x1, area.y1 - table.y1];
  return beyond.every((b) => b > -reach) && beyond.some((b) => b > 2 * reach);
}

/** The parts of an edge that lie in none of the tables, nor along their sides; all of one that goes all the way through several of a table's columns (or rows). */
function outside(edge: Ruling, tables: readonly Frame[]): Ruling[] {
  let parts = [edge];
  for (const { box, xs, ys } of tables) {
    const [low, high, from, to, places] = edge.axis === 'horizontal' ? [box.y0, box.y1, box.x0, box.x1, xs] : [box.x0, box.x1, box.y0, box.y1, ys];
    if (edge.at < low - reach || edge.at > high + reach) continue;
    if (places.filter((place) => place > edge.from - reach && place < edge.to + reach).length > 2) continue;
    parts = parts.flatMap((p) => [{ ...p, to: Math.min(p.to, from - reach) }, { ...p, from: Math.max(p.from, to + reach) }].filter((q) => q.to - q.from > shortestEdge));
  }
  return parts.map((p) => (p.from === edge.from ? p : { ...p, from: p.from - reach })).map((p) => (p.to === edge.to ? p : { ...p, to: p.to + reach }));
}

/**
 * Gives a side that touches no other line to the table beside it: where a merged
 * cell passes through a whole page, its outer line meets no rule there.
 */
function withDanglingSides(groups: readonly (readonly Ruling[])[]): Ruling[][] {
  const tables = groups.filter((g) => g.length > 1).map((g) => [...g]);
  for (const [line] of groups.filter((g) => g.length === 1)) {
    if (line?.axis !== 'vertical') continue;
    const beside = tables.find((table) => {
      const horizontal = table.filter((l) => l.axis === 'horizontal');
      const top = Math.min(...table.map((l) => (l.axis === 'horizontal' ? l.at : l.from)));
      const foot = Math.max(...table.map((l) => (l.axis === 'horizontal' ? l.at : l.to)));
      const [left, right] = [Math.min(...horizontal.map((l) => l.from)), Math.max(...horizontal.map((l) => l.to))];
      const gap = line.at < left ? left - line.at : line.at - right;
      return gap > 0 && gap < furthestSide && Math.abs(line.from - top) < besides && Math.abs(line.to - foot) < besides;
    });
    beside?.push(line);
  }
  return tables;
}
