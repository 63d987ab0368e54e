import { centre, height, width, type Box } from '../model/box.js';
import type { Grid, GridMethod } from '../model/grid.js';
import type { Page, Ruling, Word } from '../model/page.js';
import type { Turn } from '../model/turn.js';
import { cellAreas } from './cell-areas.js';
import { hundredths } from './points.js';
import { element, escaped } from './svg.js';

/** One colour for each way of finding a table. */
const COLOURS: Readonly<Record<GridMethod, string>> = { ruled: '#1f77b4', aligned: '#2ca02c', markup: '#9467bd' };

/**
 * A page as an SVG picture: its words, its rulings (red), the cells of its
 * tables, and which finder found them, one colour each. Needs nothing but
 * itself: no fonts, no scripts, no links. Null for a page without a size.
 * `grids` are those of the whole document.
 */
export function pageOverlay(page: Page, grids: readonly Grid[], title: string): string | null {
  if (!(page.width > 0 && page.height > 0)) return null;
  const layers = [
    element('title', {}, escaped(title)),
    element('rect', { width: page.width, height: page.height, fill: '#ffffff' }),
    layer('words', { 'font-family': 'sans-serif', fill: '#333333' }, page.words.map(word)),
    layer('rulings', { stroke: '#d62728', 'stroke-opacity': 0.7 }, page.rulings.map(ruling)),
    ...grids.flatMap((grid, index) => grid.places.filter((place) => place.page === page.number).map((place) => table(grid, index, place.box, cellAreas(grid, place, page)))),
  ];
  const [across, down] = [hundredths(page.width), hundredths(page.height)];
  const size = { width: `${across}pt`, height: `${down}pt`, viewBox: `0 0 ${across} ${down}` };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('svg', { xmlns: 'http://www.w3.org/2000/svg', ...size }, `\n${layers.join('\n')}\n`)}\n`;
}

const layer = (name: string, attributes: Readonly<Record<string, string | number>>, content: readonly string[]): string => element('g', { class: name, ...attributes }, `\n${content.join('\n')}\n`);

const rectangle = (box: Box, attributes: Readonly<Record<string, string | number>>, content = ''): string => element('rect', { x: box.x0, y: box.y0, width: width(box), height: height(box), ...attributes }, content);

function word({ text, box, size, vertical, turn: set }: Word): string {
  const turn: Turn = set ?? 0;
  const frame = rectangle(box, { fill: 'none', stroke: '#aaaaaa', 'stroke-width': 0.2 });
  const { x, y } = centre(box);
  const [along, across] = turn === 90 || turn === 270 ? [height(box), width(box)] : [width(box), height(box)];
  const place = vertical ? { x, y: y - across / 2, 'writing-mode': 'vertical-rl', textLength: across } : { x: x - along / 2, y: y + 0.3 * across, textLength: along };
  const turned = turn === 0 ? {} : { transform: `rotate(${turn} ${hundredths(x)} ${hundredths(y)})` };
  return frame + element('text', { ...place, ...turned, lengthAdjust: 'spacingAndGlyphs', 'font-size': size }, escaped(text));
}

function ruling({ axis, at, from, to, thickness }: Ruling): string {
  const ends = axis === 'horizontal' ? { x1: from, y1: at, x2: to, y2: at } : { x1: at, y1: from, x2: at, y2: to };
  return element('line', { ...ends, 'stroke-width': Math.max(thickness, 0.3) });
}

function table(grid: Grid, index: number, box: Box | null, areas: ReturnType<typeof cellAreas>): string {
  const colour = COLOURS[grid.method];
  const cells = areas.map(({ cell, box: area }) => {
    const spans = cell.rowSpan > 1 || cell.columnSpan > 1 ? `, ${cell.rowSpan} × ${cell.columnSpan}` : '';
    return rectangle(area, {}, element('title', {}, escaped(`row ${cell.row}, column ${cell.column}${spans}: ${cell.text}`)));
  });
  const name = `table ${index + 1}: ${grid.method}, ${grid.rows} × ${grid.columns}`;
  const frame = box === null ? '' : rectangle(box, { fill: 'none', 'stroke-width': 1.2 }) + element('text', { x: box.x0, y: box.y0 - 3, 'font-size': 7, 'font-family': 'sans-serif', 'fill-opacity': 1, stroke: 'none' }, name);
  return layer(`cells ${grid.method}`, { fill: colour, 'fill-opacity': 0.12, stroke: colour, 'stroke-width': 0.6 }, [...cells, frame]);
}
