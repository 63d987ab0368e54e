import type { Cell, Grid } from '../../src/model/grid.js';
import { numberLinesOf, withAlignedFrames } from '../../src/pipeline/aligned-frames.js';

/** A table whose rows stand 20 points apart from 100 on: a column of labels and two of numbers, their edges at 50, 150, 200, 250. */
const edges = [50, 150, 200, 250];
function grid(rows: readonly (readonly string[])[], more: Partial<Grid> = {}, moved: (row: number, column: number) => number = () => 0): Grid {
  const cells = rows.flatMap((texts, row) => texts.map((text, column): Cell => {
    const y = 100 + 20 * row + moved(row, column);
    return { row, column, rowSpan: 1, columnSpan: 1, text, wrapped: false, places: [{ page: 1, box: text === '' ? { x0: 50, x1: 250, y0: 90, y1: 200 } : { x0: (edges[column] ?? 0) + 5, x1: (edges[column] ?? 0) + 20, y0: y - 5, y1: y + 5 } }] };
  }));
  return { rows: rows.length, columns: 3, cells, method: 'aligned', source: 'ocr', places: [{ page: 1, box: { x0: 50, y0: 90, x1: 250, y1: 200 } }], columnEdges: edges, seams: [], ...more };
}
const frames = (g: Grid): (string | null)[] => withAlignedFrames(g).cells.map((c) => (c.frames?.[0]?.box ? [c.frames[0].box.x0, c.frames[0].box.y0, c.frames[0].box.x1, c.frames[0].box.y1].join(' ') : null));

describe('the cells of a scanned table without lines', () => {
  it('reach from gutter to gutter and half way to the next rows, so that nothing between two rows is left out', () => {
    expect(frames(grid([['收到', '12', '3'], ['答复', '4', ''], ['其他', '0', '7']]))).toEqual([
      null, '150 91 200 110', '200 91 250 110',
      null, '150 110 200 130', '200 110 250 130',
      null, '150 130 200 149', '200 130 250 149',
    ]);
  });
  it('have none in a row whose numbers are on no one line', () => {
    const apart = grid([['收到', '12', '3'], ['答复', '4', '5']], {}, (row, column) => (row === 1 && column === 2 ? 9 : 0));
    expect(frames(apart).slice(3)).toEqual([null, null, null]);
  });
  it('are blank ones in a column without any number, right of one with some', () => {
    expect(frames(grid([['收到', '12', ''], ['答复', '4', '']]))).toEqual([null, '150 91 200 110', '200 91 250 110', null, '150 110 200 129', '200 110 250 129']);
    expect(frames(grid([['收到', '', '12'], ['答复', '', '4']])).filter((f) => f?.startsWith('150'))).toEqual([]);
  });
  it('are blank ones in a row that has a label and no number, on the line of its label, and in none above all numbers', () => {
    expect(frames(grid([['指标', '', ''], ['收到', '12', '3'], ['答复', '', ''], ['其他', '0', '7']]))).toEqual([
      null, null, null,
      null, '150 111 200 130', '200 111 250 130',
      null, '150 130 200 150', '200 130 250 150',
      null, '150 150 200 169', '200 150 250 169',
    ]);
  });
  it('have none in a row whose label reaches into the columns of numbers, as that of a heading does, or is all but on the line of numbers', () => {
    expect(frames(grid([['收到', '12', '3'], ['', '第二项', ''], ['其他', '0', '7']])).slice(3, 6)).toEqual([null, null, null]);
    expect(frames(grid([['收到', '12', '3'], ['答复', '', ''], ['其他', '0', '7']], {}, (row) => (row === 1 ? 14 : 0))).slice(3, 6)).toEqual([null, null, null]);
  });
  it('have none where the table has lines or lies on its side', () => {
    expect(frames(grid([['收到', '12', '3']], { method: 'ruled' }))).toEqual([null, null, null]);
    expect(frames(grid([['收到', '12', '3']], { turn: 90 }))).toEqual([null, null, null]);
  });
  it('have their numbers on the line of the row, which is not the middle between the rows beside it', () => {
    const low = grid([['收到', '12', '3'], ['答复', '4', ''], ['其他', '0', '7']], {}, (row) => (row === 1 ? 7 : 0));
    expect([...numberLinesOf(low)].map(([row, { y }]) => [row, y])).toEqual([[0, 100], [1, 127], [2, 140]]);
  });
});
