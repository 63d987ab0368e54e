import type { Cell, Grid } from '../../src/model/grid.js';
import type { Readings } from '../../src/model/readings.js';
import type { Value } from '../../src/model/report.js';
import { interpretTables } from '../../src/interpret/interpret.js';
import { loadPipeline } from '../../src/pipeline/load-pipeline.js';
import { gridOf, requestsBody, requestsHead } from './grid-of.js';

const pipeline = await loadPipeline('pipelines/ogi-annual-report');

const numberOf = (text: string): Readings => ({ readers: [{ text, says: 'number', value: text, confidence: 0.99 }], ink: 'some' });

/** Table 三 of a scan, every number of which one reader has read. */
function scan(change: (cell: Cell) => Cell = (c) => c): Grid {
  const grid = gridOf([...requestsHead, ...requestsBody('2021')]);
  return { ...grid, source: 'ocr', cells: grid.cells.map((c) => change(/^\d+$/.test(c.text) ? { ...c, readings: numberOf(c.text) } : c)) };
}

const total = (...grids: Grid[]): Value | undefined => interpretTables(grids, pipeline.forms, pipeline.labels, 'ocr')?.values.find((v) => v.row === 'new' && v.column === 'total');
const isTotal = (c: Cell): boolean => c.row === 3 && c.column === 9;

describe('a cell of a scan', () => {
  it('brings what its readers say to the proof', () => {
    expect(total(scan())).toMatchObject({ value: '1', method: 'ocr', confidence: 0, readings: numberOf('1') });
  });

  it('is no number where a count can not have that: a point, or a sign', () => {
    const readers = total(scan((c) => (isTotal(c) ? { ...c, text: '1.5', readings: numberOf('1.5') } : c)))?.readings?.readers;
    expect(readers).toMatchObject([{ says: 'unclear', value: null }]);
  });

  it('is suspect where it stands in two tables that the document repeats, for no proof looks at two', () => {
    expect(total(scan(), scan())).toMatchObject({ status: 'suspect' });
  });

  it.each([['some', 'suspect'], ['none', 'blank']] as const)('is no blank where it stands under several columns and has ink that nobody could read (ink: %s, %s)', (ink, status) => {
    const merged = scan((c) => c);
    const nothing: Readings = { readers: [{ text: '', says: 'blank', value: null, confidence: 0.99 }], ink };
    const cells = merged.cells.filter((c) => !(c.row === 3 && c.column === 8)).map((c) => (isTotal(c) ? { ...c, column: 8, columnSpan: 2, text: '', readings: nothing } : c));
    expect(total({ ...merged, cells })).toMatchObject({ value: null, status });
  });

  it('is suspect where its number stands under several columns', () => {
    const merged = scan((c) => c);
    const cells = merged.cells.filter((c) => !(c.row === 3 && c.column === 8)).map((c) => (isTotal(c) ? { ...c, column: 8, columnSpan: 2 } : c));
    expect(total({ ...merged, cells })).toMatchObject({ status: 'suspect' });
  });

  // 104 whose 1 was taken for a ruling: a blank cell and 04 under one head. Of a double ruling the room between is as narrow as it is.
  it.each([[14, 'suspect'], [2, 'read']] as const)('is suspect where something divides it that does not divide its head (%s points apart: %s)', (apart, status) => {
    const blank: Readings = { readers: [{ text: '', says: 'blank', value: null, confidence: 0.99 }], ink: 'none' };
    const framed = (cell: Cell, x0: number, x1: number): Cell => ({ ...cell, frames: [{ page: 1, box: { x0, x1, y0: 100, y1: 110 } }] });
    const whole = scan((c) => (c.column + c.columnSpan === 10 ? { ...c, columnSpan: c.columnSpan + 1 } : c));
    const cells = whole.cells.flatMap((c) => (isTotal(c) ? [framed({ ...c, columnSpan: 1, text: '', readings: blank }, 300, 300 + apart), framed({ ...c, column: 10, columnSpan: 1, text: '04', readings: numberOf('04') }, 300 + apart, 340)] : c));
    expect(total({ ...whole, columns: whole.columns + 1, method: 'ruled', cells })).toMatchObject({ status });
  });
});
