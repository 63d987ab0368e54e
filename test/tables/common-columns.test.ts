import type { Cell, Grid } from '../../src/model/grid.js';
import { onCommonColumns } from '../../src/tables/common-columns.js';

const box = { x0: 100, y0: 100, x1: 400, y1: 120 };

/** One row of texts; a number after a text tells how many columns it covers. */
function half(texts: readonly (string | [string, number])[], { edges }: { readonly edges: readonly number[] }): Grid {
  let column = 0;
  const cells = texts.map((t): Cell => {
    const [text, columnSpan] = typeof t === 'string' ? [t, 1] : t;
    const cell: Cell = { row: 0, column, rowSpan: 1, columnSpan, text, wrapped: false, places: [{ page: 1, box }] };
    column += columnSpan;
    return cell;
  });
  return { rows: 1, columns: column, cells, method: 'ruled', source: 'text', places: [{ page: 1, box }], columnEdges: edges, seams: [] };
}

const told = (cells: readonly Cell[]): string[] => cells.toSorted((a, b) => a.column - b.column).map((c) => `${c.text} ${String(c.column)}+${String(c.columnSpan)}`);

describe('two halves of a ruled table', () => {
  it('have the edges of both, wherever on its page each stands', () => {
    const common = onCommonColumns(half(['甲', '1', '2'], { edges: [100, 200, 300, 400] }), half(['乙', '3'], { edges: [130, 230, 430] }));
    expect(common.columnEdges).toEqual([100, 200, 300, 400]);
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
