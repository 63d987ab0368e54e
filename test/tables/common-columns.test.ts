import type { Cell, Grid } from '../../src/model/grid.js';
import { isSound, onCommonColumns, shareGutters } from '../../src/tables/common-columns.js';

const box = { x0: 100, y0: 100, x1: 400, y1: 120 };
type Gutters = NonNullable<Grid['gutters']>;

/** One row of texts; a number after a text tells how many columns it covers. */
function half(texts: readonly (string | [string, number])[], { edges, gutters }: { readonly edges: readonly number[]; readonly gutters?: Gutters }): Grid {
  let column = 0;
  const cells = texts.map((t): Cell => {
    const [text, columnSpan] = typeof t === 'string' ? [t, 1] : t;
    const cell: Cell = { row: 0, column, rowSpan: 1, columnSpan, text, wrapped: false, places: [{ page: 1, box }] };
    column += columnSpan;
    return cell;
  });
  return { rows: 1, columns: column, cells, method: gutters ? 'aligned' : 'ruled', source: 'text', places: [{ page: 1, box }], columnEdges: edges, seams: [], ...(gutters ? { gutters } : {}) };
}

const gutter = (from: number, to: number): Gutters[number] => ({ from, to });
const aligned = (texts: readonly (string | [string, number])[], ...gutters: Gutters[number][]): Grid => half(texts, { edges: [100, ...gutters.map((g) => (g.from + g.to) / 2), 400], gutters });
const told = (cells: readonly Cell[]): string[] => cells.toSorted((a, b) => a.column - b.column).map((c) => `${c.text} ${String(c.column)}+${String(c.columnSpan)}`);

describe('two halves of a ruled table', () => {
  it('have the edges of both, wherever on its page each stands', () => {
    const common = onCommonColumns(half(['甲', '1', '2'], { edges: [100, 200, 300, 400] }), half(['乙', '3'], { edges: [130, 230, 430] }));
    expect(common.columnEdges).toEqual([100, 200, 300, 400]);
    expect(common.gutters).toBeNull();
    expect(told(common.above)).toEqual(['甲 0+1', '1 1+1', '2 2+1']);
    expect(told(common.below)).toEqual(['乙 0+1', '3 1+2']);
  });

  it('take edges a little apart for one', () => {
    expect(onCommonColumns(half(['甲', '1'], { edges: [100, 200, 300] }), half(['乙', '2'], { edges: [100, 203, 298] })).columnEdges).toEqual([100, 200, 300]);
  });

  it('gain a column where the lower one has more edges', () => {
    const common = onCommonColumns(half(['甲', '1'], { edges: [100, 200, 300] }), half(['乙', '2', '3'], { edges: [100, 200, 250, 300] }));
    expect(told(common.above)).toEqual(['甲 0+1', '1 1+2']);
    expect(told(common.below)).toEqual(['乙 0+1', '2 1+1', '3 2+1']);
  });
});

describe('two halves of a table without rules', () => {
  it('have the gutters that both leave free', () => {
    const common = onCommonColumns(aligned(['甲', '1', '2'], gutter(150, 200), gutter(250, 300)), aligned(['乙', '3', '4'], gutter(170, 220), gutter(240, 280)));
    expect(common.gutters).toEqual([gutter(170, 200), gutter(250, 280)]);
    expect(common.columnEdges).toEqual([100, 185, 265, 400]);
    expect(told(common.below)).toEqual(['乙 0+1', '3 1+1', '4 2+1']);
  });

  it('have an empty cell where the lower one lacks a column', () => {
    const common = onCommonColumns(aligned(['甲', '1', '2'], gutter(150, 200), gutter(250, 300)), aligned(['乙', '4'], gutter(150, 300)));
    expect(told(common.above)).toEqual(['甲 0+1', '1 1+1', '2 2+1']);
    expect(told(common.below)).toEqual(['乙 0+1', ' 1+1', '4 2+1']);
  });

  it('have an empty cell where the upper one lacks a column', () => {
    const common = onCommonColumns(aligned(['甲', '2'], gutter(150, 300)), aligned(['乙', '3', '4'], gutter(150, 200), gutter(250, 300)));
    expect(told(common.above)).toEqual(['甲 0+1', ' 1+1', '2 2+1']);
    expect(told(common.below)).toEqual(['乙 0+1', '3 1+1', '4 2+1']);
  });

  it('have another gutter where the lower one has it alone', () => {
    const common = onCommonColumns(aligned(['甲', '1'], gutter(150, 200)), aligned(['乙', '3', '4'], gutter(150, 200), gutter(250, 300)));
    expect(common.gutters).toEqual([gutter(150, 200), gutter(250, 300)]);
    expect(told(common.above)).toEqual(['甲 0+1', '1 1+2']);
    expect(told(common.below)).toEqual(['乙 0+1', '3 1+1', '4 2+1']);
  });

  it('keep a cell over the columns that it spans', () => {
    const common = onCommonColumns(aligned(['甲', '1', '2'], gutter(150, 200), gutter(250, 300)), aligned(['乙', ['3', 2]], gutter(150, 200), gutter(250, 300)));
    expect(told(common.below)).toEqual(['乙 0+1', '3 1+2']);
  });

  it('are of one table where nearly all gutters of the one with fewer are the other’s, and not where nearly none are', () => {
    expect(shareGutters([gutter(150, 200), gutter(250, 300)], [gutter(170, 180), gutter(260, 270), gutter(350, 360)])).toBe(true);
    expect(shareGutters([gutter(150, 200), gutter(250, 300), gutter(340, 350)], [gutter(170, 180), gutter(320, 330), gutter(360, 370)])).toBe(false);
    expect(shareGutters([gutter(150, 200)], [gutter(220, 240)])).toBe(false);
  });

  it('are sound on columns where no two cells of one half fall on one place', () => {
    const one = aligned(['甲', '1', '2'], gutter(150, 200), gutter(250, 300));
    expect(isSound(onCommonColumns(one, one))).toBe(true);
    expect(isSound({ columnEdges: [100, 200, 400], gutters: null, above: [...aligned(['甲', '1'], gutter(150, 200)).cells], below: one.cells.map((c) => ({ ...c, column: Math.min(c.column, 1) })) })).toBe(false);
  });
});
