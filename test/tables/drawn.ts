import type { Grid } from '../../src/model/grid.js';
import type { Area, Page, ReadDocument, Ruling, Word } from '../../src/model/page.js';

/** A word whose middle is at (x, y). */
export function word(text: string, x: number, y: number, size = 10): Word {
  const half = (text.length * size * (/[^\u0000-\u00ff]/.test(text) ? 1 : 0.5)) / 2;
  return { text, box: { x0: x - half, x1: x + half, y0: y - size / 2, y1: y + size / 2 }, size, vertical: false };
}

export const across = (at: number, from: number, to: number): Ruling => ({ axis: 'horizontal', at, from, to, thickness: 0.5 });
export const down = (at: number, from: number, to: number): Ruling => ({ axis: 'vertical', at, from, to, thickness: 0.5 });

/** Every line of a table with these column and row edges. */
export const lattice = (xs: readonly number[], ys: readonly number[]): Ruling[] => [
  ...ys.map((y) => across(y, xs[0] ?? 0, xs.at(-1) ?? 0)),
  ...xs.map((x) => down(x, ys[0] ?? 0, ys.at(-1) ?? 0)),
];

export const page = (number: number, words: readonly Word[], rulings: readonly Ruling[], areas: readonly Area[] = []): Page => ({ number, width: 600, height: 800, words, hidden: [], rulings, areas, pictures: [], blocks: [] });
export const document = (...pages: Page[]): ReadDocument => ({ mediaType: 'application/pdf', method: 'text', pageCount: pages.length, pages });

/** A grid as a list of rows of texts; a cell that spans says how far. */
export const shown = (grid: Grid | undefined): string[][] =>
  Array.from({ length: grid?.rows ?? 0 }, (_, r) =>
    (grid?.cells ?? [])
      .filter((c) => c.row === r)
      .sort((a, b) => a.column - b.column)
      .map((c) => c.text.replace(/\n/g, '|') + (c.rowSpan > 1 ? ` v${String(c.rowSpan)}` : '') + (c.columnSpan > 1 ? ` >${String(c.columnSpan)}` : '')),
  );
