import { htmlReader } from '../../../src/read/html/html.js';
import type { Block } from '../../../src/model/page.js';

async function blocksOf(body: string): Promise<readonly Block[]> {
  const { document } = await htmlReader.read(Buffer.from(`<html><body>${body}</body></html>`), { pages: 10 });
  return document.pages[0]?.blocks ?? [];
}

/** The cells of the first table, as `text` or `text?` where it is unclear, by row. */
async function rowsOf(body: string): Promise<string[][]> {
  const grid = (await blocksOf(body)).find((b) => b.kind === 'grid');
  if (!grid) return [];
  return Array.from({ length: grid.rows }, (_, r) => grid.cells.filter((c) => c.row === r).map((c) => `${c.text}${c.unclear ? '?' : ''}`));
}

const twoRows = (cell: string): string => `<table><tr><td>a</td><td>b</td></tr><tr><td>c</td>${cell}</tr></table>`;
const lastOf = async (cell: string): Promise<string | undefined> => (await rowsOf(twoRows(cell))).at(-1)?.at(-1);

describe('a cell of a web table', () => {
  it('has its number whole, in however many elements it is written', async () => {
    expect(await lastOf('<td><p><font face="x">1</font><span>2<o:p></o:p></span><!--[if gte mso 9]>7<![endif]--><b>3</b></p></td>')).toBe('123');
  });
  it('is empty where it holds blanks of any kind', async () => {
    expect(await lastOf('<td>&nbsp;\u3000<o:p>&nbsp;</o:p></td>')).toBe('');
  });
  it('has no text that is not shown', async () => {
    expect(await lastOf('<td>5<span style="display: none">6</span><span hidden>7</span><span style="mso-hide:all">8</span><script>9</script></td>')).toBe('5');
  });
  it('is unclear where a part is crossed out, raised as a footnote mark, a field or a picture', async () => {
    for (const cell of ['<td><del>4</del>5</td>', '<td>5<sup>1</sup></td>', '<td><input value="5"></td>', '<td><img src="5.png"></td>']) expect(await lastOf(cell)).toMatch(/\?$/);
  });
  it('has the lines that <br> and paragraphs make', async () => {
    expect(await lastOf('<td>商业<br>企业<p>其他</p></td>')).toBe('商业\n企业\n其他');
  });
  it('spans no less than one and no more than the table, whatever it says', async () => {
    const [grid] = (await blocksOf('<table><tr><td rowspan="9999999">a</td><td colspan="-3">b</td></tr><tr><td colspan="x">c</td></tr></table>')).filter((b) => b.kind === 'grid');
    expect(grid?.cells.map((c) => [c.text, c.row, c.column, c.rowSpan, c.columnSpan])).toEqual([['a', 0, 0, 2, 1], ['b', 0, 1, 1, 1], ['c', 1, 1, 1, 1]]);
  });
});

describe('a table on a page', () => {
  it('that only lays out another is no table; what stands beside stays text', async () => {
    const blocks = await blocksOf(`<table><tr><td>左栏</td><td>${twoRows('<td>1</td>')}</td></tr><tr><td>页脚</td><td></td></tr></table>`);
    expect(blocks.map((b) => (b.kind === 'text' ? b.text : b.kind))).toEqual(['左栏', 'grid', '页脚']);
  });
  it('without a second column is text', async () => {
    expect((await blocksOf('<table><tr><td>标题</td></tr><tr><td>正文</td></tr></table>')).map((b) => b.kind)).toEqual(['text', 'text']);
  });
  it('has its foot last, and not the row that holds the widths of columns', async () => {
    expect(await rowsOf('<table><tfoot><tr><td>z</td><td>9</td></tr></tfoot><tr><td>a</td><td>1</td></tr><tr height=0><td></td><td></td></tr></table>')).toEqual([['a', '1'], ['z', '9']]);
  });
  it('may be drawn with divisions, whose spans nobody tells', async () => {
    const row = (cells: string[]): string => `<div>${cells.map((c) => `<div>${c}</div>`).join('')}</div>`;
    const [table] = await blocksOf(`<div>${[['项目', '数量', '备注'], ['许可', '3', ''], ['处罚', '4', '']].map(row).join('')}</div>`);
    expect(table).toMatchObject({ kind: 'table', rows: [{ cells: ['项目', '数量', '备注'] }, { cells: ['许可', '3', ''] }, { cells: ['处罚', '4', ''] }] });
  });
  it('drawn with divisions may have headings within it that are one part alone', async () => {
    const [table] = await blocksOf('<div><div>第一项</div><div><div>项目</div><div>数量</div><div>备注</div></div><div><div>许可</div><div>3</div><div></div></div></div>');
    expect(table).toMatchObject({ kind: 'table', rows: [{ cells: ['第一项'] }, { cells: ['项目', '数量', '备注'] }, { cells: ['许可', '3', ''] }] });
  });
  it('that is shown as it was typed has the cells that tabs make', async () => {
    expect(await blocksOf('<pre>表一\n项目\t数量\n许可\t3\n</pre>')).toMatchObject([{ kind: 'text', text: '表一' }, { kind: 'table', rows: [{ cells: ['项目', '数量'] }, { cells: ['许可', '3'] }] }]);
  });
});

describe('bytes', () => {
  it('are a web page by their markup, and a text with a sign of it in a line is none', () => {
    const is = (text: string): boolean => htmlReader.recognises(Buffer.from(text));
    expect(is('<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x"><html></html>')).toBe(true);
    expect(is('  <!-- a -->\n<HTML><body>')).toBe(true);
    expect(is('<p>一</p><p>二</p>')).toBe(true);
    expect(is('正文中提到 <table> 标签\n第二行 a < b')).toBe(false);
  });
});
