import { linksIn } from '../../../src/acquire/pages/links.js';
import { pageText } from '../../../src/acquire/pages/page-text.js';

const links = (html: string) => linksIn(html, 'http://a.test/x/1.html').links;

describe('the links of a page', () => {
  it('are absolute, with the words that are clicked on', () => {
    expect(links('<a href="./P1.pdf#p2"> 2022年\n<b>年度报告</b> </a>')).toEqual([{ address: 'http://a.test/x/P1.pdf', text: '2022年 年度报告', kind: 'link' }]);
  });

  it('have their title where nothing is written on them', () => {
    expect(links('<a href="1.doc" title="附件"><img src="w.gif" alt="Word"></a>')).toEqual([
      { address: 'http://a.test/x/w.gif', text: 'Word', kind: 'picture' },
      { address: 'http://a.test/x/1.doc', text: '附件', kind: 'link' },
    ]);
  });

  it('go from the base that the page names', () => {
    expect(links('<base href="/y/"><iframe src="1.pdf"></iframe>')).toEqual([{ address: 'http://a.test/y/1.pdf', text: '', kind: 'frame' }]);
  });

  it('that a browser would not fetch are none', () => {
    expect(links('<a href="javascript:void(0)">x</a><a href="mailto:a@a.test">x</a><a href="http://">x</a><a name="top">x</a><!-- <a href="c.pdf">c</a> --><script>"<a href=s.pdf>"</script>')).toEqual([]);
  });

  it('are read in GBK, too, and where tags are left open', () => {
    const gbk = Buffer.from([...Buffer.from('<a href=1.pdf>'), 0xb1, 0xa8, 0xb8, 0xe6, ...Buffer.from('<a href=2.pdf>two')]);
    expect(linksIn(pageText(gbk), 'http://a.test/').links.map((link) => link.text)).toEqual(['报告', 'two']);
  });

  it('are read as far as elements lie no deeper in each other than any page has them, so that no page holds a run', () => {
    const deep = '<div><li>'.repeat(400_000);
    expect(links(`<a href="1.pdf">one</a>${deep}<a href="2.pdf">two</a>`).map((link) => link.text)).toEqual(['one']);
  });
});
