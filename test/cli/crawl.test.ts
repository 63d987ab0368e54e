import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openArchive } from '../../src/acquire/archive/open-archive.js';
import type { PageBrowser } from '../../src/acquire/crawl/browser.js';
import type { Surroundings } from '../../src/cli/surroundings.js';
import { redirect, site, text, type Site } from '../acquire/client/site.js';
import { askedOf, published, titles, validated } from '../acquire/crawl/published.js';
import { folderWith } from '../batch/folder.js';
import { gongkai } from './command-line.js';

import.meta.jest.setTimeout(120_000);

type Pages = Parameters<typeof site>[0];
const open: Site[] = [];
const at = async (pages: Pages): Promise<Site> => {
  const made = await site(pages);
  open.push(made);
  return made;
};
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

const now = () => new Date('2026-11-23T00:00:00Z');
const crawling = (folder: string, args: readonly string[], changes: Partial<Surroundings> = {}) => gongkai(folder, ['crawl', ...args, '--archive', join(folder, 'archive'), '--allow-host', 'office.test'], changes);
const summary = ({ out }: { out: string }) => JSON.parse(out) as { new: number; changed: number; unchanged: number; left: number; exit_code: number; refused: { code: string; address: string }[]; sources: { reports: number; planned: number; pages: number; finished: boolean; findings: { code: string; message: string; place: string }[] }[] };
const codes = (answer: { out: string }): string[] => summary(answer).sources.flatMap(({ findings }) => findings.map(({ code }) => code));
const report = text(`<html><body><p>${'编制本报告。'.repeat(50)}</p></body></html>`);
const row = (path: string, title: string, date = '2023-01-13'): string => `<li><a href="${path}">${title}</a><span>${date}</span></li>`;
const list = (...rows: string[]): string => `<html><head><title>云山区</title></head><body><ul>${rows.join('')}</ul></body></html>`;
const some = (count: number): string[] => Array.from({ length: count }, (_, i) => row(`/r/${i}.html`, titles(2022 - i)));
const files = (count: number): Pages => Object.fromEntries(Array.from({ length: count }, (_, i) => [`/r/${i}.html`, report]));

describe.each(Object.entries(published))('a site of %s', (_, make) => {
  it('is brought home: exactly its reports, in their order, once, and the next run asks for the head of its list alone, conditionally', async () => {
    const { pages, list: start, lists, reports, again } = make();
    const office = await at({ ...pages, '/robots.txt': text('User-agent: *\nDisallow: /zwgk/zn/') });
    const folder = await folderWith({});
    const first = await crawling(folder, [office.at(start), '--json']);
    expect([first.code, askedOf(office)]).toEqual([0, [...lists, ...reports]]);
    expect(summary(first)).toMatchObject({ new: reports.length, sources: [{ finished: true, findings: [] }], refused: [] });
    const archive = await openArchive(join(folder, 'archive'), now);
    const pagesOf = archive.documents().filter(({ attachedTo }) => attachedTo.length === 0);
    expect(archive.documents().map(({ address }) => address).sort()).toEqual(reports.map((path) => office.at(path)).sort());
    expect(pagesOf.map(({ receipt }) => receipt.listed?.year).sort().reverse().slice(0, 4)).toEqual([2022, 2021, 2020, 2019]);
    expect(pagesOf.every(({ receipt }) => receipt.listed?.date === '2023-05-05' && receipt.listed.source === office.at(start) && receipt.listed.title !== undefined)).toBe(true);
    archive.close();

    const before = office.seen.length;
    const second = await crawling(folder, [office.at(start), '--json']);
    expect([second.code, askedOf(office, before)]).toEqual([0, again]);
    expect(office.seen.slice(before).filter(({ path }) => path !== '/robots.txt').every(({ headers }) => headers['if-none-match'] !== undefined)).toBe(true);
    expect(summary(second)).toMatchObject({ new: 0, changed: 0, sources: [{ reports: first.code + new Set(reports.filter((path) => !path.endsWith('.pdf'))).size, planned: 0, findings: [] }] });
    expect(office.atOnce.get('office.test')).toBe(1);
  });
});

describe('the next run', () => {
  it('brings what was put in front, and asks no further than what is known', async () => {
    const pages: Record<string, Pages[string]> = { ...files(4), '/l/': text(`${list(...some(4).slice(1, 3))}<script>createPageHTML(2,0,"index","html")</script>`), '/l/index_1.html': text(list(...some(4).slice(3))) };
    const office = await at(pages);
    const folder = await folderWith({});
    await crawling(folder, [office.at('/l/')]);
    const before = office.seen.length;
    pages['/l/'] = text(`${list(...some(4).slice(0, 2))}<script>createPageHTML(2,0,"index","html")</script>`);
    pages['/l/index_1.html'] = text(list(...some(4).slice(2)));
    const second = await crawling(folder, [office.at('/l/'), '--json']);
    expect([second.code, askedOf(office, before)]).toEqual([0, ['/l/', '/l/index_1.html', '/r/0.html']]);
  });

  it('goes through a list that was put into another order, and with --all through any', async () => {
    const pages: Record<string, Pages[string]> = { ...files(4), '/l/': text(`${list(...some(4).slice(0, 3))}<script>createPageHTML(2,0,"index","html")</script>`), '/l/index_1.html': text(list(...some(4).slice(3))) };
    const office = await at(pages);
    const folder = await folderWith({});
    await crawling(folder, [office.at('/l/')]);
    pages['/l/'] = text(`${list(...some(4).slice(0, 3).reverse())}<script>createPageHTML(2,0,"index","html")</script>`);
    let before = office.seen.length;
    await crawling(folder, [office.at('/l/')]);
    expect(askedOf(office, before)).toEqual(['/l/', '/l/index_1.html']);
    before = office.seen.length;
    const all = await crawling(folder, [office.at('/l/'), '--all', '--json']);
    expect(askedOf(office, before).length).toBe(6);
    expect(summary(all)).toMatchObject({ new: 0, unchanged: 4 });
  });

  it('asks anew for a report that the list dates otherwise', async () => {
    const pages: Record<string, Pages[string]> = { '/r/0.html': validated('<p>one</p>'), '/r/1.html': validated('<p>two</p>'), '/l/': text(list(row('/r/0.html', titles(2022)), row('/r/1.html', titles(2021)))) };
    const office = await at(pages);
    const folder = await folderWith({});
    await crawling(folder, [office.at('/l/')]);
    const before = office.seen.length;
    pages['/l/'] = text(list(row('/r/0.html', titles(2022), '2023-03-01'), row('/r/1.html', titles(2021))));
    pages['/r/0.html'] = validated('<p>one, corrected</p>');
    const second = await crawling(folder, [office.at('/l/'), '--json']);
    expect([askedOf(office, before), summary(second)]).toMatchObject([['/l/', '/r/0.html'], { new: 0, changed: 1 }]);
  });

  it('tells a list that has lost its reports, and keeps what is known of it', async () => {
    const pages: Record<string, Pages[string]> = { ...files(4), '/l/': text(list(...some(4))) };
    const office = await at(pages);
    const folder = await folderWith({});
    await crawling(folder, [office.at('/l/')]);
    pages['/l/'] = text('<html><body><p>暂无信息</p></body></html>');
    for (let run = 0; run < 2; run++) {
      const next = await crawling(folder, [office.at('/l/'), '--json']);
      expect([next.code, codes(next)]).toEqual([3, ['list-shrank']]);
    }
    pages['/l/'] = text(list(...some(4).slice(0, 1)));
    expect(codes(await crawling(folder, [office.at('/l/'), '--json']))).toEqual(['list-shrank']);
    pages['/l/'] = text(list(...some(4)));
    expect((await crawling(folder, [office.at('/l/'), '--json'])).code).toBe(0);
  });
});

describe('a list', () => {
  const crawled = async (pages: Pages, args: readonly string[] = [], changes: Partial<Surroundings> = {}) => {
    const office = await at(pages);
    const folder = await folderWith({});
    return { office, folder, ...(await crawling(folder, [office.at('/l/'), '--json', ...args], changes)) };
  };

  it.each([
    ['is of no known kind', text('<html><body><p>政务公开</p></body></html>'), ['list-unknown'], 3],
    ['is filled by a script', text('<html><body><a href="/">首页</a><div id="app"></div><script src="/app.js"></script></body></html>'), ['list-by-script'], 3],
    ['has other things alone', text(list(row('/a.html', '政府信息公开指南'), row('/b.html', '2022年预算'))), ['list-without-reports'], 3],
    ['has things that may be reports', text(list(row('/r/0.html', titles(2022)), row('/b.html', '2016年政府信息公开情况统计表'))), ['titles-unsure'], 0],
    ['goes on by a script alone', text(`${list(row('/r/0.html', titles(2022)))}<a href="javascript:goPage(2)">下一页</a>`), ['list-pages-by-script'], 0],
  ])('that %s says so', async (_, page, findings, code) => {
    const answer = await crawled({ ...files(1), '/l/': page });
    expect([answer.code, codes(answer)]).toEqual([code, findings]);
    expect(answer.err).toContain(findings[0]);
  });

  it.each([
    ['a challenge', text('<script>$_ts=window["$_ts"];$_ts.cd="x"</script>', {}, 412), 'blocked'],
    ['a log-in page', text('<form>用户名<input name=u>密码<input type="password"></form>'), 'login'],
    ['a page that says there is none', text('<p>您访问的页面不存在</p>'), 'soft-404'],
    ['a script that leads elsewhere', text('<script>var p="/x/";location.href=p+"b.html"</script>'), 'script-redirect'],
    ['a redirect to a private address', redirect('http://127.0.0.1:1/secret'), 'private-address'],
    ['redirects without end', redirect('/l/'), 'redirect-loop'],
    ['a bomb', text(gzipSync(Buffer.alloc(250_000_000)), { 'content-encoding': 'gzip' }), 'too-large'],
  ])('in whose place comes %s is recorded as refused, and nothing is worked around', async (_, page, code) => {
    const answer = await crawled({ '/l/': page });
    expect(answer.code).toBe(8);
    expect(summary(answer).refused.map((one) => one.code)).toEqual([code]);
    expect(askedOf(answer.office)).toEqual(['/l/']);
  });

  it('that robots.txt disallows is never asked, nor is what it names there', async () => {
    const closed = await crawled({ '/robots.txt': text('User-agent: *\nDisallow: /l/'), '/l/': text(list(...some(1))) });
    expect([closed.code, askedOf(closed.office), summary(closed).refused[0]?.code]).toEqual([8, [], 'robots']);
    const partly = await crawled({ ...files(3), '/robots.txt': text('User-agent: *\nDisallow: /r/1'), '/l/': text(list(...some(3))) });
    expect([partly.code, askedOf(partly.office)]).toEqual([8, ['/l/', '/r/0.html', '/r/2.html']]);
  });

  it('whose pages are all the first one ends at the second', async () => {
    const answer = await crawled({ ...files(2), '/l/': (seen, response) => text(`${list(...some(2))}<a href="?p=${Number(/\d+$/.exec(seen.path)?.[0] ?? 1) + 1}">下一页</a><a href="?p=1">1</a>`)(seen, response) });
    expect([askedOf(answer.office).slice(0, 2), codes(answer)]).toEqual([['/l/', '/l/?p=2'], ['list-repeats']]);
    expect(askedOf(answer.office).length).toBeLessThan(26);
  });

  it('of pages without end, as a calendar has them, ends at its limit, and that is told', async () => {
    const calendar: Pages[string] = (seen, response) => text(`${list(row(`/day/${seen.path}`, `${seen.path}的会议`))}<a href="${seen.path}x">下一页</a>`)(seen, response);
    const answer = await crawled({ ...files(1), '/l/': (seen, response) => text(`${list(row('/r/0.html', titles(2022)), row(`/day/${seen.path.length}`, `${seen.path}的会议`))}<a href="${seen.path}x">下一页</a>`)(seen, response), ...Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`/l/${'x'.repeat(i + 1)}`, calendar])) });
    expect([answer.code, codes(answer), askedOf(answer.office).length]).toEqual([7, ['list-too-long'], 22]);
  });

  it('leads to no list of another host', async () => {
    const answer = await crawled({ ...files(1), '/l/': text(`${list(...some(1))}<a href="http://other.test/l/">下一页</a>`) });
    expect([answer.code, askedOf(answer.office)]).toEqual([0, ['/l/', '/r/0.html']]);
  });

  it('that is busy is waited for as it asks, and what is beyond this run stays for the next one', async () => {
    let busy = 1;
    const pages: Record<string, Pages[string]> = { ...files(1), '/l/': (seen, response) => (busy-- > 0 ? text('', { 'retry-after': '30' }, 429) : text(list(...some(1))))(seen, response) };
    const answer = await crawled(pages);
    expect([answer.code, askedOf(answer.office)]).toEqual([0, ['/l/', '/l/', '/r/0.html']]);
    busy = 1;
    pages['/l/'] = text('', { 'retry-after': '99999' }, 503);
    const refused = await crawling(answer.folder, [answer.office.at('/l/'), '--json']);
    expect([refused.code, summary(refused).sources[0]?.finished]).toEqual([8, false]);
    pages['/l/'] = text(list(...some(1)));
    expect((await crawling(answer.folder, [answer.office.at('/l/')])).code).toBe(0);
  });
});

describe('gongkai crawl', () => {
  it('with --limit brings as many, and the rest with the next command, which asks for no list again that is done', async () => {
    const office = await at({ ...files(5), '/l/': text(list(...some(5))) });
    const folder = await folderWith({});
    const first = await crawling(folder, [office.at('/l/'), '--limit', '2', '--json']);
    expect([first.code, summary(first)]).toMatchObject([7, { new: 2, left: 3 }]);
    const second = await crawling(folder, [office.at('/l/'), '--json']);
    expect([second.code, askedOf(office)]).toEqual([0, ['/l/', '/r/0.html', '/r/1.html', '/r/2.html', '/r/3.html', '/r/4.html']]);
    const before = office.seen.length;
    await crawling(folder, [office.at('/l/')]);
    expect(askedOf(office, before)).toEqual(['/l/']);
  });

  it('with --since leaves what is older, by the date of the list or by the year, and the pages behind it', async () => {
    const rows = [row('/r/0.html', titles(2023), '2024-01-20'), row('/r/1.html', titles(2022), '2023-01-20'), row('/r/2.html', titles(2021), '2022-01-20')];
    const office = await at({ ...files(3), '/l/': text(`${list(...rows.slice(0, 2))}<script>createPageHTML(3,0,"index","html")</script>`), '/l/index_1.html': text(`${list(...rows.slice(2))}<script>createPageHTML(3,1,"index","html")</script>`), '/l/index_2.html': text('never') });
    const folder = await folderWith({});
    expect((await crawling(folder, [office.at('/l/'), '--since', '2023-06'])).code).toBe(0);
    expect(askedOf(office)).toEqual(['/l/', '/l/index_1.html', '/r/0.html']);
    expect((await crawling(folder, [office.at('/l/'), '--since', 'yesterday'])).code).toBe(1);
  });

  it('with --dry-run asks the lists alone, prints what it would fetch, and keeps nothing', async () => {
    const office = await at({ ...files(2), '/l/': text(list(...some(2))) });
    const folder = await folderWith({});
    const dry = await crawling(folder, [office.at('/l/'), '--dry-run']);
    expect([dry.code, dry.out, askedOf(office), await readdir(folder)]).toEqual([0, `${office.at('/r/0.html')}\n${office.at('/r/1.html')}\n`, ['/l/'], []]);
    await crawling(folder, [office.at('/l/'), '--limit', '1']);
    const again = await crawling(folder, [office.at('/l/'), '--dry-run']);
    expect(again.out).toBe(`${office.at('/r/1.html')}\n`);
    expect(again.err).toContain('Listed     2: 1 to be asked');
  });

  it('by a source of the user has its issuer and its name in the receipts', async () => {
    const office = await at({ ...files(1), '/l/': text(list(...some(1))) });
    const folder = await folderWith({});
    await writeFile(join(folder, 'mine.yaml'), `name: 甲县\nstart: ['${office.at('/l/')}']\nissuer: 甲县人民政府\n`);
    expect((await crawling(folder, [join(folder, 'mine.yaml')])).code).toBe(0);
    const archive = await openArchive(join(folder, 'archive'), now);
    expect(archive.documents()[0]?.receipt.listed).toEqual({ list: office.at('/l/'), source: 'mine', title: titles(2022), date: '2023-01-13', issuer: '甲县人民政府', year: 2022 });
    archive.close();
  });

  it('goes on with other sources where one is closed', async () => {
    const office = await at({ ...files(1), '/l/': text(list(...some(1))), '/closed/': text('no', {}, 403) });
    const folder = await folderWith({});
    const answer = await crawling(folder, [office.at('/closed/'), office.at('/l/'), '--json']);
    expect([answer.code, summary(answer).new, askedOf(office)]).toEqual([8, 1, ['/closed/', '/l/', '/r/0.html']]);
  });

  it('with --browser and without a Chromium says so before it asks anything', async () => {
    const office = await at({ '/l/': text(list(...some(1))) });
    const folder = await folderWith({});
    const answer = await crawling(folder, [office.at('/l/'), '--browser']);
    expect([answer.code, office.seen]).toEqual([6, []]);
  });

  it.each([
    ['before the address', ['--browser', 'ADDRESS'], undefined],
    ['behind it', ['ADDRESS', '--browser'], undefined],
    ['with a program', ['--browser-path', '/opt/chrome', 'ADDRESS'], '/opt/chrome'],
  ])('takes --browser %s, and never the address for a program', async (_, args, program) => {
    const office = await at({ ...files(1), '/l/': text(list(...some(1))) });
    const wanted: (string | undefined)[] = [];
    const changes = { chromium: (named: string | undefined) => (wanted.push(named), Promise.resolve('/chromium')), browserOf: () => Promise.resolve({ render: () => Promise.reject(new Error('no list wants it')), close: () => Promise.resolve() }) };
    const answer = await crawling(await folderWith({}), args.map((arg) => (arg === 'ADDRESS' ? office.at('/l/') : arg)), changes);
    expect([answer.code, wanted, askedOf(office)]).toEqual([0, [program], ['/l/', '/r/0.html']]);
    expect((await crawling(await folderWith({}), ['--browser=/opt/chrome', office.at('/l/')])).code).toBe(1);
  });

  /** A browser that shows these pages of a list, one after the other. */
  const showing = (pages: readonly (readonly string[])[]) => {
    const shown: string[] = [];
    const render: PageBrowser['render'] = ({ address }, _, told) => {
      for (const [number, rows] of pages.entries()) {
        shown.push(`${new URL(address).pathname} ${number + 1}`);
        if (!told({ address, text: `${list(...rows)}<a href="javascript:void(0)">下一页</a>` }, number + 1 < pages.length)) break;
      }
      return Promise.resolve();
    };
    return { shown, changes: { chromium: () => Promise.resolve('/chromium'), browserOf: () => Promise.resolve({ render, close: () => Promise.resolve() }) } };
  };
  const filled = text('<html><body><div id="app"></div><script src="/app.js"></script></body></html>');

  it('with --browser shows a list that a script fills, and no other', async () => {
    const { shown, changes } = showing([some(2)]);
    const office = await at({ ...files(2), '/l/': filled, '/m/': text(`${list(...some(1))}<script>1</script>`) });
    expect((await crawling(await folderWith({}), [office.at('/l/'), office.at('/m/'), '--browser'], changes)).code).toBe(0);
    expect([shown, askedOf(office).filter((path) => path.startsWith('/r/'))]).toEqual([['/l/ 1'], ['/r/0.html', '/r/1.html']]);
  });

  it('with --browser is turned to its end; the next run shows the pages that stand as they stood no further', async () => {
    const office = await at({ ...files(7), '/l/': filled });
    const folder = await folderWith({});
    const pages = [some(7).slice(1, 3), some(7).slice(3, 5), some(7).slice(5)];
    const first = showing(pages);
    const begun = await crawling(folder, [office.at('/l/'), '--browser', '--json'], first.changes);
    expect([begun.code, first.shown, summary(begun)]).toMatchObject([0, ['/l/ 1', '/l/ 2', '/l/ 3'], { new: 6, sources: [{ reports: 6, findings: [] }] }]);
    const second = showing(pages);
    const again = await crawling(folder, [office.at('/l/'), '--browser', '--json'], second.changes);
    expect([again.code, second.shown, summary(again)]).toMatchObject([0, ['/l/ 1'], { new: 0, sources: [{ reports: 6, findings: [] }] }]);
    const third = showing([some(7).slice(0, 2), some(7).slice(2, 4), some(7).slice(4, 6), some(7).slice(6)]);
    const more = await crawling(folder, [office.at('/l/'), '--browser', '--json'], third.changes);
    expect([more.code, third.shown, summary(more)]).toMatchObject([0, ['/l/ 1', '/l/ 2'], { new: 1, sources: [{ reports: 7, findings: [] }] }]);
  });

  it('with --browser and pages that can not be turned says so', async () => {
    const office = await at({ ...files(2), '/l/': text(`${list(...some(1))}<script>1</script><a href="javascript:goPage(2)">下一页</a>`) });
    const render: PageBrowser['render'] = ({ address }, _, told) => (told({ address, text: list(...some(1)) }, true), Promise.resolve());
    const answer = await crawling(await folderWith({}), [office.at('/l/'), '--browser', '--json'], { chromium: () => Promise.resolve('/chromium'), browserOf: () => Promise.resolve({ render, close: () => Promise.resolve() }) });
    expect([answer.code, codes(answer)]).toEqual([0, ['list-pages-by-script']]);
  });

  it('that answers JSON which was sent is gone through page after page', async () => {
    const office = await at({
      ...files(5),
      '/search': (seen, response) => {
        const { pageNo, pageSize } = JSON.parse(seen.body) as { pageNo: number; pageSize: number };
        const rows = Array.from({ length: 5 }, (_, i) => ({ docTitle: titles(2022 - i), docPubUrl: `/r/${i}.html`, docRelTime: '2023-01-13' }));
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ total: 5, data: { list: rows.slice((pageNo - 1) * pageSize, pageNo * pageSize) } }));
      },
    });
    const folder = await folderWith({});
    await writeFile(join(folder, 'mine.yaml'), `name: 甲县\nstart: [{ address: '${office.at('/search')}', json: { channel: [7], pageNo: 1, pageSize: 2 } }]\n`);
    const answer = await crawling(folder, [join(folder, 'mine.yaml'), '--json']);
    expect([answer.code, summary(answer)]).toMatchObject([0, { new: 5, sources: [{ reports: 5, findings: [] }] }]);
    expect(office.seen.filter(({ method }) => method === 'POST').map(({ body }) => body)).toEqual([1, 2, 3].map((page) => `{"channel":[7],"pageNo":${page},"pageSize":2}`));
    const before = office.seen.length;
    expect((await crawling(folder, [join(folder, 'mine.yaml')])).code).toBe(0);
    expect(askedOf(office, before)).toEqual(['/search']);
  });

  it('that is interrupted keeps what it has, and goes on', async () => {
    const office = await at({ ...files(4), '/l/': text(`${list(...some(2))}<script>createPageHTML(2,0,"index","html")</script>`), '/l/index_1.html': text(list(...some(4).slice(2))) });
    const folder = await folderWith({});
    const stop = new AbortController();
    const first = await crawling(folder, [office.at('/l/'), '--json'], { signal: stop.signal, now: () => (office.seen.length > 1 && stop.abort(130), now()) });
    expect(first.code).toBe(130);
    expect(JSON.parse(first.out)).toMatchObject({ exit_code: 130, interrupted: true, new: 0, sources: [{ finished: false }] });
    expect((await crawling(folder, [office.at('/l/')])).code).toBe(0);
    expect(askedOf(office)).toEqual(['/l/', '/l/index_1.html', '/r/0.html', '/r/1.html', '/r/2.html', '/r/3.html']);
  });
});
