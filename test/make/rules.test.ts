import { box, type Table } from './boxes.js';
import { dressed } from './dress.js';
import { edgesOf, fillOf, spotsOf } from './rules.js';

const table: Table = {
  id: 'requests', widths: [1, 1, 1],
  rows: [
    { id: 'head1', isHead: true, boxes: [box('head', '项目', 1, 2), box('head', '申请人', 2)] },
    { id: 'head2', isHead: true, boxes: [box('narrow', '自然人'), box('narrow', '总计')] },
    { id: 'new', isHead: false, boxes: [box('label', '新收'), box('value', '1'), box('value', '1')] },
  ],
};

describe('the rules of a typeset table', () => {
  const spots = spotsOf(table);
  const edges = (rules: Parameters<typeof dressed>[0]['rules'], row: number, place: number): unknown => {
    const each = table.rows[row]?.boxes[place];
    const spot = spots[row]?.[place];
    if (!each || !spot) throw new Error('no such box');
    return edgesOf(each, spot, table, dressed({ rule: 1, ...(rules && { rules }) }));
  };

  it('know that a box under a high one begins one column further right', () => {
    expect(spots[1]).toEqual([{ row: 1, column: 1 }, { row: 1, column: 2 }]);
  });

  it('of three lines stand above the head, thinner under it, and at the foot', () => {
    expect(edges('three-lines', 0, 0)).toEqual({ top: 1, right: 0, bottom: 0.5, left: 0 });
    expect(edges('three-lines', 0, 1)).toEqual({ top: 1, right: 0, bottom: 0, left: 0 });
    expect(edges('three-lines-spanners', 0, 1)).toEqual({ top: 1, right: 0, bottom: 0.5, left: 0 });
    expect(edges('three-lines', 2, 2)).toEqual({ top: 0.5, right: 0, bottom: 1, left: 0 });
  });

  it('leave the sides open, and close between the columns', () => {
    expect(edges('open-sides', 2, 0)).toEqual({ top: 1, right: 1, bottom: 1, left: 0 });
    expect(edges('no-outer', 0, 1)).toEqual({ top: 0, right: 0, bottom: 1, left: 1 });
  });

  it('leave heads to the colour of heads', () => {
    const dress = dressed({ fill: '#444444', zebra: '#dddddd' });
    expect(fillOf(box('head', '项目'), { row: 0, column: 0 }, dress)).toBe('#444444');
    expect(fillOf(box('value', '1'), { row: 3, column: 1 }, dress)).toBe('#dddddd');
    expect(fillOf(box('value', '1'), { row: 2, column: 1 }, dress)).toBe('');
  });
});
