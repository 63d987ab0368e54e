import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { layoutSchema, systemSchema } from '../../../src/acquire/lists/layout.js';
import type { ListReading, ListRequest } from '../../../src/acquire/lists/list.js';
import { readList } from '../../../src/acquire/lists/read-list.js';
import { layouts } from './systems.js';

const recorded = path.join(import.meta.dirname, '../../recorded/lists');
const expected = JSON.parse(readFileSync(path.join(recorded, 'expected.json'), 'utf8')) as Record<string, Omit<ListReading, 'scripts'> & { readonly request: ListRequest }>;
const reading = (text: string, address = 'http://a.example/list/'): ListReading => readList({ request: { address }, address, text }, layouts);
const nextOf = (text: string, address?: string): string[] => reading(text, address).further.map((request) => request.address);
const link = '<ul><li><a href="t20230113_1.htm">2022年年报</a></li></ul>';

describe('a recorded list', () => {
  it.each(Object.entries(expected))('%s is read as expected', (file, { request, ...wanted }) => {
    const { scripts, ...got } = readList({ request, address: request.address, text: readFileSync(path.join(recorded, file), 'utf8') }, layouts);
    expect(got).toEqual(wanted);
    expect(scripts).toBe(/<script/.test(readFileSync(path.join(recorded, file), 'utf8')) && file.endsWith('.html'));
  });

  it('is there for every layout of every system that is delivered', () => {
    const known = new Set(Object.values(expected).map(({ layout }) => layout));
    expect(layouts.map((one) => one.name).filter((name) => !known.has(name))).toEqual([]);
    expect(readdirSync(recorded).filter((file) => file !== 'README.md' && file !== 'expected.json' && !(file in expected))).toEqual([]);
  });
});

describe('the next page', () => {
  it.each([
    ['of the first of three', 'createPageHTML(3, 0, "index", "html");', ['http://a.example/list/index_1.html']],
    ['of the middle one', "createPageHTML(3,1,'index','shtml')", ['http://a.example/list/index_2.shtml']],
    ['of the last one', 'createPageHTML(3, 2, "index", "html");', []],
    ['of the only one', 'createPageHTML(1, 0, "index", "html");', []],
    ['where the entries are counted first', 'createPageHTML(4500, 300, 0, "index", "html")', ['http://a.example/list/index_1.html']],
    ['where the place of the pager is named first, and pages count from 1', "createPageHTML('page_div',16, 1,'fsxw','shtml',310);", ['http://a.example/list/fsxw_2.shtml']],
    ['where the numbers are variables', 'var countPage = 3//共多少页\nvar currentPage = 0;\ndocument.write("<a href=\\""+"index_"+(currentPage+1)+".htm")', ['http://a.example/list/index_1.htm']],
    ['under another name of the script', "pageControl(4, 2, 'index', 'shtml', 10, 'pages-nav')", ['http://a.example/list/index_3.shtml']],
    ['where a pager of jQuery is set', '$(".p").pagination("setPage", 1, 3)', ['http://a.example/list/index_2.html']],
    ['of the last one, where a pager of jQuery is set', '$(".p").pagination("setPage", 3, 3)', []],
    ['of a list without end', 'createPageHTML(99999999, 0, "index", "html")', []],
  ])('is made as the script of TRS makes it: %s', (_, script, next) => {
    expect(nextOf(`${link}<script>${script}</script>`)).toEqual(next);
  });

  it.each([
    ['<a href="list_2.html">下一页</a>', ['http://a.example/list/list_2.html']],
    ['<a href="?page=2"> 下 一 页 &gt;</a><a href="?page=2">下页</a>', ['http://a.example/list/?page=2']],
    ['<a href="list_2.html" title="下一页"><img src="next.gif"></a>', ['http://a.example/list/list_2.html']],
    ['<a href="#">下一页</a><a href="javascript:void(0)">下一页</a>', []],
    ['<a href="http://elsewhere.example/2">下一页</a>', []],
    ['<a href="./">下一页</a>', []],
  ])('is what is linked to by its words: %s', (markup, next) => {
    expect(nextOf(`${link.replace('t2023', 'a2023')}${markup}`)).toEqual(next);
  });

  it('that only a script leads to is told', () => {
    expect(reading('<a href="/a.html">2022年报</a><a href="javascript:goPage(2)">下一页</a>').obstacle).toBe('pages-by-script');
    expect(reading('<a href="/a.html">2022年报</a><a href="javascript:;">下一页</a>').obstacle).toBeUndefined();
  });
});

describe('the next page of a column of openness', () => {
  const pager = (count: number, to = ''): string => `<a href="/public/1/2.html">甲区2022年政府信息公开工作年度报告</a><script>Ls.pagination("#page", function (pageIndex) {${to}}, {currPage: (0+1),pageCount:${count}});</script>`;

  it.each([
    ['http://a.example/public/column/7?type=4&catId=9&action=list', 'http://a.example/public/column/7?type=4&catId=9&action=list&pageIndex=2'],
    ['http://a.example/public/column/7?type=4&pageIndex=2&catId=9', 'http://a.example/public/column/7?type=4&pageIndex=3&catId=9'],
    ['http://a.example/public/column/7?pageIndex=3&type=4', undefined],
    ['http://a.example/content/column/7', 'http://a.example/content/column/7?pageIndex=2'],
    ['http://a.example/content/column/7?pageIndex=2', 'http://a.example/content/column/7?pageIndex=3'],
  ])('%s is asked for by its number: %p', (address, next) => {
    expect(nextOf(pager(3), address)).toEqual(next === undefined ? [] : [next]);
  });

  it('is that which its script goes to, where that says so', () => {
    expect(nextOf(pager(3, "location.href='/content/column/8?pageIndex=' + pageIndex;"), 'http://a.example/zwgk/nb/index.html')).toEqual(['http://a.example/content/column/8?pageIndex=2']);
    expect(nextOf(pager(1, "location.href='/content/column/8?pageIndex=' + pageIndex;"), 'http://a.example/zwgk/nb/index.html')).toEqual([]);
  });
});

describe('the next group of JCMS', () => {
  it('is named in markup, and asked for as a browser would', () => {
    expect(nextOf('<datastore><nextgroup><![CDATA[<a href="/module/web/jpage/dataproxy.jsp?page=1&amp;webid=1&amp;columnid=4"></a>]]></nextgroup><recordset><record><![CDATA[<a href="/art/1.html">2022年年报</a>]]></record></recordset></datastore>')).toEqual(['http://a.example/module/web/jpage/dataproxy.jsp?page=1&webid=1&columnid=4']);
  });
});

describe('an entry of a list', () => {
  const entries = (text: string): readonly object[] => reading(text).entries;

  it('has the whole of a title that is cut, and the date of its row', () => {
    expect(entries('<table><tr><td>2023-01-13</td><td><a href="/1.html" title="甲县2022年政府信息公开工作年度报告">甲县2022年…</a></td></tr></table>')).toEqual([{ address: 'http://a.example/1.html', title: '甲县2022年政府信息公开工作年度报告', date: '2023-01-13' }]);
  });

  it('has a date in the link itself, too, which is no part of its title', () => {
    expect(entries('<a href="/1.html"><b>甲县2022年年报</b> <i>2023/1/3</i></a>')).toEqual([{ address: 'http://a.example/1.html', title: '甲县2022年年报', date: '2023-01-03' }]);
    expect(entries('<a href="/1.html" title="甲县2022年政府信息公开工作年度报告">甲县2022年政府信息公…<span>2023-01-13</span></a>')).toEqual([{ address: 'http://a.example/1.html', title: '甲县2022年政府信息公开工作年度报告', date: '2023-01-13' }]);
    expect(entries('<a href="/1.html"><em>[2023-01-13]</em>甲县2022年年报</a><a href="/2.html">2023年1月13日</a>')).toEqual([{ address: 'http://a.example/1.html', title: '甲县2022年年报', date: '2023-01-13' }, { address: 'http://a.example/2.html', title: '2023年1月13日', date: '2023-01-13' }]);
  });

  it('has no date of another row, and none that is no day', () => {
    expect(entries('<li><a href="/1.html">一</a></li><li><a href="/2.html">二</a><span>2023-02-30</span></li>')).toEqual([{ address: 'http://a.example/1.html', title: '一' }, { address: 'http://a.example/2.html', title: '二' }]);
  });

  it('is one, however often the page links to it', () => {
    expect(entries('<li><a href="/1.html"><img src="x"></a><a href="/1.html#a">甲县年报</a><em>2023-01-13</em></li>')).toEqual([{ address: 'http://a.example/1.html', title: '甲县年报', date: '2023-01-13' }]);
  });

  it('stands by the base of the page', () => {
    expect(entries('<base href="http://b.example/x/"><a href="1.html">一</a>')).toEqual([{ address: 'http://b.example/x/1.html', title: '一' }]);
  });

  it('is found in JSON that is handed to a function, and in JSON within a text', () => {
    const json = '{"data":[{"DOCTITLE":"2022年年报","DOCPUBURL":"/t1.htm","DOCRELTIME":"2023.01.13"}],"pageCount":1}';
    const entry = [{ address: 'http://a.example/t1.htm', title: '2022年年报', date: '2023-01-13' }];
    expect(entries(`callback123(${json});`)).toEqual(entry);
    expect(entries(JSON.stringify(json))).toEqual(entry);
  });
});

describe('a page that no layout knows', () => {
  it.each([['a text', '2022年政府信息公开工作年度报告'], ['other JSON', '{"code":1,"rows":{"a":1}}'], ['a page without links', '<html><body><p>暂无信息</p></body></html>'], ['nothing', '']])('says so: %s', (_, text) => {
    expect(reading(text)).toMatchObject({ layout: undefined, entries: [], further: [] });
  });
});

describe('a hostile page', () => {
  const long = (piece: string): string => piece.repeat(Math.ceil(1_000_000 / piece.length));

  it.each([
    ['links', '<li><a href="/a.html">2022年报</a>'],
    ['links that never end', '<a href="/a" title="'],
    ['elements in elements', '<div><li><b>'],
    ['pagers', 'createPageHTML(1,"a",'],
    ['records', '<datastore><record><![CDATA['],
    ['trees', '"id":1,"name":"年'],
    ['words', 'window._CONFIG=SID:channelId="aaaaaaaaaaaaaaaaa'],
    ['numbers', '2023-1-'],
    ['JSON', '[{"a":'],
  ])('of a megabyte of %s is read once', (_, piece) => {
    const begun = performance.now();
    reading(long(piece));
    expect(performance.now() - begun).toBeLessThan(10_000);
  });
});

describe('a page of very many entries', () => {
  it('is read as far as twenty thousand, and says so', () => {
    const many = reading(Array.from({ length: 20_001 }, (_, i) => `<a href="/${i}">年报${i}</a>`).join(''));
    expect([many.entries.length, many.obstacle]).toEqual([20_000, 'too-long']);
  });
});

describe('a file of a publishing system', () => {
  const layout = { id: 'page', known_by: {}, entries: { kind: 'links' } };
  it.each([
    ['a key that is not known', { ...layout, selector: 'ul li' }],
    ['a pattern that is none', { ...layout, next: '(' }],
    ['a value without a group', { ...layout, further: [{ values: { pages: '\\d+' }, address: '{pages}' }] }],
  ])('is refused for %s', (_, file) => {
    expect(layoutSchema.safeParse(file).success).toBe(false);
    expect(systemSchema.safeParse({ id: 'x', name: 'x', layouts: [layout] }).success).toBe(true);
  });
});
