import type { Box } from '../../src/model/box.js';
import type { Cell, Grid } from '../../src/model/grid.js';
import type { Readings } from '../../src/model/readings.js';
import { withReadings } from '../../src/pipeline/with-readings.js';

const seven: Readings = { readers: [0, 1].map(() => ({ text: '7', says: 'number', value: '7', confidence: 0.99 })), ink: 'some' };
const blank: Readings = { readers: [0, 1].map(() => ({ text: '', says: 'blank', value: null, confidence: 1 })), ink: 'none' };

/** A row without rules: a label, a number in the column from 150 to 190, a blank one from 190 to 230, and the total. */
const edges = [50, 150, 190, 230, 270];
const cells = ['收到', '7', '', '7'].map((text, column): Cell => ({
  row: 0, column, rowSpan: 1, columnSpan: 1, text, wrapped: false, places: [{ page: 1, box: { x0: (edges[column] ?? 0) + 5, x1: (edges[column] ?? 0) + 20, y0: 95, y1: 105 } }],
}));
const grid: Grid = { rows: 1, columns: 4, cells, method: 'aligned', source: 'ocr', places: [{ page: 1, box: { x0: 50, x1: 270, y0: 90, y1: 110 } }], columnEdges: edges, seams: [] };
/** What the columns of numbers have, of cells that were read from and to those places, with ink from and to. */
const read = (...from: readonly (readonly [number, number, number?, number?])[]): (Readings | 'unclear' | null)[] => {
  const scanned = from.map(([x0, x1, ink0, ink1]) => ({ frame: { x0, x1, y0: 90, y1: 110 }, isRuled: false, ink: ink0 === undefined || ink1 === undefined ? null : { from: ink0, to: ink1 }, readings: ink0 === undefined ? blank : seven }));
  return withReadings([grid], new Map([[1, [{ cells: scanned, region: null, toPage: (box: Box): Box => box }]]]))[0]?.cells.slice(1).map((c) => c.readings ?? (c.unclear ? 'unclear' : null)) ?? [];
};

describe('what was read in a table without rules', () => {
  it('is that of the cells whose columns the page showed', () => {
    expect(read([150, 190, 165, 170], [190, 230], [230, 270, 245, 250])).toEqual([seven, blank, seven]);
  });

  it('is that of the cell in which its ink is, where the page showed its columns a little further left', () => {
    expect(read([142, 181, 165, 170], [181, 222], [222, 270, 245, 250])).toEqual([seven, blank, seven]);
  });

  it('is no other cell’s where it was read over several, as on a page whose blank column nothing showed', () => {
    expect(read([150, 210, 165, 170], [210, 270, 245, 250])).toEqual([seven, 'unclear', seven]);
    expect(read([150, 270, 205, 210])).toEqual(['unclear', seven, 'unclear']);
  });

  it('is nobody’s where its ink lies in two cells, where two have ink in one, and where part of the cell was not read', () => {
    expect(read([150, 230, 186, 194])).toEqual(['unclear', 'unclear', 'unclear']);
    expect(read([150, 170, 155, 160], [170, 190, 175, 180])[0]).toBe('unclear');
    expect(read([150, 170, 155, 160])[0]).toBe('unclear');
  });
});
