import type { Box } from '../../src/model/box.js';
import type { Cell, Grid } from '../../src/model/grid.js';
import type { Readings } from '../../src/model/readings.js';
import { withReadings } from '../../src/pipeline/with-readings.js';

const ends: Box = { x0: 100, x1: 140, y0: 760, y1: 790 };
const begins: Box = { x0: 100, x1: 140, y0: 50, y1: 70 };
const empty: Readings = { readers: [0, 1].map(() => ({ text: '', says: 'blank', value: null, confidence: 1 })), ink: 'none' };
const trace: Readings = { readers: [], ink: 'some' };
const number = (value: string): Readings => ({ readers: [0, 1].map(() => ({ text: value, says: 'number', value, confidence: 0.99 })), ink: 'some' });

/** A cell that ends at the foot of page 1 and goes on at the head of page 2, after what was read in its two parts; null: a part was not read. */
function divided(above: Readings | null, below: Readings | null): Cell | undefined {
  const places = [{ page: 1, box: ends }, { page: 2, box: begins }];
  const cell: Cell = { row: 0, column: 0, rowSpan: 1, columnSpan: 1, text: '7', wrapped: true, places, frames: places };
  const grid: Grid = { rows: 1, columns: 1, cells: [cell], method: 'ruled', source: 'ocr', places, columnEdges: [], seams: [] };
  const scan = (frame: Box, readings: Readings | null) => [{ cells: readings ? [{ frame, isRuled: true, ink: null, readings }] : [], region: null, toPage: (box: Box): Box => box }];
  return withReadings([grid], new Map([[1, scan(ends, above)], [2, scan(begins, below)]]))[0]?.cells[0];
}

describe('a scanned cell that a page break divides', () => {
  it('says what its one part with ink says', () => {
    expect(divided(number('7'), empty)).toMatchObject({ readings: number('7') });
    expect(divided(empty, number('7'))).toMatchObject({ readings: number('7') });
  });

  it('is empty where both parts are', () => expect(divided(empty, empty)).toMatchObject({ readings: empty }));

  it.each([['both parts hold a number', number('7')], ['the other part has a trace that nobody can read', trace], ['the other part was not read', null]] as const)('is unclear where %s', (_, other) => {
    expect(divided(number('7'), other)).toMatchObject({ unclear: true });
    expect(divided(number('7'), other)).not.toHaveProperty('readings');
  });
});
