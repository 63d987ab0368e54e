import type { CheerioAPI } from 'cheerio';
import type { Publisher } from '../../model/page.js';

/** What publishing systems call the office that a page is of, the surest first. */
const labels = ['发布机构', '公开机构', '发文机关', '发文机构', '发布单位', '制作单位', '责任部门', '信息来源', '内容来源', '来源'];
const labelled = new RegExp(`^(?:${labels.join('|')})\\s*[:：]?\\s*(.*)$`, 'u');
const longest = 40;
/** Elements that hold a label, or a label and the name behind it. */
const holders = 'td, th, li, span, p, div, em, b, strong, label, dt, dd, publisher, source';
/** Elements that are looked at. */
const most = 20_000;

/** Who publishes a page, as its publishing system tells: in its metadata, in a table of them (索引号, 发布机构), beside the title. */
export function publisherOf(page: CheerioAPI): Publisher {
  const meta = (name: string): string => tidy(page('meta[name]').toArray().find((e) => (page(e).attr('name') ?? '').toLowerCase() === name)?.attribs['content'] ?? '');
  const found = page(holders).toArray().slice(0, most).flatMap((element): { name: string; rank: number }[] => {
    // Of elements within each other the innermost holds no more than the name.
    if (page(element).find(holders).toArray().some((inner) => tidy(page(inner).text()) !== '')) return [];
    const text = tidy(page(element).text().slice(0, 4 * longest));
    const told = text.length <= 2 * longest ? labelled.exec(text) : null;
    if (told === null) return [];
    const name = told[1] === '' ? tidy(page(element).next().text().slice(0, 4 * longest)) : (told[1] ?? '').split(/[\s|｜]/u)[0] ?? '';
    return [{ name, rank: labels.findIndex((label) => text.startsWith(label)) }];
  });
  const offices = [...found.toSorted((a, b) => a.rank - b.rank).map((f) => f.name), meta('contentsource')].filter((name) => name.length > 2 && name.length <= longest);
  const code = /^(\d{6})\d{4}$/.exec(meta('siteidcode'))?.[1] ?? '';
  return { offices: [...new Set(offices)], site: meta('sitename'), siteDivision: code };
}

const tidy = (text: string): string => text.replace(/\s+/gu, ' ').trim();
