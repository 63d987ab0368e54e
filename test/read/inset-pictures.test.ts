import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import type { ReadDocument } from '../../src/model/page.js';
import { readScans } from '../../src/pipeline/read-scans.js';
import { read } from '../../src/read/readers.js';
import { sheetDrawing, tinyXlsx } from './office/sheets/tiny-xlsx.js';
import { tinyZip } from './tiny-zip.js';

const png = (width: number, height: number): Promise<Buffer> => sharp({ create: { width, height, channels: 3, background: '#ffffff' } }).png().toBuffer();

/** The pictures of a document as [width, height, line], points, and what is said of those that are not read. */
async function picturesIn(bytes: Uint8Array): Promise<{ document: ReadDocument; sizes: number[][]; codes: string[] }> {
  const { document, findings } = await read(bytes, { pages: 10 });
  return { document, sizes: document.pages.flatMap((p) => (p.inset ? [[Math.round(p.width), Math.round(p.height), p.inset.line]] : [])), codes: findings.map((f) => f.code) };
}

const table = '<table><tr><td>a</td><td>b</td></tr><tr><td>1</td><td>2</td></tr></table>';
const page = (...pictures: Buffer[]): Buffer => Buffer.from(`<html><body><p>某县2023年政府信息公开工作年度报告</p>\n${table}\n${pictures.map((p) => `<img src="data:image/png;base64,${p.toString('base64')}">`).join('\n')}</body></html>`);

describe('a picture that stands in a web page itself', () => {
  it('is a page behind the text where it is as large as a table, the size that a browser shows', async () => {
    const { document, sizes } = await picturesIn(page(await png(960, 480)));
    expect(sizes).toEqual([[720, 360, 3]]);
    expect(await document.pictures?.pictureOf(2)).toMatchObject({ all: { width: 960, height: 480 } });
  });
  it('is left alone where it is a logo, a seal, a line', async () => {
    expect(await picturesIn(page(await png(120, 120), await png(240, 90), await png(900, 20)))).toMatchObject({ sizes: [], codes: [] });
  });
  it('counts once where it is shown twice', async () => {
    expect((await picturesIn(page(await png(960, 480), await png(960, 480)))).sizes).toHaveLength(1);
  });
  it('is told of where nobody reads it', async () => {
    const { document } = await read(page(await png(960, 480)), { pages: 10 });
    const { findings } = await readScans(document, { likeLabel: () => 0, units: [] });
    expect(findings).toMatchObject([{ code: 'pictures-unread' }]);
    expect(findings[0]?.message).toMatch(/1$/);
  });
});

const names = 'xmlns:w="w" xmlns:r="r" xmlns:wp="wp" xmlns:a="a" xmlns:v="v"';
/** A Word document with a table and a drawing of so many points. */
function docx(picture: Uint8Array, width: number, height: number, drawing?: string): Uint8Array {
  const shown = drawing ?? `<w:drawing><wp:inline><wp:extent cx="${width * 12_700}" cy="${height * 12_700}"/><a:blip r:embed="rId7"/></wp:inline></w:drawing>`;
  const rows = ['ab', '12'].map((row) => `<w:tr>${Array.from(row, (c) => `<w:tc><w:p><w:r><w:t>${c}</w:t></w:r></w:p></w:tc>`).join('')}</w:tr>`).join('');
  return tinyZip([
    { name: 'word/document.xml', content: `<w:document ${names}><w:body><w:tbl>${rows}</w:tbl><w:p><w:r>${shown}</w:r></w:p></w:body></w:document>` },
    { name: 'word/_rels/document.xml.rels', content: '<Relationships><Relationship Id="rId7" Type="x/image" Target="media/image1.png"/></Relationships>' },
    { name: 'word/media/image1.png', content: picture },
  ]);
}

describe('a picture in a Word file that has another table', () => {
  it('is a page of the size in which Word shows it', async () => {
    expect((await picturesIn(docx(await png(1500, 600), 450, 180))).sizes).toEqual([[450, 180, 2]]);
  });
  it('is left alone where it is shown small, however many pixels it has', async () => {
    expect(await picturesIn(docx(await png(1500, 1500), 90, 90))).toMatchObject({ sizes: [], codes: [] });
  });
  it('is told of where it is a drawing, broken, or not there', async () => {
    for (const picture of [Buffer.from('\x01\x00\x00\x00EMF'), Buffer.from('89504e470d0a1a0a00', 'hex')]) expect(await picturesIn(docx(picture, 450, 180))).toMatchObject({ sizes: [], codes: ['pictures-unread'] });
    const elsewhere = '<w:drawing><wp:inline><wp:extent cx="5715000" cy="2286000"/><a:blip r:embed="rId9"/></wp:inline></w:drawing>';
    expect((await picturesIn(docx(await png(9, 9), 0, 0, elsewhere))).codes).toEqual(['pictures-unread']);
  });
  it('is found where it is drawn in the way of before 2010', async () => {
    const shape = (size: string): string => `<w:pict><v:shape style="position:absolute;${size}"><v:imagedata r:id="rId7"/></v:shape></w:pict>`;
    const picture = await png(1500, 600);
    expect((await picturesIn(docx(picture, 0, 0, shape('width:450pt;height:2.5in')))).sizes).toEqual([[450, 180, 2]]);
    expect((await picturesIn(docx(picture, 0, 0, shape('width:60pt;height:30pt')))).sizes).toEqual([]);
  });
});

describe('a picture in a Word file of before 2007', () => {
  it('is a page where it is shown as large as a table, and nothing where it is small', async () => {
    const bytes = new Uint8Array(await readFile(new URL('office/files/pictures.doc', import.meta.url)));
    expect((await picturesIn(bytes)).sizes).toEqual([[450, 180, 1]]);
  });
});

describe('a picture that lies on a sheet', () => {
  it('is a page of the size in which the sheet shows it', async () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c></row>';
    const [large, small] = [sheetDrawing(await png(900, 300), { width: 600, height: 200, row: 4 }), sheetDrawing(await png(900, 900), { width: 60, height: 60, row: 4 })];
    expect((await picturesIn(tinyXlsx([{ rows }], { more: large }))).sizes).toEqual([[600, 200, 5]]);
    expect((await picturesIn(tinyXlsx([{ rows }], { more: small }))).sizes).toEqual([]);
  });
  it('is found in a workbook of before 2007', async () => {
    const bytes = new Uint8Array(await readFile(new URL('office/files/picture.xls', import.meta.url)));
    expect((await picturesIn(bytes)).sizes).toEqual([[720, 180, 1]]);
  });
});
