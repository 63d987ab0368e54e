import { cellAreas } from '../../src/export/cell-areas.js';
import { pageOverlay } from '../../src/export/page-overlay.js';
import { blankPage, box, cell, grid } from './grids.js';

const at = (x0: number, y0: number, x1: number, y1: number, page = 1) => ({ places: [{ page, box: box(x0, y0, x1, y1) }] });
const word = (text: string) => ({ text, box: box(20, 20, 40, 30), size: 10, vertical: false });

describe('the picture of a page', () => {
  const table = grid([cell(0, 0, '甲', at(12, 22, 18, 28)), cell(0, 1, '', at(20, 20, 30, 40))], { columnEdges: [10, 20, 30] });

  it('shows its words, its rulings, the cells and the finder that found them', () => {
    const svg = pageOverlay(blankPage(1, { words: [word('县')], rulings: [{ axis: 'horizontal', at: 20, from: 10, to: 30, thickness: 0.5 }] }), [table], 'a, page 1') ?? '';
    expect(svg).toContain('>县</text>');
    expect(svg).toContain('<line x1="10" y1="20" x2="30" y2="20"');
    expect(svg).toContain('<g class="cells ruled"');
    expect(svg).toContain('table 1: ruled, 1 × 2');
    expect(svg).toContain('row 0, column 0: 甲');
  });

  it('has another colour for another finder', () => {
    const colourOf = (method: 'ruled' | 'aligned'): string | undefined => /<g class="cells \w+" fill="([^"]+)"/.exec(pageOverlay(blankPage(1), [{ ...table, method }], '') ?? '')?.[1];
    expect(colourOf('ruled')).not.toEqual(colourOf('aligned'));
  });

  it('shows nothing of the tables of other pages', () => {
    expect(pageOverlay(blankPage(2), [table], '')).not.toContain('class="cells');
  });

  it('lets no text of the document be markup, nor what XML can not hold', () => {
    const hostile = '</text><script>alert(1)</script>&\u0000\u001b\ud800"\'';
    const svg = pageOverlay(blankPage(1, { words: [word(hostile)] }), [grid([cell(0, 0, hostile)])], hostile) ?? '';
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&amp;���&quot;&#39;');
    expect(svg).not.toMatch(/[\u0000-\u0008\u000b-\u001f]/);
  });

  it('needs nothing but itself', () => {
    const svg = pageOverlay(blankPage(1, { words: [word('a')] }), [table], '') ?? '';
    expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(/href|url\(|https?:|<style|@import/);
  });

  it('turns the words that are turned on the page', () => {
    expect(pageOverlay(blankPage(1, { words: [{ ...word('a'), turn: 90 }] }), [], '')).toContain('transform="rotate(90 30 25)"');
  });

  it('is not made of a page without a size', () => {
    expect(pageOverlay(blankPage(1, { width: 0, height: 0 }), [], '')).toBeNull();
  });
});

describe('where a cell stands', () => {
  const boxes = (areas: ReturnType<typeof cellAreas>) => areas.map((area) => area.box);
  const sheet = { width: 200, height: 100 };

  it('is between the edges of its columns, and half way between the texts of two rows', () => {
    const table = grid([cell(0, 0, '甲', at(12, 22, 18, 28)), cell(0, 1, '乙', at(22, 22, 28, 28)), cell(1, 0, '丙', { ...at(12, 32, 18, 38), columnSpan: 2 })], { columnEdges: [10, 20, 30], places: [{ page: 1, box: box(10, 20, 30, 40) }] });
    expect(boxes(cellAreas(table, table.places[0] ?? { page: 1, box: null }, sheet))).toEqual([box(10, 20, 20, 30), box(20, 20, 30, 30), box(10, 30, 30, 40)]);
  });

  it('ends where an empty cell beside it ends', () => {
    const table = grid([cell(0, 0, '甲', at(12, 22, 18, 28)), cell(0, 1, '', at(20, 20, 30, 36)), cell(1, 0, '丙', at(12, 38, 18, 39)), cell(1, 1, '丁', at(22, 38, 28, 39))], { columnEdges: [10, 20, 30], places: [{ page: 1, box: box(10, 20, 30, 40) }] });
    expect(boxes(cellAreas(table, table.places[0] ?? { page: 1, box: null }, sheet))[0]).toEqual(box(10, 20, 20, 36));
  });

  it('is told for each page of a table over a page break', () => {
    const places = [{ page: 1, box: box(10, 20, 30, 40) }, { page: 2, box: box(15, 0, 35, 10) }];
    const table = grid([cell(0, 0, '甲', at(12, 22, 18, 28)), cell(1, 0, '乙', at(17, 2, 20, 8, 2))], { columnEdges: [10, 30], places });
    expect(places.map((place) => boxes(cellAreas(table, place, sheet)))).toEqual([[box(10, 20, 30, 40)], [box(15, 0, 35, 10)]]);
  });

  it('is on the page as shown where the table is turned', () => {
    // Upright, the page is 100 × 200 and the table stands at (20, 160)-(40, 190).
    const table = grid([cell(0, 0, '甲', at(30, 22, 38, 26)), cell(0, 1, '乙', at(30, 32, 38, 36))], { turn: 90, columnEdges: [20, 30, 40], places: [{ page: 1, box: box(10, 20, 40, 40) }] });
    expect(boxes(cellAreas(table, table.places[0] ?? { page: 1, box: null }, sheet))).toEqual([box(10, 20, 40, 30), box(10, 30, 40, 40)]);
  });
});
