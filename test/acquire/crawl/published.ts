import { createHash } from 'node:crypto';
import { site, type Seen, type Site } from '../client/site.js';

type Pages = Parameters<typeof site>[0];
type Answering = Pages[string];

/** A site on the loopback that publishes reports as one of the publishing systems does. */
export interface Published {
  readonly pages: Pages;
  /** The page to begin with. */
  readonly list: string;
  /** Paths of what is to be brought home, in its order. */
  readonly reports: readonly string[];
  /** Paths of the pages of the list, as they are asked; a form is not shown. */
  readonly lists: readonly string[];
  /** … and those that are asked where nothing is new. */
  readonly again: readonly string[];
}

/** What stands on a list: reports of 2022 down to 2008, and things that are none among them. */
export const titles = (year: number): string => `云山区${year}年政府信息公开工作年度报告`;
const others = ['政府信息公开指南', '关于做好2022年政府信息公开工作年度报告编制工作的通知', '云山区2022年政府信息公开工作年度报告解读'];
const years = Array.from({ length: 15 }, (_, index) => 2022 - index);
/** Dates are those of a migration. */
const dated = '2023-05-05';

/** An answer with a validator, which is asked for conditionally. */
export function validated(body: string | Buffer, contentType = 'text/html; charset=utf-8'): Answering {
  const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 12)}"`;
  return (seen, response) => {
    if (seen.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end();
    else response.writeHead(200, { 'content-type': contentType, etag }).end(body);
  };
}

const report = (title: string, more = ''): Answering => validated(Buffer.from(`<html><head><title>${title}</title></head><body><p>${'依照《中华人民共和国政府信息公开条例》编制本报告。'.repeat(10)}</p>${more}</body></html>`));
const page = (title: string, body: string): string => `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title></head><body><div><a href="/">首页</a></div>${body}</body></html>`;
const parts = <T>(items: readonly T[], size: number): T[][] => Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
const row = (href: string, title: string): string => `<li><a href="${href}" title="${title}">${title.slice(0, 12)}…</a><span>${dated}</span></li>`;
const byQuery = (seen: Seen, name: string): number => Number(new URL(seen.path, 'http://x').searchParams.get(name) ?? '1');
const byForm = (seen: Seen, name: string): number => Number(new URLSearchParams(seen.body).get(name) ?? '1');
const fill = (paths: readonly string[]): Pages => Object.fromEntries(paths.map((path, i) => [path, report(titles(years[i] ?? 0))]));

/** TRS WCM: three static pages; the second report is a page with its attachment, the last one a PDF, one is listed twice. */
function trs(): Published {
  const paths = years.map((year, i) => `/zwgk/nb/202305/t20230505_${1000 + i}.htm`);
  const entries = [row('/zwgk/zn/t20230505_1.htm', others[0] ?? ''), ...years.map((year, i) => row(`./202305/t20230505_${1000 + i}.htm`, titles(year))), row('./202305/t20230505_1000.htm', titles(2022))];
  const pages = parts(entries, 6).map((some, i, all) => validated(page('政府信息公开年报', `<ul>${some.join('')}</ul><script>createPageHTML(${all.length}, ${i}, "index", "html");</script>`)));
  return {
    list: '/zwgk/nb/',
    lists: ['/zwgk/nb/', '/zwgk/nb/index_1.html', '/zwgk/nb/index_2.html'],
    again: ['/zwgk/nb/'],
    reports: paths.flatMap((path, i) => (i === 1 ? [path, '/zwgk/nb/202305/P020230505.pdf'] : [path])),
    pages: {
      ...fill(paths),
      [paths[1] ?? '']: report(titles(2021), '<a href="P020230505.pdf">附件</a>'),
      '/zwgk/nb/202305/P020230505.pdf': validated('%PDF-1.7 attachment', 'application/pdf'),
      '/zwgk/nb/': pages[0] as Answering,
      '/zwgk/nb/index_1.html': pages[1] as Answering,
      '/zwgk/nb/index_2.html': pages[2] as Answering,
    },
  };
}

/** JCMS: a third of the records in the page, the others from a proxy that wants a form. */
function jpage(): Published {
  const paths = years.map((_, i) => `/art/2023/5/5/art_1_${i}.html`);
  const records = [...years.map((year, i) => row(paths[i] ?? '', titles(year))), row('/art/2023/5/5/art_1_99.html', others[1] ?? '')];
  const store = (some: readonly string[]): string => `<datastore><totalrecord>${records.length}</totalrecord><recordset>${some.map((one) => `<record><![CDATA[${one}]]></record>`).join('')}</recordset></datastore>`;
  const script = `<script>$("#1").jpage({totalRecord:${records.length},proxyUrl:"/module/web/jpage/dataproxy.jsp",perPage:6,ajaxParam:{col:1,appid:1,webid:3,path:'/',columnid:1,sourceContentType:1,unitid:'77',webname:'云山区',permissiontype:0}});</script>`;
  const proxy: Answering = (seen, response) => {
    const [start, end] = [byQuery(seen, 'startrecord'), byQuery(seen, 'endrecord')];
    validated(byForm(seen, 'unitid') === 77 ? store(records.slice(start - 1, end)) : '<datastore></datastore>', 'text/xml')(seen, response);
  };
  return {
    list: '/col/col1/index.html',
    lists: ['/col/col1/index.html', '/module/web/jpage/dataproxy.jsp?startrecord=7&endrecord=12&perpage=6', '/module/web/jpage/dataproxy.jsp?startrecord=13&endrecord=16&perpage=6'],
    again: ['/col/col1/index.html'],
    reports: paths,
    pages: { ...fill(paths), '/col/col1/index.html': validated(page('年报', `<script type="text/xml">${store(records.slice(0, 6))}</script>${script}`)), '/module/web/jpage/dataproxy.jsp': proxy },
  };
}

/** UCAP: nothing in the page; a form brings JSON. */
function ucap(): Published {
  const paths = years.map((_, i) => `/yunshan/c100/c${i}/content.shtml`);
  const all = [{ title: others[2], url: '/yunshan/c100/c99/content.shtml', publishedTimeStr: dated }, ...years.map((year, i) => ({ title: titles(year), url: paths[i], publishedTimeStr: `${dated} 10:00:00` }))];
  return {
    list: '/yunshan/gknb/list.shtml',
    lists: ['/yunshan/gknb/list.shtml', '/getFileListByCodeId', '/getFileListByCodeId'],
    again: ['/yunshan/gknb/list.shtml', '/getFileListByCodeId'],
    reports: paths,
    pages: {
      ...fill(paths),
      '/yunshan/gknb/list.shtml': validated(page('年报', '<script>var channelId = "29a88b67e4b149cfa9fac7919dfb08a5", pageSize = 10;</script><ul id="list"></ul>')),
      '/getFileListByCodeId': (seen, response) => {
        const [number, size] = [byForm(seen, 'page'), byForm(seen, 'size')];
        validated(JSON.stringify({ code: 200, results: { data: { page: number, total: all.length, results: all.slice((number - 1) * size, number * size) } } }), 'application/json')(seen, response);
      },
    },
  };
}

/** gkmlpt: a page with the tree of columns, then JSON. */
function gkmlpt(): Published {
  const paths = years.map((_, i) => `/gkmlpt/content/0/1/post_${1000 + i}.html`);
  const all = years.map((year, i) => ({ id: 1000 + i, title: titles(year), url: paths[i], display_publish_time: 1683244800, publisher: '云山区' }));
  return {
    list: '/gkmlpt/annualreport',
    lists: ['/gkmlpt/annualreport', '/gkmlpt/api/all/721?page=1&sid=7', '/gkmlpt/api/all/721?page=2&sid=7'],
    again: ['/gkmlpt/annualreport', '/gkmlpt/api/all/721?page=1&sid=7'],
    reports: paths,
    pages: {
      ...fill(paths),
      '/gkmlpt/annualreport': validated(page('年报', '<script>window._CONFIG = {SID: "7", TREE: [{"id":721,"name":"政府信息公开工作年度报告"}]};</script>')),
      '/gkmlpt/api/all/721': (seen, response) => {
        const number = byQuery(seen, 'page');
        validated(JSON.stringify({ total: all.length, per_page: 10, articles: all.slice((number - 1) * 10, number * 10) }), 'application/json')(seen, response);
      },
    },
  };
}

/** openness: a year in the query. */
function openness(): Published {
  const paths = years.slice(0, 4).map((_, i) => `/public/65957/${1000 + i}.html`);
  const column: Answering = (seen, response) => {
    const wanted = new URL(seen.path, 'http://x').searchParams.get('timeFrame');
    const shown = years.slice(0, 4).filter((year) => wanted === null || String(year + 1) === wanted).slice(0, wanted === null ? 2 : 4);
    const links = [2023, 2022, 2021, 2020].map((year) => `<a href="/public/column/65957?type=4&amp;timeFrame=${year}">${year}</a>`).join('');
    validated(page('年报', `${links}<ul>${shown.map((year) => row(paths[years.indexOf(year)] ?? '', titles(year))).join('')}</ul>`))(seen, response);
  };
  const year = (number: number): string => `/public/column/65957?type=4&timeFrame=${number}`;
  return { list: '/public/column/65957?type=4', lists: ['/public/column/65957?type=4', year(2023), year(2022), year(2021), year(2020)], again: ['/public/column/65957?type=4'], reports: paths, pages: { ...fill(paths), '/public/column/65957': column } };
}

/** A plain list in GBK with 下一页. */
function plain(): Published {
  const paths = years.map((_, i) => `/show/${i}.html`);
  // 2022年政府信息公开年报 and 下一页 in GBK
  const name = Buffer.from('d5feb8aed0c5cfa2b9abbfaac4eab1a8', 'hex');
  const next = Buffer.from('cfc2d2bbd2b3', 'hex');
  const list: Answering = (seen, response) => {
    const number = byQuery(seen, 'page');
    const rows = years.slice((number - 1) * 8, number * 8).map((year) => Buffer.concat([Buffer.from(`<p><a href="/show/${years.indexOf(year)}.html">${year}`), Buffer.from('c4ea', 'hex'), name, Buffer.from('</a> (2023/5/5)</p>')]));
    const more = number === 1 ? [Buffer.from('<a href="?page=2">'), next, Buffer.from('</a>')] : [];
    validated(Buffer.concat([Buffer.from('<html><body>'), ...rows, ...more, Buffer.from('</body></html>')]), 'text/html')(seen, response);
  };
  return { list: '/list.asp', lists: ['/list.asp', '/list.asp?page=2'], again: ['/list.asp'], reports: paths, pages: { ...fill(paths), '/list.asp': list } };
}

export const published: Readonly<Record<string, () => Published>> = { trs, jpage, ucap, gkmlpt, openness, plain };

/** What a site was asked for, without robots.txt. */
export const askedOf = ({ seen }: Site, from = 0): string[] => seen.slice(from).map(({ path }) => path).filter((path) => path !== '/robots.txt');
