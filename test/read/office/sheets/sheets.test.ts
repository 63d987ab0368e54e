import { CFB as untyped } from '@e965/xlsx';
import type { Block } from '../../../../src/model/page.js';
import type { DocumentResult } from '../../../../src/model/report.js';
import { SkipDocument } from '../../../../src/model/errors.js';
import { defaultPipelineFolder, loadPipeline } from '../../../../src/pipeline/load-pipeline.js';
import { runDocument } from '../../../../src/pipeline/run-document.js';
import { xlsxReader } from '../../../../src/read/office/sheets/xlsx.js';
import { read } from '../../../../src/read/readers.js';
import { documentOf } from '../../../make/documents.js';
import { heldAgainst } from '../../../make/held-against.js';
import { blocksOf } from '../../../make/page.js';
import { sheetXml, xlsOf } from '../../../make/sheet.js';
import { specs } from '../../../make/specs.js';
import { truthOf } from '../../../make/truth-file.js';
import { tinyXlsx, type TinySheet } from './tiny-xlsx.js';

interface CompoundFiles {
  read(bytes: Uint8Array, options: { type: string }): object;
  find(file: object, name: string): { content: number[] } | null;
  write(file: object, options: { type: string }): Uint8Array;
  readonly utils: { cfb_new(): object; cfb_add(file: object, name: string, content: Uint8Array): void };
}
const CFB = untyped as CompoundFiles;

/** A compound file with such streams. */
function compound(...names: string[]): Uint8Array {
  const file = CFB.utils.cfb_new();
  for (const name of names) CFB.utils.cfb_add(file, `/${name}`, Buffer.alloc(5000));
  return Uint8Array.from(CFB.write(file, { type: 'array' }));
}

const c = (place: string, text: string, more = ''): string => `<c r="${place}" t="inlineStr"${more}><is><t>${text}</t></is></c>`;
const n = (place: string, value: string, more = ''): string => `<c r="${place}"${more}><v>${value}</v></c>`;
const row = (r: number, cells: string, more = ''): string => `<row r="${r}"${more}>${cells}</row>`;
const blocksIn = async (bytes: Uint8Array, reader = xlsxReader): Promise<readonly Block[]> => (await reader.read(bytes, { pages: 1 })).document.pages[0]?.blocks ?? [];
const said = (blocks: readonly Block[]): unknown[] => blocks.map((b) => (b.kind === 'text' ? b.text : b.kind === 'grid' ? b.cells.map((x) => [`${x.text}${x.unclear ? '?' : ''}`, x.row, x.column, x.rowSpan, x.columnSpan].join(' ')) : b.rows));
const sheet = async (rows: string, more: Partial<TinySheet> = {}, parts = {}): Promise<unknown[]> => said(await blocksIn(tinyXlsx([{ rows, ...more }], parts)));

describe('a sheet', () => {
  it('has titles and notes as lines, tables between blank rows, and the spans of merged cells', async () => {
    const rows = row(1, c('A1', '某县年度报告')) + row(2, c('A2', '甲') + c('B2', '乙')) + row(3, n('B3', '1') + n('C3', '2')) + row(5, c('A5', '丙') + n('B5', '3')) + row(6, c('A6', '四') + n('B6', '4')) + row(7, c('A7', '某县办公室'));
    expect(await sheet(rows, { behind: '<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="A2:A3"/><mergeCell ref="B2:C2"/></mergeCells>' })).toEqual(['某县年度报告', ['甲 0 0 2 1', '乙 0 1 1 2', '1 1 1 1 1', '2 1 2 1 1'], ['丙 0 0 1 1', '3 0 1 1 1', '四 1 0 1 1', '4 1 1 1 1'], '某县办公室']);
  });

  it('has nothing of hidden rows, columns and sheets; a merged cell is shown by what is left of it', async () => {
    const rows = row(1, c('A1', '甲') + c('B1', '藏') + c('C1', '乙')) + row(2, c('A2', '隐') + c('C2', '隐'), ' hidden="1"') + row(3, c('B3', '丙') + n('D3', '5'));
    expect(await sheet(rows, { before: '<cols><col min="2" max="2" hidden="1"/></cols>', behind: '<mergeCells><mergeCell ref="B3:C3"/></mergeCells>' })).toEqual([['甲 0 0 1 1', '乙 0 1 1 1', ' 0 2 1 1', ' 1 0 1 1', '丙 1 1 1 1', '5 1 2 1 1']]);
    const both = tinyXlsx([{ rows: row(1, c('A1', '见')) }, { rows: row(1, c('A1', '不见')), state: 'hidden' }, { rows: row(1, c('A1', '也不见')), state: 'veryHidden' }]);
    expect(said(await blocksIn(both))).toEqual(['见']);
  });

  it('shows numbers as they are formatted; dates, hidden zeros and formulas without a result are not vouched for', async () => {
    const styles = '<numFmts><numFmt numFmtId="164" formatCode="0&quot;件&quot;"/></numFmts><fonts><font/><font><strike/></font><font><color rgb="FFFFFFFF"/></font></fonts><fills><fill/></fills><cellXfs><xf/><xf numFmtId="3"/><xf numFmtId="14"/><xf numFmtId="164"/><xf fontId="1"/><xf fontId="2"/></cellXfs>';
    const rows = row(1, n('A1', '1234', ' s="1"') + n('B1', '45000', ' s="2"') + n('C1', '7', ' s="3"') + n('D1', '5', ' s="4"') + n('E1', '5', ' s="5"') + '<c r="F1"><f>SUM(A1)</f></c>' + '<c r="G1"><f>SUM(A1)</f><v>9</v></c>' + '<c r="H1" t="e"><v>#REF!</v></c>') + row(2, c('A2', '甲') + n('B2', '0'));
    const [cells] = await sheet(rows, {}, { styles });
    expect((cells as string[]).slice(0, 8).map((x) => x.split(' ')[0])).toEqual(['1,234', '2023年3月15日?', '7件', '5?', '5?', '?', '9', '#REF!?']);
    expect(JSON.stringify(await sheet(rows, { before: '<sheetViews><sheetView showZeros="0"/></sheetViews>' }, { styles }))).toContain('"? 1 1 1 1"');
  });

  it('has shared texts in one piece or in runs, without their readings; struck and raised runs are unclear', async () => {
    const strings = '<si><t>公开</t></si><si><r><t>1</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>2</t></r></si><si><r><t>行政</t></r><r><t xml:space="preserve">许可</t></r><rPh sb="0" eb="2"><t>xz</t></rPh></si>';
    const s = (place: string, i: number): string => `<c r="${place}" t="s"><v>${i}</v></c>`;
    expect(await sheet(row(1, s('A1', 0) + s('B1', 1)) + row(2, s('A2', 2) + s('B2', 9)), {}, { strings })).toEqual([['公开 0 0 1 1', '12? 0 1 1 1', '行政许可 1 0 1 1', ' 1 1 1 1']]);
  });

  it('is unclear where a run is as pale as paper beside one that is not, or too small to be seen', async () => {
    const strings = ['<color rgb="FFFEFEFE"/>', '<color theme="0"/>', '<sz val="1"/>', '<color rgb="FFFFFF00"/>'].map((font) => `<si><r><t>1</t></r><r><rPr>${font}</rPr><t>2</t></r></si>`).join('') + '<si><r><rPr><color rgb="FFFFFFFF"/></rPr><t>总</t></r><r><rPr><color rgb="FFFFFFFF"/></rPr><t>计</t></r></si>';
    const cells = ['A1', 'B1', 'C1', 'D1', 'E1'].map((place, i) => `<c r="${place}" t="s"><v>${String(i)}</v></c>`).join('');
    const [read] = await sheet(row(1, cells) + row(2, c('A2', '甲') + n('B2', '0')), {}, { strings });
    expect((read as string[]).slice(0, 5).map((x) => x.split(' ')[0])).toEqual(['12?', '12?', '12?', '12', '总计']);
  });
});

const pipeline = await loadPipeline(defaultPipelineFolder());
const readFile = (bytes: Uint8Array): Promise<DocumentResult> => runDocument(bytes, { path: 'a', file: 'a', sha256: '' }, pipeline);
const reports = specs.filter((spec, i) => i % 12 === 0 && !spec.dress?.decoys);

describe('a report as a workbook', () => {
  it.each(['xlsx', 'xls'])('has every value, its issuer and year, with blank rows around its tables or without: .%s', async (extension) => {
    for (const [i, spec] of reports.entries()) {
      const typeset = documentOf(spec, 7);
      const blocks = blocksOf(typeset, 0);
      const truth = truthOf(typeset.report);
      const result = await readFile(extension === 'xls' ? xlsOf(blocks, i % 2 === 0) : tinyXlsx([sheetXml(blocks, i % 2 === 0)]));
      expect([spec.name, heldAgainst(result, truth)]).toMatchObject([spec.name, { wrong: [], marked: 0 }]);
      expect(result.reports[0]?.identity).toMatchObject({ year: truth.year, issuer: truth.issuer });
    }
  });
});

describe('an office file that is not what it should be', () => {
  const findingOf = (bytes: Uint8Array): Promise<string> => read(bytes, { pages: 1 }).then(() => 'read', (error: unknown) => (error instanceof SkipDocument ? `${error.finding.code} ${error.finding.message}` : String(error)));

  it('is told with one finding: entities, broken markup, endless nesting', async () => {
    expect(await findingOf(tinyXlsx([], { prolog: '<!DOCTYPE x [<!ENTITY a "aaaa">]>' }))).toMatch(/^unreadable .*document type/);
    expect(await findingOf(tinyXlsx([{ rows: '<row>' }]))).toMatch(/^unreadable .*sheet1/);
    expect(await findingOf(tinyXlsx([{ rows: '<row>'.repeat(5000) + '</row>'.repeat(5000) }]))).toMatch(/^unreadable /);
  });

  it('is told by what it is where no reader takes it', async () => {
    expect(await findingOf(Buffer.from('{\\rtf1\\ansi\\ansicpg936 \\u27784?}'))).toMatch(/^office-unread .*RTF/);
    expect(await findingOf(Buffer.from('MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="x"\r\n\r\n--x\r\n'))).toMatch(/^office-unread .*MHTML/);
    expect(await findingOf(Buffer.from('<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?><w:wordDocument/>'))).toMatch(/^office-unread .*2003/);
  });

  it('may have macros, which are told of and left alone', async () => {
    const { findings } = await xlsxReader.read(tinyXlsx([{ rows: '' }], { more: [{ name: 'xl/vbaProject.bin', content: 'x' }] }), { pages: 1 });
    expect(findings.map((f) => f.code)).toEqual(['macros']);
  });

  it('asks for a password where it was saved with one', async () => {
    const book = CFB.read(xlsOf([], false), { type: 'array' });
    const stream = CFB.find(book, 'Workbook');
    const content = Buffer.from(stream?.content ?? []);
    const behindBegin = 4 + content.readUInt16LE(2);
    // A record FilePass (MS-XLS 2.4.117) for RC4 behind the first.
    const pass = Buffer.concat([Buffer.from([0x2f, 0, 54, 0, 1, 0, 1, 0, 1, 0]), Buffer.alloc(48, 7)]);
    CFB.utils.cfb_add(book, 'Workbook', Buffer.concat([content.subarray(0, behindBegin), pass, content.subarray(behindBegin)]));
    expect(await findingOf(Uint8Array.from(CFB.write(book, { type: 'array' })))).toMatch(/^encrypted /);
    expect(await findingOf(compound('EncryptionInfo', 'EncryptedPackage'))).toMatch(/^encrypted /);
  });

  it('is told by what it is where it is a compound file of another program, whatever documents lie in it', async () => {
    expect(await findingOf(compound('PowerPoint Document', 'Objects/WordDocument'))).toMatch(/^office-unread .*PowerPoint/);
    expect(await findingOf(compound('VisioDocument'))).toMatch(/^office-unread .*older/);
    expect(await findingOf(compound('WordDocument').subarray(0, 600))).toMatch(/^(?:office-unread|unreadable) /);
  });
});
