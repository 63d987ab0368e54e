import type { Grid } from '../../src/model/grid.js';
import { numberCells } from '../../src/pipeline/scanned-labels.js';

const grid = (rows: readonly (readonly string[])[]): Grid => ({
  rows: rows.length,
  columns: rows[0]?.length ?? 0,
  cells: rows.flatMap((row, r) => row.map((text, c) => ({ row: r, column: c, rowSpan: 1, columnSpan: 1, text, wrapped: false, places: [] }))),
  method: 'ruled',
  source: 'ocr',
  places: [],
  columnEdges: [],
  seams: [],
});
const likeLabel = (text: string): number => (text === '总计' ? 1 : 0);
const read = (rows: readonly (readonly string[])[]): string[] => numberCells(grid(rows), likeLabel).map((c) => c.text);

describe('the cells of a scanned table', () => {
  it('are read as numbers where they look like numbers, badly read ones too, and where they are blank', () => {
    expect(read([['一、收到', '12'], ['二、答复', 'l0'], ['三、其他', '']])).toEqual(['12', 'l0', '']);
  });
  it('are read as numbers among numbers, though the characters of a seal were read there', () => {
    const rows = [['甲项', '1', '0', '1'], ['乙项', '0', '菜\n市口', '3'], ['丙项', '4', '2', '6'], ['丁项', '4', '2', '6']];
    expect(read(rows)).toContain('菜\n市口');
    expect(read(rows)).not.toContain('乙项');
  });
  it('are read as numbers where a single character of a seal, or a digit beside one, stands in a short table', () => {
    expect(read([['信息内容', '本年处理决定数量'], ['行政处罚', '人0'], ['行政强制', '聂']])).toEqual(['人0', '聂']);
  });
  it('are no numbers in a column of units, be they of one character', () => {
    expect(read([['收到申请', '件', '12'], ['公开信息', '条', '30'], ['培训', '次', '4']])).toEqual(['12', '30', '4']);
  });
  it('are no numbers where a label of the form stands', () => {
    expect(read([['自然人', '总计', '3'], ['1', '2', '3'], ['1', '2', '3']])).not.toContain('总计');
  });
});
