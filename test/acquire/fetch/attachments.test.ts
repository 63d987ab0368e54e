import { parse } from 'yaml';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { attachmentsBy, picturesSchema } from '../../../src/acquire/fetch/attachments.js';

const endings = ['pdf', 'doc', 'jpg'];
const delivered = parse(readFileSync(path.join(import.meta.dirname, '../../../pipelines/ogi-annual-report/pipeline.yaml'), 'utf8')) as { pictures: unknown };
const attachmentsOf = attachmentsBy(endings, picturesSchema.parse(delivered.pictures));
const all = (html: string) => attachmentsOf({ bytes: new TextEncoder().encode(html), finalAddress: 'http://a.test/x/1.html' });
const of = (html: string) => all(html).map((one) => one.address);

describe('what is attached to a page', () => {
  it('are the files it links to, each once, with what the page calls them', () => {
    const page = '<html><a href="P1.PDF"></a><a href="P1.PDF">年度报告</a><a href="2.html">next</a></html>';
    expect(all(page)).toEqual([{ address: 'http://a.test/x/P1.PDF', title: '年度报告' }]);
  });

  it('are known by the words of the link, or by the name in the query, where the address is a script', () => {
    expect(of('<a href="/down?id=7">2022年年度报告.doc</a><a href="/down?file=a.pdf&t=1">下载</a><a href="/down?id=8">more</a>')).toEqual(['http://a.test/down?id=7', 'http://a.test/down?file=a.pdf&t=1']);
  });

  it('are the pictures of its own folder, not those of the site', () => {
    expect(of('<img src="/images/logo.jpg"><img src="./W1.jpg"><iframe src="P2.pdf"></iframe>')).toEqual(['http://a.test/x/W1.jpg', 'http://a.test/x/P2.pdf']);
  });

  it.each([
    ['JCMS, by where they lie', '<img src="/picture/-1/logo.jpg"><p><img src="/picture/0/s1803161923485583780.jpg"></p><img src="http://b.test/picture/0/1.jpg">', ['http://a.test/picture/0/s1803161923485583780.jpg']],
    ['JCMS, by the marks around its text', '<base href="/y/"><img src="head.jpg"><meta name="ContentStart"><p><img src="/upload/2023/1.jpg"><img src="2.jpg"></p><meta name="ContentEnd"><img src="/upload/foot.jpg"><img src="/picture/0/banner.jpg">', ['http://a.test/upload/2023/1.jpg', 'http://a.test/y/2.jpg']],
    ['UCAP, by the element of its text', '<img src="/a/images/logo.jpg"><ucapcontent><img src="/a/202301/files/1.jpg"></ucapcontent><img src="/a/202301/files/2.jpg">', ['http://a.test/a/202301/files/1.jpg']],
  ])('are the pictures that its system keeps apart from it: %s', (_, html, addresses) => {
    expect(of(html)).toEqual(addresses);
  });

  it('are the files it has in a frame, wherever they lie, and those that a viewer in a frame shows', () => {
    expect(of('<iframe src="/attachment/0/1.pdf"></iframe><iframe src="/pdfjs/web/viewer.html?file=/files/a%20b.pdf"></iframe><embed src="viewer.html?file=up/2.pdf">')).toEqual(['http://a.test/attachment/0/1.pdf', 'http://a.test/files/a%20b.pdf', 'http://a.test/x/up/2.pdf']);
  });

  it('are none where the bytes are no page', () => {
    expect(of('%PDF-1.7 <a href="1.pdf">')).toEqual([]);
    expect(of('<?xml version="1.0"?><list><a href="1.pdf"/></list>')).toEqual([]);
  });
});
