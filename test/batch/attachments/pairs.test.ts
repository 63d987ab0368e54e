import { joinAttachments } from '../../../src/batch/attachments/join.js';
import { pagesWithFiles } from '../../../src/batch/attachments/pairs.js';
import type { StoredDocument } from '../../../src/export/stored-document.js';

const document = (path: string, ...links: (string | [address: string, text: string])[]): StoredDocument => ({
  source: { path, file: path, sha256: path },
  reports: [],
  ...(links.length > 0 ? { links: links.map((l) => (typeof l === 'string' ? { address: l, text: '' } : { address: l[0], text: l[1] })) } : {}),
  read: () => Promise.reject(new Error('not asked for')),
});

const pairsOf = (...documents: StoredDocument[]): (readonly [string, readonly string[]])[] => pagesWithFiles(documents).map(({ page, attachments }) => [page.source.path, attachments.map((a) => a.source.path)]);

describe('a file belongs to a page', () => {
  it('that links to it where it lies', () => {
    expect(pairsOf(document('in/a/p.html', './P01.pdf?download=1#page=2'), document('in/a/P01.pdf'), document('in/P01.pdf'))).toEqual([['in/a/p.html', ['in/a/P01.pdf']]]);
  });
  it('that links to it elsewhere, where a file of its name lies beside the page or in a folder there', () => {
    expect(pairsOf(document('a/p.html', 'http://www.example.gov.cn/att/P02.pdf'), document('a/attachments/P02.pdf'))).toEqual([['a/p.html', ['a/attachments/P02.pdf']]]);
    expect(pairsOf(document('a/p.html', '/att/P02.pdf'), document('b/P02.pdf'))).toEqual([]);
  });
  it('that calls it by its name, in any script and coding', () => {
    expect(pairsOf(document('p.html', ['down.jsp?id=7', '2023年度报告.docx']), document('2023年度报告.docx'))).toEqual([['p.html', ['2023年度报告.docx']]]);
    expect(pairsOf(document('p.html', '%B8%BD%BC%FE.doc'), document('附件.doc'))).toEqual([['p.html', ['附件.doc']]]);
    expect(pairsOf(document('p.html', '%E9%99%84%E4%BB%B6.doc'), document('附件.doc'))).toEqual([['p.html', ['附件.doc']]]);
  });
  it('that it was found on when it was fetched, whatever the page calls it', () => {
    const [page, file, other] = [document('http://e.gov.cn/a/', '/down?id=1'), document('http://e.gov.cn/files/7'), document('http://e.gov.cn/files/8')];
    const attached = new Map([['http://e.gov.cn/a/', ['http://e.gov.cn/files/7']]]);
    expect(pagesWithFiles([page, file, other], attached)).toEqual([{ page, attachments: [file] }]);
  });
  it('in the same web archive, by its address', () => {
    const [page, file] = ['x.warc!/http://e.gov.cn/a/t1.htm', 'x.warc!/http://e.gov.cn/a/P1.pdf'];
    expect(pairsOf(document(page, './P1.pdf'), document(file))).toEqual([[page, [file]]]);
  });
  it('in the same ZIP archive', () => {
    expect(pairsOf(document('x.zip!/a/p.html', 'P1.pdf'), document('x.zip!/a/P1.pdf'), document('y.zip!/a/P1.pdf'))).toEqual([['x.zip!/a/p.html', ['x.zip!/a/P1.pdf']]]);
  });
  it('alone, that links to the fewest files', () => {
    expect(pairsOf(document('list.html', 'P1.pdf', 'P2.pdf'), document('p.html', 'P1.pdf'), document('P1.pdf'), document('P2.pdf'))).toEqual([['p.html', ['P1.pdf']], ['list.html', ['P2.pdf']]]);
  });
  it('of no page, where two files have its name', () => {
    expect(pairsOf(document('p.html', '/x/1.pdf'), document('a/1.pdf'), document('b/1.pdf'))).toEqual([]);
  });
  it('of no page, where an address leads out of all folders', () => {
    expect(pairsOf(document('p.html', '../../../../etc/passwd.pdf'), document('1.pdf'))).toEqual([]);
  });
});

describe('documents that belong to no page', () => {
  it('stay what they are, and are not read again', async () => {
    const all = [document('p.html', '/x/1.pdf'), document('2.pdf')];
    expect(await joinAttachments(all, pagesWithFiles(all))).toEqual(all);
  });
});
