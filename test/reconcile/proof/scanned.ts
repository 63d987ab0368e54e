import type { NumberReading, Readings } from '../../../src/model/readings.js';
import type { TableId, Value } from '../../../src/model/report.js';

/** What one reader sees: a number, nothing, a mark, or a text that is none of these; `0.5 of 8` as `['8', 0.5]`. */
export type Seen = string | readonly [text: string, confidence: number];

export function seen(by: Seen): NumberReading {
  const [text, confidence] = typeof by === 'string' ? [by, 0.95] : by;
  if (text === '' || text === '-' || text === '/') return { text, says: 'blank', value: null, confidence };
  return /^-?\d+(?:\.\d+)?$/.test(text) ? { text, says: 'number', value: text, confidence } : { text, says: 'unclear', value: null, confidence };
}

/** A scanned cell as two readers see it; there is ink unless both see nothing. */
export function scanned(table: TableId, row: string, column: string, first: Seen, second: Seen = first, ink?: Readings['ink']): Value {
  const readers = [seen(first), seen(second)];
  const nothing = readers.every((r) => r.text === '');
  return { table, row, column, value: null, unit: '', status: 'missing', raw: '', method: 'ocr', confidence: 0, place: null, readings: { readers, ink: ink ?? (nothing ? 'none' : 'some') } };
}
