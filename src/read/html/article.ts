import type { CheerioAPI } from 'cheerio';
import { isTag, type Element, type ParentNode } from 'domhandler';
import type { Block } from '../../model/page.js';
import { blocksOf } from './blocks.js';
import { isBlock, isShown } from './shown.js';
import { rowsOfParts, type TableKinds } from './tables.js';
import { textOf, walk } from './walk.js';

/** An article holds so much of what a page says outside of its links. */
const mostOfText = 0.8;
/** What the title of an annual report ends with, as far as finding it on a page goes; what it says is told later. */
const titleLike = /(?:年度报告|年报|报告)\s*(?:[（(].*[)）])?$/u;
const longestTitle = 80;

/**
 * The article of a page, without what stands around it: the innermost element
 * that holds every table of data and most of the text that is no link. Its
 * title is the one in it, or else what the page gives as its title. So pages of
 * any publishing system are read, known or not.
 */
export function articleOf(page: CheerioAPI, body: ParentNode, kinds: TableKinds): { readonly root: ParentNode; readonly blocks: Block[] } {
  const root = innermost(body, kinds);
  const blocks = blocksOf(root, kinds);
  const named = titles(page, lineAbove(blocksOf(body, kinds), blocks));
  const published = publication(page);
  const own = blocks.findIndex((b) => b.kind === 'text' && isTitle(b.text));
  const firstTable = blocks.findIndex((b) => b.kind !== 'text');
  const isEntitled = own >= 0 && (firstTable < 0 || own < firstTable);
  const title = named.find(isTitle);
  const head: Block[] = isEntitled || title === undefined ? [] : [{ kind: 'text', text: title, line: 1 }];
  const dated: Block[] = published === '' ? [] : [{ kind: 'text', text: `发布日期：${published}`, line: 1 }];
  return { root, blocks: isEntitled ? [...blocks.slice(0, own + 1), ...dated, ...blocks.slice(own + 1)] : [...head, ...dated, ...blocks] };
}

const isTitle = (text: string): boolean => text.length <= longestTitle && !/[>＞»]/u.test(text) && titleLike.test(text);

/** The last line like a title that stands on the page above its article; empty where none does. */
function lineAbove(all: readonly Block[], article: readonly Block[]): string {
  const [first] = article;
  const above = first === undefined ? [] : all.slice(0, all.findIndex((b) => b.kind === first.kind && (b.kind !== 'text' || first.kind !== 'text' || b.text === first.text)));
  return above.flatMap((b) => (b.kind === 'text' && isTitle(b.text) ? [b.text] : [])).at(-1) ?? '';
}

/** What a page gives as its title, the surest first. */
function titles(page: CheerioAPI, above: string): string[] {
  const meta = ['ArticleTitle', 'articletitle', 'og:title', 'title'].map((name) => page(`meta[name="${name}"], meta[property="${name}"]`).first().attr('content') ?? '');
  const named = (name: string): string[] => page(name).toArray().filter(isTag).slice(0, 5).map((e) => textOf(e));
  return [...meta, ...named('ucaptitle'), ...named('h1'), above, ...named('h2'), ...named('title')].flatMap((text) => [text, ...text.split(/[-_|—–]/u)]).map((text) => text.replace(/\s+/gu, ' ').trim()).filter((text) => text !== '');
}

/** ISO 8601 date of publication as the publishing system tells it; empty where it does not. */
function publication(page: CheerioAPI): string {
  const told = page('meta[name="PubDate"], meta[name="pubdate"], meta[name="publishdate"]').first().attr('content') ?? page('publishtime').toArray().filter(isTag).slice(0, 1).map((e) => textOf(e)).join('');
  const date = /(\d{4})[-/年.](\d{1,2})[-/月.](\d{1,2})/u.exec(told);
  return date ? `${date[1] ?? ''}-${(date[2] ?? '').padStart(2, '0')}-${(date[3] ?? '').padStart(2, '0')}` : '';
}

function innermost(body: ParentNode, { data }: TableKinds): ParentNode {
  const sizes = new Map<ParentNode, { text: number; tables: number }>();
  const sizeOf = (node: ParentNode): { text: number; tables: number } => {
    const known = sizes.get(node) ?? { text: 0, tables: 0 };
    sizes.set(node, known);
    return known;
  };
  const open: ParentNode[] = [body];
  let links = 0;
  for (const step of walk(body, isShown)) {
    if (step.kind === 'text') {
      if (links === 0) for (const node of open.slice(-1)) sizeOf(node).text += step.text.replace(/\s+/gu, '').length;
      continue;
    }
    const { element } = step;
    if (element.name === 'a') links += step.kind === 'open' ? 1 : -1;
    if (step.kind === 'open') {
      open.push(element);
      if (data.has(element)) sizeOf(element).tables++;
    } else {
      open.pop();
      const outer = open.at(-1);
      if (outer) {
        sizeOf(outer).text += sizeOf(element).text;
        sizeOf(outer).tables += sizeOf(element).tables;
      }
    }
  }
  const whole = sizeOf(body);
  let node = body;
  for (;;) {
    const inner: Element | undefined = node.children.find((c): c is Element => isTag(c) && sizes.has(c) && sizeOf(c).tables === whole.tables && sizeOf(c).text >= mostOfText * whole.text);
    // A paragraph, or a table of any make, stands in the article.
    if (inner === undefined || data.has(inner) || !inner.children.some((c) => isTag(c) && isBlock(c)) || rowsOfParts(inner) !== null) return node;
    node = inner;
  }
}
