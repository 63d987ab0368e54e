import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { textOfCell } from '../../src/export/cell-text.js';
import { gridRows } from '../../src/export/grid-csv.js';
import { writeTables } from '../../src/export/write-tables.js';
import { box, cell, found, grid } from './grids.js';

const plain = { bom: false, debug: false };
const newFolder = async (): Promise<string> => join(await mkdtemp(join(tmpdir(), 'gongkai-')), 'a');

describe('the files of a document', () => {
  it('are one JSON, a CSV a table, and a picture a page where that is asked for', async () => {
    const folder = await newFolder();
    const document = found([grid([cell(0, 0, '甲')]), grid([cell(0, 0, '乙')])]);
    expect((await writeTables(document, folder, 'a', plain)).files).toEqual(['a.json', 'a-1.csv', 'a-2.csv']);
    expect((await writeTables(document, folder, 'a', { bom: false, debug: true })).files).toEqual(['a.json', 'a-1.csv', 'a-2.csv', 'a-p1.svg']);
    expect((await readdir(folder)).sort()).toEqual(['a-1.csv', 'a-2.csv', 'a-p1.svg', 'a.json']);
  });

  it('tell in the JSON the page, the box and the cells of each table, and all parts of one over page breaks', async () => {
    const folder = await newFolder();
    const places = [{ page: 2, box: box(10, 20, 30.126, 40) }, { page: 3, box: box(10, 5, 30, 15) }];
    await writeTables(found([grid([cell(0, 0, 'a "b"\n</c>', { columnSpan: 2 }), cell(1, 1, '7')], { places, method: 'aligned' })]), folder, 'a', plain);
    expect(JSON.parse(await readFile(join(folder, 'a.json'), 'utf8'))).toEqual({
      writer: 'gongkai tables',
      source: 'in/a.pdf',
      files: ['a-1.csv'],
      tables: [
        {
          page: 2,
          bbox: [10, 20, 30.13, 40],
          method: 'aligned',
          places: [{ page: 2, bbox: [10, 20, 30.13, 40] }, { page: 3, bbox: [10, 5, 30, 15] }],
          cells: [[0, 0, 1, 2, 'a "b"\n</c>'], [1, 1, 1, 1, '7']],
        },
      ],
    });
  });

  it('have no box where the source has no geometry', async () => {
    const folder = await newFolder();
    await writeTables(found([grid([cell(0, 0, '甲')], { method: 'markup', places: [{ page: 1, box: null }] })]), folder, 'a', plain);
    expect(JSON.parse(await readFile(join(folder, 'a.json'), 'utf8'))).toMatchObject({ tables: [{ page: 1, bbox: null }] });
  });

  it('are a JSON without tables where there are none, and nothing where the document was not read', async () => {
    const folder = await newFolder();
    expect(await writeTables(found([]), folder, 'a', plain)).toMatchObject({ files: ['a.json'], tables: 0, outcome: 'read' });
    expect(JSON.parse(await readFile(join(folder, 'a.json'), 'utf8'))).toMatchObject({ tables: [] });
    expect((await writeTables(found([], { outcome: 'failed' }), await newFolder(), 'a', plain)).files).toEqual([]);
  });

  it('take the place of what a process left that died over the document', async () => {
    const folder = await newFolder();
    await writeTables(found([grid([cell(0, 0, '甲')])]), folder, 'a', plain);
    await writeFile(join(folder, 'a-2.csv'), 'half');
    await writeTables(found([grid([cell(0, 0, '甲')])]), folder, 'a', plain);
    expect((await readdir(folder)).sort()).toEqual(['a-1.csv', 'a.json']);
  });

  it('that can not be written stop the run', async () => {
    const folder = await newFolder();
    await writeFile(folder, 'a file');
    await expect(writeTables(found([grid([cell(0, 0, '甲')])]), join(folder, 'under'), 'a', plain)).rejects.toMatchObject({ name: 'StopRun', exitCode: 5 });
  });
});

describe('a table as CSV', () => {
  const csvOf = async (cells: Parameters<typeof grid>[0], bom = false): Promise<string> => {
    const folder = await newFolder();
    await writeTables(found([grid(cells)]), folder, 'a', { bom, debug: false });
    return readFile(join(folder, 'a-1.csv'), 'utf8');
  };

  it('has the text of a cell that spans in its first place', async () => {
    expect(await csvOf([cell(0, 0, '总计', { columnSpan: 2 }), cell(0, 2, '其他', { rowSpan: 2 }), cell(1, 0, '1'), cell(1, 1, '2')])).toBe('总计,,其他\n1,2,\n');
  });

  it('quotes line breaks, commas and quotation marks', async () => {
    expect(await csvOf([cell(0, 0, 'a\nb'), cell(0, 1, 'c,"d"')])).toBe('"a\nb","c,""d"""\n');
  });

  it('shows a formula as text, reversibly, and leaves printed numbers alone', async () => {
    const texts = ['=1+1', '+cmd', '-2+3', '@x', '＝１', "'a", '-8', '+6', '-', '12.5'];
    const csv = await csvOf(texts.map((text, at) => cell(0, at, text)));
    expect(csv).toBe("'=1+1,'+cmd,'-2+3,'@x,'＝１,''a,-8,+6,-,12.5\n");
    const [row = []] = gridRows(grid(texts.map((text, at) => cell(0, at, text))));
    expect(row.map(textOfCell)).toEqual(texts);
  });

  it('of one column keeps an empty row', async () => {
    expect(await csvOf([cell(0, 0, 'a'), cell(1, 0, ''), cell(2, 0, 'b')])).toBe('"a"\n""\n"b"\n');
  });

  it('begins with a byte order mark for Excel where that is asked for', async () => {
    expect(await csvOf([cell(0, 0, 'a'), cell(0, 1, 'b')], true)).toBe('\ufeffa,b\n');
  });
});
