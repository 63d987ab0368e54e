import { attachmentsOf } from '../../../src/acquire/fetch/attachments.js';

const endings = ['pdf', 'doc', 'jpg'];
const of = (html: string) => attachmentsOf({ bytes: new TextEncoder().encode(html), headers: {}, finalAddress: 'http://a.test/x/1.html' }, endings).map((one) => one.address);

describe('what is attached to a page', () => {
  it('are the files it links to, each once, with what the page calls them', () => {
    const page = '<html><a href="P1.PDF"></a><a href="P1.PDF">年度报告</a><a href="2.html">next</a></html>';
    expect(attachmentsOf({ bytes: new TextEncoder().encode(page), headers: {}, finalAddress: 'http://a.test/x/1.html' }, endings)).toEqual([{ address: 'http://a.test/x/P1.PDF', title: '年度报告' }]);
  });

  it('are known by the words of the link, or by the name in the query, where the address is a script', () => {
    expect(of('<a href="/down?id=7">2022年年度报告.doc</a><a href="/down?file=a.pdf&t=1">下载</a><a href="/down?id=8">more</a>')).toEqual(['http://a.test/down?id=7', 'http://a.test/down?file=a.pdf&t=1']);
  });

  it('are the pictures of its own folder, not those of the site', () => {
    expect(of('<img src="/images/logo.jpg"><img src="./W1.jpg"><iframe src="P2.pdf"></iframe>')).toEqual(['http://a.test/x/W1.jpg', 'http://a.test/x/P2.pdf']);
  });

  it('are none where the bytes are no page', () => {
    expect(of('%PDF-1.7 <a href="1.pdf">')).toEqual([]);
    expect(of('<?xml version="1.0"?><list><a href="1.pdf"/></list>')).toEqual([]);
  });
});
