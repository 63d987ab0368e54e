import { readFile } from 'node:fs/promises';
import type { Block } from '../../../src/model/page.js';
import { SkipDocument } from '../../../src/model/errors.js';
import { defaultPipelineFolder, loadPipeline } from '../../../src/pipeline/load-pipeline.js';
import { runDocument } from '../../../src/pipeline/run-document.js';
import { rootEntries } from '../../../src/read/office/compound-file.js';
import { docReader } from '../../../src/read/office/doc.js';
import { docxReader } from '../../../src/read/office/docx.js';
import { heldAgainst } from '../../make/held-against.js';
import type { Truth } from '../../make/truth-file.js';
import { tinyZip } from '../tiny-zip.js';

// Whole reports are read, slowly on a busy machine.
import.meta.jest.setTimeout(60_000);

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
const docx = (body: string, prolog = '', styles = ''): Uint8Array => tinyZip([{ name: '[Content_Types].xml', content: '<Types/>' }, { name: 'word/styles.xml', content: `<w:styles ${w}>${styles}</w:styles>` }, { name: 'word/document.xml', content: `${prolog}<w:document ${w}><w:body>${body}</w:body></w:document>` }]);
const p = (runs: string): string => `<w:p>${runs}</w:p>`;
const r = (text: string, properties = ''): string => `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const tc = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(r(text))}</w:tc>`;
const table = (...rows: string[]): string => `<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`;

async function blocksOf(body: string, styles = ''): Promise<readonly Block[]> {
  const { document } = await docxReader.read(docx(body, '', styles), { pages: 10 });
  return document.pages[0]?.blocks ?? [];
}
const cellsOf = async (body: string, styles = ''): Promise<(string | number)[][]> => (await blocksOf(body, styles)).flatMap((b) => (b.kind === 'grid' ? b.cells.map((c) => [`${c.text}${c.unclear ? '?' : ''}`, c.row, c.column, c.rowSpan, c.columnSpan]) : []));
const cellSays = async (content: string, styles = ''): Promise<string> => String((await cellsOf(table(tc('a') + tc('b'), `${tc('c')}<w:tc>${content}</w:tc>`), styles)).at(-1)?.[0]);

describe('a table in a Word document', () => {
  it('has the spans that Word shows', async () => {
    const span = (n: number): string => `<w:gridSpan w:val="${n}"/>`;
    const body = table(tc('a', '<w:vMerge w:val="restart"/>') + tc('b', span(2)), tc('', '<w:vMerge/>') + tc('c') + tc('d'));
    expect(await cellsOf(body)).toEqual([['a', 0, 0, 2, 1], ['b', 0, 1, 1, 2], ['c', 1, 1, 1, 1], ['d', 1, 2, 1, 1]]);
  });
  it('that goes on with a merged cell where none stands above has no blank there that is sure', async () => {
    const body = table(tc('7') + tc('8') + tc('结果'), tc('', '<w:vMerge/>') + tc('1', '<w:vMerge/>') + tc('', '<w:vMerge/>'));
    expect((await cellsOf(body)).map(([text, , , rows]) => [text, rows])).toEqual([['7', 1], ['8', 1], ['结果', 2], ['?', 1], ['1', 1]]);
  });
  it('has no row that was deleted or hidden', async () => {
    const body = `<w:tbl><w:tr>${tc('a')}${tc('b')}</w:tr><w:tr><w:trPr><w:del w:id="1"/></w:trPr>${tc('x')}${tc('y')}</w:tr><w:tr><w:trPr><w:hidden/></w:trPr>${tc('x')}${tc('y')}</w:tr></w:tbl>`;
    expect((await cellsOf(body)).map(([text]) => text)).toEqual(['a', 'b']);
  });
  it('that is in a content control, or in a table that lays out the page, is found', async () => {
    const inner = table(tc('a') + tc('1'), tc('b') + tc('2'));
    expect((await blocksOf(`<w:sdt><w:sdtContent>${inner}</w:sdtContent></w:sdt>`)).map((b) => b.kind)).toEqual(['grid']);
    expect((await blocksOf(table(`<w:tc>${p(r('左'))}</w:tc><w:tc>${inner}</w:tc>`))).map((b) => b.kind)).toEqual(['text', 'grid']);
  });
});

describe('a cell of a Word table', () => {
  it('says what stands after all changes, and nothing that is hidden', async () => {
    expect(await cellSays(p(`<w:del><w:r><w:delText>9</w:delText></w:r></w:del><w:ins>${r('1')}</w:ins>${r('2')}${r('7', '<w:vanish/>')}${r('3', '<w:vanish w:val="0"/>')}`))).toBe('123');
  });
  it('is unclear where it is struck out, has a raised mark, a symbol or a picture', async () => {
    for (const runs of [r('5', '<w:strike/>'), r('5') + r('1', '<w:vertAlign w:val="superscript"/>'), '<w:r><w:sym w:char="F031"/></w:r>', '<w:r><w:drawing><a:blip xmlns:a="x"/></w:drawing></w:r>']) expect(await cellSays(p(runs))).toMatch(/\?$/);
  });
  it('is unclear where a letter is as pale as the page, lifted off its line, or too small to be seen', async () => {
    for (const properties of ['<w:color w:val="FFFFFF"/>', '<w:position w:val="8"/>', '<w:sz w:val="2"/>']) expect(await cellSays(p(r('5') + r('1', properties)))).toBe('51?');
  });
  it('is clear where pale letters lie on a ground of their own', async () => {
    const shade = '<w:shd w:val="clear" w:fill="1F4E79"/>';
    const white = '<w:color w:val="FFFFFF"/>';
    expect(await cellSays(`<w:tcPr>${shade}</w:tcPr>${p(r('5', white))}`)).toBe('5');
    expect(await cellSays(p(r('5', white + shade)))).toBe('5');
    expect(await cellSays(p(`<w:pPr>${shade}</w:pPr>${r('5', white)}`))).toBe('5');
  });
  it('is unclear where a style, or one that it is based on, hides its text or takes it off its line', async () => {
    const style = (id: string, properties: string, on = ''): string => `<w:style w:styleId="${id}"><w:basedOn w:val="${on}"/><w:rPr>${properties}</w:rPr></w:style>`;
    const styles = style('Hidden', '<w:vanish/>') + style('Child', '', 'Hidden') + style('Note', '<w:vertAlign w:val="superscript"/>') + style('Plain', '') + style('Ring', '', 'Ring');
    for (const name of ['Hidden', 'Child', 'Note']) {
      expect(await cellSays(p(r('5') + r('1', `<w:rStyle w:val="${name}"/>`)), styles)).toBe('51?');
      expect(await cellSays(p(`<w:pPr><w:pStyle w:val="${name}"/></w:pPr>${r('5')}`), styles)).toBe('5?');
    }
    for (const name of ['Plain', 'Ring']) expect(await cellSays(p(r('5', `<w:rStyle w:val="${name}"/>`)), styles)).toBe('5');
  });
  it('is unclear where all text, text without a style, or a table style is hidden or odd', async () => {
    const usual = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:rPr><w:strike/></w:rPr></w:style>';
    const all = '<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>';
    for (const styles of [usual, all]) expect(await cellSays(p(r('5')), styles)).toBe('5?');
    const lastRow = (look: string): string => `<w:style w:type="table" w:styleId="T"><w:tblStylePr w:type="lastRow"><w:rPr><w:color w:val="FFFFFF"/></w:rPr>${look}</w:tblStylePr></w:style>`;
    const styled = table(tc('a') + tc('b'), tc('c') + tc('5')).replace('<w:tbl>', '<w:tbl><w:tblPr><w:tblStyle w:val="T"/></w:tblPr>');
    expect((await cellsOf(styled, lastRow(''))).at(-1)?.[0]).toBe('5?');
    expect((await cellsOf(styled, lastRow('<w:tcPr><w:shd w:val="clear" w:fill="1F4E79"/></w:tcPr>'))).at(-1)?.[0]).toBe('5');
  });
  it('is unclear where it is an entry of a list, whose number no run has', async () => {
    const entry = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>';
    expect(await cellSays(p(`<w:pPr>${entry}</w:pPr>${r('5')}`))).toBe('5?');
    expect(await cellSays(p(`<w:pPr>${entry}</w:pPr>`))).toBe('?');
    expect(await cellSays(p(`<w:pPr><w:pStyle w:val="L"/></w:pPr>${r('5')}`), `<w:style w:styleId="L"><w:pPr>${entry}</w:pPr></w:style>`)).toBe('5?');
    expect(await cellSays(p(`<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>${r('5')}`))).toBe('5');
  });
  it('has no number of a note in it, and is unclear where the note has a mark of its own', async () => {
    expect(await cellSays(p(`${r('5')}<w:r><w:footnoteReference w:id="2"/></w:r>`))).toBe('5');
    expect(await cellSays(p(`${r('5')}<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>1</w:t></w:r>`))).toBe('51?');
  });
  it('says what a field shows, and is unclear where that is worked out or is not there', async () => {
    const field = (told: string, shown: string): string => `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r>${told}</w:r>${shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const separate = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>';
    expect(await cellSays(p(field('<w:instrText>=SUM(LEFT)</w:instrText>', separate + r('12'))))).toBe('12');
    expect(await cellSays(p(field('<w:instrText> eq \\o\\ac(○,5)</w:instrText>', '')))).toBe('?');
    expect(await cellSays(p(field('<w:t>9</w:t>', separate + r('12'))))).toBe('912?');
  });
  it('is unclear where letters are white by the theme or nearly, or narrowed to a line; a deleted cell, too', async () => {
    for (const properties of ['<w:color w:val="auto" w:themeColor="background1"/>', '<w:color w:val="FEFEFE"/>', '<w:w w:val="1"/>']) expect(await cellSays(p(r('5') + r('1', properties)))).toBe('51?');
    expect(await cellSays(p(r('5', '<w:color w:val="auto" w:themeColor="background1" w:themeShade="80"/>')))).toBe('5');
    expect(await cellSays(`<w:tcPr><w:cellDel w:id="1"/></w:tcPr>${p(r('5'))}`)).toBe('5?');
  });
  it('has the lines of its paragraphs and breaks', async () => {
    expect(await cellSays(p(`${r('商业')}<w:r><w:br/></w:r>${r('企业')}`) + p(r('其他')))).toBe('商业\n企业\n其他');
  });
});

describe('a text box', () => {
  it('is read once, though it is told in two ways', async () => {
    const box = `<w:txbxContent>${p(r('某县2023年政府信息公开工作年度报告'))}</w:txbxContent>`;
    const body = p(`<w:r><mc:AlternateContent><mc:Choice><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`);
    expect(await blocksOf(body)).toMatchObject([{ text: '某县2023年政府信息公开工作年度报告' }]);
  });
});

describe('a Word file that is not what it should be', () => {
  const findingOf = (bytes: Uint8Array, reader = docxReader): Promise<string> => reader.read(bytes, { pages: 1 }).then(() => 'read', (error: unknown) => (error instanceof SkipDocument ? error.finding.code : String(error)));

  it('is told with one finding: entities, broken markup, endless nesting', async () => {
    expect(await findingOf(docx('<w:p/>', '<!DOCTYPE x [<!ENTITY a "aaaa">]>'))).toBe('unreadable');
    expect(await findingOf(docx('<w:p>'))).toBe('unreadable');
    expect(await findingOf(docx('<w:tbl>'.repeat(5000) + '</w:tbl>'.repeat(5000)))).toBe('unreadable');
  });
  it('is told with one finding: saved with a password, or cut off', async () => {
    const bytes = new Uint8Array(await readFile(new URL('files/report-2021.doc', import.meta.url)));
    const locked = Uint8Array.from(bytes);
    const start = rootEntries(bytes).get('WordDocument') ?? 0;
    locked[start + 11] = (locked[start + 11] ?? 0) | 1;
    expect(await findingOf(locked, docReader)).toBe('encrypted');
    expect(await findingOf(bytes.slice(0, 3000), docReader)).toBe('unreadable');
  });
});

describe('a report as a Word file', () => {
  const folder = new URL('files/', import.meta.url);

  it.each(['docx', 'doc'])('has every value as LibreOffice saves it: .%s', async (extension) => {
    const pipeline = await loadPipeline(defaultPipelineFolder());
    for (const name of ['report-2019', 'report-2021']) {
      const bytes = new Uint8Array(await readFile(new URL(`${name}.${extension}`, folder)));
      const truth = JSON.parse(await readFile(new URL(`${name}.truth.json`, folder), 'utf8')) as Truth;
      const result = await runDocument(bytes, { path: name, file: name, sha256: '' }, pipeline);
      expect(heldAgainst(result, truth)).toMatchObject({ marked: 0, wrong: [] });
      expect(result.reports[0]?.identity).toMatchObject({ year: truth.year, issuer: truth.issuer });
    }
  });
});
