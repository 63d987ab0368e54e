import { relationsOf, scored, type ScoredCell } from './relations.js';

const cell = (row: number, column: number, text: string, rowSpan = 1, columnSpan = 1): ScoredCell => ({ row, column, text, rowSpan, columnSpan });

describe('adjacency relations', () => {
  it('go from a cell to its neighbours on the right and below, past empty ones', () => {
    const relations = relationsOf([cell(0, 0, '自 然人'), cell(0, 1, ''), cell(0, 2, '总计'), cell(1, 0, '３', 1, 3)]);
    expect(relations.toSorted()).toEqual([['自然人', '总计', 'right'], ['自然人', '3', 'below'], ['总计', '3', 'below']].map((each) => JSON.stringify(each)).toSorted());
  });

  it('count a neighbour beside several rows of a span once', () => {
    expect(relationsOf([cell(0, 0, '（三）', 2), cell(0, 1, '数', 2)])).toHaveLength(1);
  });
});

describe('the score of a table', () => {
  it('counts a relation as often as it is true, and no oftener', () => {
    expect(scored(['a', 'a', 'b'], ['a', 'b', 'c'])).toEqual({ precision: 2 / 3, recall: 2 / 3, f1: 2 / 3 });
  });

  it('is nothing where nothing was found', () => {
    expect(scored([], ['a']).f1).toBe(0);
  });
});
