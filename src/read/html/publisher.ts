import type { CheerioAPI } from 'cheerio';
import { isTag, type Element, type ParentNode } from 'domhandler';
import type { Publisher } from '../../model/page.js';
import { textOf, walk } from './walk.js';

/** What publishing systems call the office that a page is of, the surest first. */
const labels = ['发布机构', '公开机构', '发文机关', '发文机构', '发布单位', '制作单位', '责任部门', '信息来源', '内容来源', '来源'];
const labelled = new RegExp(`^(?:${labels.join('|')})\\s*[:：]?\\s*(.*)$`, 'u');
const longest = 40;
/** Elements that hold a label, or a label and the name behind it. */
const holders = new Set(['td', 'th', 'li', 'span', 'p', 'div', 'em', 'b', 'strong', 'label', 'dt', 'dd', 'publisher', 'source']);
/** Elements that are looked at. */
const most = 20_000;
const unread = new Set(['script', 'style', 'template']);

/** Who publishes a page, as its publishing system tells: in its metadata, in a table of them (索引号, 发布机构), beside the title. */
export function publisherOf(page: CheerioAPI): Publisher {
  const meta = (name: string): string => tidy(page('meta[name]').toArray().find((e) => (page(e).attr('name') ?? '').toLowerCase() === name)?.attribs['content'] ?? '');
  const found = innermost(page.root()[0]).flatMap(({ element, text }): { name: string; rank: number }[] => {
    const told = text.length <= 2 * longest ? labelled.exec(text) : null;
    if (told === null) return [];
    const name = told[1] === '' ? textBehind(element) : (told[1] ?? '').split(/[\s|｜]/u)[0] ?? '';
    return [{ name, rank: labels.findIndex((label) => text.startsWith(label)) }];
  });
  const offices = [...found.toSorted((a, b) => a.rank - b.rank).map((f) => f.name), meta('contentsource')].filter((name) => name.length > 2 && name.length <= longest);
  const code = /^(\d{6})\d{4}$/.exec(meta('siteidcode'))?.[1] ?? '';
  return { offices: [...new Set(offices)], site: meta('sitename'), siteDivision: code };
}

/** The elements that hold something, and no other such element that does, with what they say: of elements within each other the innermost holds no more than the name. */
function innermost(root: ParentNode | undefined): { element: Element; text: string }[] {
  const found: { element: Element; text: string }[] = [];
  const open: { text: string; isOuter: boolean }[] = [];
  let looked = 0;
  for (const step of root ? walk(root, ({ name }) => !unread.has(name)) : []) {
    const holder = open.at(-1);
    if (step.kind === 'text') {
      if (holder && holder.text.length <= 4 * longest) holder.text += step.text;
    } else if (holders.has(step.element.name)) {
      if (step.kind === 'open') open.push({ text: '', isOuter: false });
      else if (looked++ < most) {
        open.pop();
        const text = tidy((holder?.text ?? '').slice(0, 4 * longest));
        if (holder?.isOuter === false && text !== '') found.push({ element: step.element, text });
        const around = open.at(-1);
        if (around && (holder?.isOuter === true || text !== '')) around.isOuter = true;
      } else break;
    }
  }
  return found;
}

/** What the next element says. */
function textBehind({ next }: Element): string {
  let behind = next;
  while (behind !== null && !isTag(behind)) behind = behind.next;
  return behind ? tidy(textOf(behind, 4 * longest)) : '';
}

const tidy = (text: string): string => text.replace(/\s+/gu, ' ').trim();
