import type { InterpretedTables } from '../../src/interpret/interpret.js';
import type { Grid } from '../../src/model/grid.js';
import type { Page } from '../../src/model/page.js';
import type { Value } from '../../src/model/report.js';
import { doubtPartialPages } from '../../src/pipeline/partial-pages.js';

const page = (number: number, partial = false): Page => ({ number, width: 0, height: 0, words: [], hidden: [], rulings: [], areas: [], pictures: [], blocks: [], ...(partial ? { partial: true } : {}) });
const value = (on: number, status: Value['status'] = 'read'): Value => ({ table: 'requests', row: `row${on}`, column: 'total', value: '12', unit: '', status, raw: '12', method: 'text', confidence: 1, place: { page: on, box: null } });
const grid = (...on: readonly number[]): Grid => ({ rows: 1, columns: 1, cells: [], method: 'ruled', source: 'text', places: on.map((p) => ({ page: p, box: null })), columnEdges: [], seams: [] });
const tables = (values: readonly Value[], choices: InterpretedTables['choices'] = []): InterpretedTables => ({ template: '2021', forms: new Map(), values, choices, findings: [] });
const statuses = ({ values }: InterpretedTables): string[] => values.map((v) => v.status);

const values = [1, 2, 3, 4, 5, 6, 7].map((n) => value(n));
const pages = (...partial: readonly number[]): Page[] => values.map((_, i) => page(i + 1, partial.includes(i + 1)));

describe('values of a document of which something is lost', () => {
  it('are vouched for where all pages are whole', () => {
    expect(doubtPartialPages(tables(values), pages(), [grid(1, 2, 3)]).values).toEqual(values);
  });

  it('are suspect on a page that is not whole, and on the pages beside it', () => {
    expect(statuses(doubtPartialPages(tables(values), pages(4), []))).toEqual(['read', 'read', 'suspect', 'suspect', 'suspect', 'read', 'read']);
  });

  it('are suspect as far as a table runs on from there, and not where it comes from', () => {
    expect(statuses(doubtPartialPages(tables(values), pages(3), [grid(1, 2), grid(4, 5, 6)]))).toEqual(['read', 'suspect', 'suspect', 'suspect', 'suspect', 'suspect', 'read']);
  });

  it('stay missing where they were missing, and are no blank that is vouched for', () => {
    expect(statuses(doubtPartialPages(tables([value(1, 'missing'), value(1, 'blank')]), pages(1), []))).toEqual(['missing', 'suspect']);
  });

  it('decide nothing about others', () => {
    const choice = { table: 'requests' as const, cells: [{ row: 'row2', column: 'total' }], readings: [[{ value: '1', raw: '1', place: { page: 2, box: null } }]] };
    expect(doubtPartialPages(tables(values, [choice]), pages(2), []).choices).toEqual([]);
    expect(doubtPartialPages(tables(values, [choice]), pages(7), []).choices).toEqual([choice]);
  });
});
