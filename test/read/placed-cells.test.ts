import { placedCells, type MarkedCell } from '../../src/read/placed-cells.js';

const cell = (text: string, rowSpan = 1, columnSpan = 1): MarkedCell => ({ text, rowSpan, columnSpan });
const where = (rows: MarkedCell[][]): string[] => placedCells(rows).cells.map((c) => `${c.text} ${String(c.row)},${String(c.column)} ${String(c.rowSpan)}x${String(c.columnSpan)}`);

describe('rows of marked cells', () => {
  it('stand beside what spans down from the rows above', () => {
    expect(where([[cell('a', 2), cell('b', 1, 2)], [cell('c'), cell('d')]])).toEqual(['a 0,0 2x1', 'b 0,1 1x2', 'c 1,1 1x1', 'd 1,2 1x1']);
  });
  it('let a span reach to the last row where it is 0, and no further than the table where it is too long', () => {
    expect(where([[cell('a', 0), cell('b', 9)], [cell('c')], []])).toEqual(['a 0,0 3x1', 'b 0,1 3x1', 'c 1,2 1x1']);
  });
  it('never overlap: a wide cell ends before one that hangs down beside it', () => {
    expect(where([[cell('a'), cell('b', 2)], [cell('c', 1, 3)]])).toEqual(['a 0,0 1x1', 'b 0,1 2x1', 'c 1,0 1x1']);
  });
  it('are cut where spans would make a table of endless places', () => {
    const rows = Array.from({ length: 3000 }, () => [cell('x', 1, 1000)]);
    const placed = placedCells(rows);
    expect(placed.rows).toBe(500);
    expect(placed.cells).toHaveLength(500);
  });
});
