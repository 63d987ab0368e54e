import type { Area, Ruling, Word } from '../../src/model/page.js';
import { bandEdges } from '../../src/tables/fills.js';
import { ruledGrids } from '../../src/tables/ruled-grids.js';
import { across, down, lattice, page, shown, word } from './drawn.js';

const xs = [100, 200, 300, 400];
const ys = [100, 120, 140, 160];
const fields = (x: readonly number[], y: readonly number[]): { x0: number; x1: number; y0: number; y1: number; row: number; column: number }[] =>
  y.slice(1).flatMap((y1, row) => x.slice(1).map((x1, column) => ({ x0: x[column] ?? 0, x1, y0: y[row] ?? 0, y1, row, column })));
/** A different text in each field. */
const words: Word[] = fields(xs, ys).map((f) => word(f.row === 0 ? `栏${String(f.column)}` : f.column === 0 ? `项${String(f.row)}` : String(10 * f.row + f.column), (f.x0 + f.x1) / 2, (f.y0 + f.y1) / 2));
const whole = [['栏0', '栏1', '栏2'], ['项1', '11', '12'], ['项2', '21', '22']];

const read = (rulings: readonly Ruling[], areas: readonly Area[] = [], text: readonly Word[] = words): string[][][] => ruledGrids.find(page(1, text, rulings, areas), 'text', () => 0).grids.map(shown);
const area = (x0: number, y0: number, x1: number, y1: number, colour: string): Area => ({ box: { x0, y0, x1, y1 }, colour });
const box = (x0: number, y0: number, x1: number, y1: number): Ruling[] => lattice([x0, x1], [y0, y1]);
const pieces = (line: Ruling, length: number, gap: number): Ruling[] =>
  Array.from({ length: Math.ceil((line.to - line.from) / (length + gap)) }, (_, i) => ({ ...line, from: line.from + i * (length + gap), to: Math.min(line.to, line.from + i * (length + gap) + length) }));

describe('a table whose cells are filled', () => {
  const filled = (inset: number, colour: (row: number, column: number) => string): Area[] => fields(xs, ys).map((f) => area(f.x0 + inset, f.y0 + inset, f.x1 - inset, f.y1 - inset, colour(f.row, f.column)));

  it.each([
    ['with white gaps between them', filled(1, () => '#ddebf7')],
    ['with wider gaps', filled(2.5, () => '#eeeeee')],
    ['in colours of their own, side by side', filled(0, (r, c) => ((r + c) % 2 === 0 ? '#dddddd' : '#f2f2f2'))],
    ['white on a black ground that shows between them', [area(99, 99, 401, 161, '#000000'), ...filled(0.5, () => '#ffffff')]],
    ['and shaded once more behind its text', filled(1, () => '#ddebf7').flatMap((a) => [a, { ...a, box: { ...a.box, y0: a.box.y0 + 4, y1: a.box.y1 - 4 } }])],
  ])('is read by its fills alone: %s', (_, areas) => {
    expect(read([], areas)).toEqual([whole]);
  });

  it('is read by the white rules on its ground', () => {
    expect(read([...xs.slice(1, -1).map((x) => down(x, 100, 160)), across(120, 100, 400), across(140, 100, 400)], [area(100, 100, 400, 160, '#c6d9f1')])).toEqual([whole]);
  });

  it('goes on above its drawn rows where its head is filled', () => {
    const head = [area(100, 100, 199, 120, '#4472c4'), area(200, 100, 299, 120, '#4472c4'), area(300, 100, 400, 120, '#4472c4')];
    expect(read(lattice(xs, [120, 140, 160]), head)).toEqual([whole]);
  });

  it.each([
    ['a head, short of its rules', [area(101.5, 101.5, 198, 118.5, '#eeeeee'), area(201.5, 101.5, 298.5, 118.5, '#eeeeee')]],
    ['one cell', [area(200, 120, 300, 140, '#ffff00')]],
    ['a part of a cell, behind its text', [area(230, 125, 270, 136, '#ffff00')]],
    ['a part of a cell, from rule to rule', [area(230, 120, 270, 140, '#ffff00')]],
    ['every second row', [area(100, 120, 400, 140, '#f2f2f2')]],
    ['the sheet it stands on', [area(60, 60, 400, 300, '#fffbe6')]],
  ])('has no more cells where what is shaded in a drawn table is %s', (_, areas) => {
    expect(read(lattice(xs, ys), areas)).toEqual([whole]);
  });

  it('is left alone where bands are filled and nothing parts the columns', () => {
    const bands = [area(100, 100, 400, 120, '#d9e2f3'), area(100, 120, 400, 140, '#f2f5fb'), area(100, 140, 400, 160, '#d9e2f3')];
    expect(read([], bands)).toEqual([]);
    expect(bandEdges({ areas: bands }).map((e) => e.at)).toEqual([100, 120, 140, 160]);
  });

  it('is left alone where only its head is parted, and its rows stand below', () => {
    const head = [area(100, 100, 199, 120, '#4472c4'), area(201, 100, 299, 120, '#4472c4'), area(301, 100, 400, 120, '#4472c4')];
    expect(read([], head)).toEqual([]);
    expect(read(lattice(xs, [100, 120]))).toEqual([]);
  });
});

describe('a table whose lines are drawn in other ways', () => {
  const boxes = (gap: number): Ruling[] => fields(xs, ys).flatMap((f) => box(f.x0 + gap / 2, f.y0 + gap / 2, f.x1 - gap / 2, f.y1 - gap / 2));
  const low = { x: 3, y: 3 };

  it.each([
    ['a box for each cell, 1 point apart', boxes(1)],
    ['a box for each cell, 3 points apart', boxes(3)],
    ['a box for each cell, 4.5 points apart', boxes(4.5)],
    ['a box for each cell, 6 points apart', boxes(6)],
    ['double rules', lattice(xs, ys).flatMap((r) => [{ ...r, at: r.at - 1.5 }, { ...r, at: r.at + 1.5 }])],
    ['boxes of double rules', boxes(5).flatMap((r, i) => [r, { ...r, at: r.at + (i % 2 === 0 ? 2.2 : -2.2) }])],
    ['long dashes', lattice(xs, ys).flatMap((r) => pieces(r, 20, 9))],
    ['short dashes with wide gaps', lattice(xs, ys).flatMap((r) => pieces(r, 7, 7))],
    ['rules that overshoot their crossings', lattice(xs, ys).map((r) => ({ ...r, from: r.from - 10, to: r.to + 9 }))],
    ['rules that fall short of their crossings', xs.slice(1).flatMap((x, i) => ys.map((y) => across(y, (xs[i] ?? 0) + low.x, x - low.x))).concat(ys.slice(1).flatMap((y, i) => xs.map((x) => down(x, (ys[i] ?? 0) + low.y, y - low.y))))],
    ['rules that lean a little', lattice(xs, ys).map((r, i) => ({ ...r, at: r.at + (i % 3) * 0.5 }))],
    ['inner rules alone', [...xs.slice(1, -1).map((x) => down(x, 100, 160)), ...ys.slice(1, -1).map((y) => across(y, 100, 400))]],
    ['no rule at its head and foot', [...xs.map((x) => down(x, 100, 160)), ...ys.slice(1, -1).map((y) => across(y, 100, 400))]],
  ])('has the same cells: %s', (_, rulings) => {
    expect(read(rulings)).toEqual([whole]);
  });

  it('has low rows that are no double rules', () => {
    const edges = Array.from({ length: 7 }, (_, i) => 100 + 6 * i);
    const small = edges.slice(1).map((y, i) => word(String(i + 1), 150, y - 3, 4));
    expect(read(lattice([100, 200, 300], edges), [], small)).toEqual([small.map((w) => [w.text, ''])]);
  });

  it('stays apart from the next one below, and from the next one beside it', () => {
    const moved = (dx: number, dy: number): Word[] => words.map((w) => ({ ...w, box: { x0: w.box.x0 + dx, x1: w.box.x1 + dx, y0: w.box.y0 + dy, y1: w.box.y1 + dy } }));
    const drawn = (dx: number, dy: number): Ruling[] => fields(xs, ys).flatMap((f) => box(f.x0 + dx, f.y0 + dy, f.x1 + dx, f.y1 + dy));
    expect(read([...lattice(xs, ys), ...drawn(0, 66)], [], [...words, ...moved(0, 66)])).toEqual([whole, whole]);
    expect(read([...drawn(-80, 0), ...drawn(232, 0)], [], [...moved(-80, 0), ...moved(232, 0)])).toEqual([whole, whole]);
  });
});
