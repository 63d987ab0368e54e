import { load } from 'cheerio';
import { publisherOf } from '../../../src/read/html/publisher.js';
import { defaultPipelineFolder, loadPipeline } from '../../../src/pipeline/load-pipeline.js';
import { identify } from '../../../src/interpret/identity/identify.js';
import type { Identity } from '../../../src/model/report.js';

const { gazetteer, identity: words } = await loadPipeline(defaultPipelineFolder());
const said = (html: string): ReturnType<typeof publisherOf> => publisherOf(load(html));
const identityOf = (html: string, ...texts: string[]): Identity => identify(texts.map((text) => ({ text, page: 1, size: 0 })), gazetteer, words, { publisher: said(html) }).identity;

describe('who publishes a page', () => {
  it.each([
    ['in its metadata', '<meta name="ContentSource" content="莆田市城市管理局">'],
    ['in a table of them', '<table><tr><td>索引号</td><td>000014</td></tr><tr><td>发布机构：</td><td>莆田市城市管理局</td></tr></table>'],
    ['in one cell', '<table><tr><td>发布机构：莆田市城市管理局</td></tr></table>'],
    ['beside its date', '<div><span>信息来源：莆田市城市管理局</span><span>发布时间：2020-01-10</span></div>'],
  ])('is told %s', (_, html) => {
    expect(said(html).offices).toEqual(['莆田市城市管理局']);
  });

  it('is the issuing office before the source of a copy', () => {
    expect(said('<p>来源：湄洲日报社</p><p>发布机构：莆田市财政局</p>').offices[0]).toBe('莆田市财政局');
  });

  it('is nobody where the page tells of none', () => {
    expect(said('<meta name="ContentSource" content=""><p>来源：</p><p></p><p>发布机构是指制作信息的行政机关，应当在二十个工作日内公开，并对其真实性负责，法律另有规定的除外。</p>')).toEqual({ offices: [], site: '', siteDivision: '' });
  });
});

describe('what the publishing system tells', () => {
  const title = '政府信息公开工作2018年度报告';

  it('names the office where the report does not', () => {
    expect(identityOf('<p>发布机构：莆田市城市管理局</p>', title)).toMatchObject({ issuer: '莆田市城市管理局', issuerId: '350300-城市管理局', year: 2018 });
  });

  it('names no office by its site, which is that of the whole government', () => {
    expect(identityOf('<meta name="SiteName" content="莆田市人民政府"><meta name="SiteIDCode" content="3503000001">', title).issuer).toBe('');
  });

  it.each([
    ['the name of its site', '<meta name="SiteName" content="南京市人民政府">', '320106'],
    ['the code of its site', '<meta name="SiteIDCode" content="3501000001">', '350102'],
    ['the code of the site of the county itself', '<meta name="SiteIDCode" content="3203020001">', '320302'],
    ['the office that it names', '<p>信息来源：开封市鼓楼区政府办</p>', '410204'],
    ['a site of the province, which has two', '<meta name="SiteIDCode" content="3200000001">', ''],
    ['nothing', '', ''],
  ])('settles a name that several places bear: %s', (_, html, code) => {
    expect(identityOf(html, '鼓楼区人民政府2018年政府信息公开工作年度报告').divisionCode).toBe(code);
  });
});
