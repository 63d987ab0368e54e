import { htmlReader } from '../../../src/read/html/html.js';
import type { PlacedCell } from '../../../src/model/page.js';

/** The last cell of a table of two rows, on a page with a style sheet. */
async function lastOf(cell: string, sheet = ''): Promise<PlacedCell | undefined> {
  const page = `<html><head><style>${sheet}</style></head><body><table><tr><td>a</td><td>b</td></tr><tr><td>c</td>${cell}</tr></table></body></html>`;
  const { document } = await htmlReader.read(Buffer.from(page), { pages: 10 });
  const grid = document.pages[0]?.blocks.find((b) => b.kind === 'grid');
  return grid?.cells.at(-1);
}

const unclear = async (cell: string, sheet = ''): Promise<boolean> => (await lastOf(cell, sheet))?.unclear === true;

describe('what a cell shows is not told by its characters', () => {
  it.each([
    ['as pale as the page', '<td>1<span style="color: #FFFFFF">2</span></td>'],
    ['pale by its font', '<td>1<font color="white">2</font></td>'],
    ['quite transparent', '<td><i style="opacity:0">1</i>2</td>'],
    ['moved off the page', '<td><b style="position:absolute;left:-999px">1</b>2</td>'],
    ['cut away', '<td><b style="clip:rect(0,0,0,0)">1</b>2</td>'],
    ['pushed out of its line', '<td><b style="text-indent:-9999px">1</b>2</td>'],
    ['pushed out of the page', '<td><b style="margin-left:-9999px">1</b>2</td>'],
    ['moved from its place', '<td><b style="position:relative;left:-50em">1</b>2</td>'],
    ['too small to be seen', '<td><b style="font-size:0.1pt">1</b>2</td>'],
    ['nearly as pale as the page', '<td>1<span style="color:#fefefe">2</span></td>'],
    ['shut away', '<td><b style="height:1px;overflow:hidden">1</b>2</td>'],
    ['shrunk to nothing', '<td><b style="transform:scale(0)">1</b>2</td>'],
    ['hidden by a class that is known by its name', '<td><b class="left sr-only">1</b>2</td>'],
    ['raised by a length', '<td>2<span style="vertical-align: 5px">1</span></td>'],
    ['raised by Word', '<td>2<span style="position:relative;top:-4.0pt;mso-text-raise:4.0pt">1</span></td>'],
    ['a link to a note', '<td>2<a href="#_ftn1">1</a></td>'],
    ['turned round', '<td><bdo dir="rtl">12</bdo></td>'],
    ['a choice', '<td><select><option>1</option><option selected>2</option></select></td>'],
    ['a drawing', '<td><svg><text>7</text></svg></td>'],
  ])('where a part is %s', async (_, cell) => {
    expect(await unclear(cell)).toBe(true);
  });
  it('where a style sheet hides a part of it', async () => {
    expect(await unclear('<td>1<span class="no">2</span></td>', '.a, td .no { color: red; display: none }')).toBe(true);
  });
  it.each([
    ['moves it off the page', '.no { position: absolute; left: -9999px }'],
    ['cuts it away', '.no{clip:rect(0 0 0 0)}'],
    ['gives it no room', '.no { display: inline-block; width: 0; overflow: hidden }'],
    ['makes it too small to be seen', 'span.no { font-size: 1px !important }'],
    ['makes it faint', '.no { filter: opacity(0) }'],
    ['hides it on screens', '@media screen { .yes { color: red } .no { display: none } }'],
    ['hides it by its attribute', 'td [class=no] { display: none }'],
    ['hides the first', '@charset "utf-8"; td span:first-child { display: none }'],
    ['crosses it out', '.no { text-decoration: line-through }'],
    ['raises a part of it', '.no{vertical-align:super}'],
    ['makes it as pale as the page', 'td .no { width: 3em; color: #fff }'],
    ['turns its digits round', '.no { unicode-bidi: bidi-override; direction: rtl }'],
    ['mirrors it', '.no { transform: scaleX(-1) }'],
    ['writes a digit before it', '.no:before { content: "1" }'],
    ['writes behind it what stands in an attribute', 'td .no::after { content: attr(data-n) }'],
  ])('where a style sheet %s', async (_, sheet) => {
    expect(await unclear('<td>1<span class="no">2</span></td>', sheet)).toBe(true);
  });
  it('where a style sheet hides a cell of its row, so that it moves', async () => {
    expect(await unclear('<td class="no">8</td><td>1</td>', '/* } */ .no{display:none}')).toBe(true);
  });
});

describe('a cell is clear', () => {
  it('whose whole text is raised: it is no mark of a note', async () => {
    expect(await unclear('<td><span style="position:relative;top:-1pt">12</span></td>')).toBe(false);
  });
  it('whose white text lies on a ground of its own', async () => {
    expect(await unclear('<td bgcolor="#003366"><font color="white">12</font></td>')).toBe(false);
  });
  it('that a style sheet hides on paper or small screens alone', async () => {
    expect(await unclear('<td class="no">12</td>', '@media print { .no { display: none } } .yes { display: none }')).toBe(false);
  });
  it('that a style sheet makes white on a ground, or writes a sign before', async () => {
    for (const sheet of ['.no { color: #fff; background: #036 }', '.no:before { content: "\\f012" }', '.no { vertical-align: middle; color: #fff000 }', 'td { transform: none }']) expect(await unclear('<td>1<span class="no">2</span></td>', sheet)).toBe(false);
  });
  it('that a style sheet would hide where a pointer is, or elsewhere on the page, or in a way that nobody understands', async () => {
    for (const sheet of ['.no:hover { display: none }', 'div .no { display: none }', 'td ?? .no { display: none }', '@media (max-width: 600px) { .no { display: none } }', '@font-face { font-size: 0 }', '}} .yes { opacity: 0']) expect(await unclear('<td>1<span class="no">2</span></td>', sheet)).toBe(false);
  });
  it.each([
    ['that is less than a unit wide or high', 'width:0.6in;height:0.5cm'],
    ['whose first line hangs', 'text-indent:-0.5em;margin-left:-5.4pt'],
    ['that is dark', 'color:#333;font-size:9pt;letter-spacing:-.5pt'],
    ['that is turned upright', 'transform:rotate(-90deg)'],
    ['that is bright, but no white', 'color:#ff0'],
  ])('%s', async (_, style) => {
    expect(await unclear(`<td style="${style}">12</td>`)).toBe(false);
    expect(await unclear(`<td><span style="${style}">12</span></td>`)).toBe(false);
  });
  it('and keeps its place where its text is made invisible', async () => {
    expect(await lastOf('<td style="visibility:hidden">8</td>')).toEqual({ row: 1, column: 1, rowSpan: 1, columnSpan: 1, text: '' });
  });
});
