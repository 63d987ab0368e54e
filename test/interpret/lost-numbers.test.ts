import { describe, expect, it } from '@jest/globals';
import type { Cell, Grid } from '../../src/model/grid.js';
import { withLostNumbers } from '../../src/interpret/lost-numbers.js';
import { PrintedGrid } from '../../src/interpret/printed-grid.js';
import type { CellReading } from '../../src/interpret/read-cells.js';

const cell = (row: number, column: number, text: string): Cell => ({ row, column, rowSpan: 1, columnSpan: 1, text, wrapped: false, places: [{ page: 1, box: null, line: 10 * row + column }] });
const grid = (method: Grid['method'], cells: readonly Cell[]): PrintedGrid => new PrintedGrid({ rows: 3, columns: 3, cells, method, source: 'text', places: [], columnEdges: [], seams: [] });
const reading = (of: Cell): CellReading => ({
  row: 'new', column: {} as CellReading['column'], raw: of.text, place: of.places[0] ?? null, doubt: null, label: '',
  number: of.text === '' ? { value: null, unit: '', certainty: 'blank' } : { value: of.text, unit: '', certainty: 'sure' },
});

describe('a number that is read as no cell of the form', () => {
  const cells = [cell(0, 1, '自然人'), cell(0, 2, '总计'), cell(1, 0, '新收'), cell(1, 1, ''), cell(1, 2, '8'), cell(2, 1, '7')];
  const readings = [cells[3], cells[4]].flatMap((c) => (c ? [reading(c)] : []));
  const doubts = (method: Grid['method'], to: number): unknown[] => withLostNumbers(readings, grid(method, cells), 1, to).map((r) => r.doubt);

  it('may be of any empty cell of a table without rules, so that none of them is vouched for', () => {
    expect(doubts('aligned', 3)).toEqual(['place', null]);
  });
  it('says nothing of a table with rules, whose cells are drawn', () => {
    expect(doubts('ruled', 3)).toEqual([null, null]);
  });
  it('says nothing of the table above it', () => {
    expect(doubts('aligned', 2)).toEqual([null, null]);
  });
});
