import type { ReportSection } from '../../model/report.js';
import type { Labels } from '../labels.js';
import type { Paragraph } from './paragraphs.js';
import type { ChapterWords } from './schema.js';

/** A section with the paragraphs it is made of. */
export interface Chapter extends ReportSection {
  readonly paragraphs: readonly Paragraph[];
}

/** How a heading is numbered: 一、 or 第一部分, 1. or not at all. */
type Style = 'chinese' | 'digits' | 'none';

interface Heading {
  readonly style: Style;
  readonly number: number;
  /** Id of the chapter; null where the heading names none. */
  readonly id: string | null;
  /** As printed. */
  readonly heading: string;
  /** What stands behind it on its line, and where that begins. */
  readonly rest: number;
}

interface Open {
  section: string;
  heading: string;
  page: number;
  paragraphs: Paragraph[];
}

const numbered = /^\s*(?:第\s*(?<part>[一二三四五六七八九十]{1,3})\s*(?:部分|章)[、:：\s]*|(?<chinese>[一二三四五六七八九十]{1,3})\s*[、.．,，:：]\s*|(?<digits>\d{1,2})\s*(?:[、．]|\.(?!\d))\s*)/u;
const longestHeading = 45;
/** （一） stands inside a chapter. */
const inBrackets = /^[（(]/u;

/**
 * Cuts a text into the chapters of a report by what the headings say. What
 * stands before the first is `0`; a chapter that the form does not have and
 * whose number goes on from the one before is `other.1`, `other.2` …; any other
 * numbered line is text, as numbering may start again inside a chapter. A
 * chapter that is headed twice (in a list of contents, over its table) is one.
 */
export function chaptersOf(paragraphs: readonly Paragraph[], words: ChapterWords, labels: Labels): Chapter[] {
  const headings = paragraphs.map((p) => headingOf(p.text, words, labels));
  const style = styleOf(headings);
  const open: Open[] = [{ section: '0', heading: '', page: paragraphs[0]?.page ?? 1, paragraphs: [] }];
  const count = { last: 0, nested: 0, others: 0 };
  for (const [i, paragraph] of paragraphs.entries()) {
    const heading = headings[i];
    const section = heading === null || heading === undefined || heading.style !== style ? null : sectionOf(heading, count);
    if (heading === null || heading === undefined || section === null) {
      open.at(-1)?.paragraphs.push(paragraph);
      continue;
    }
    open.push({ section, heading: heading.heading, page: paragraph.page, paragraphs: heading.rest < paragraph.text.length ? [after(paragraph, heading.rest)] : [] });
  }
  return merged(open).map((chapter) => ({ ...chapter, text: chapter.paragraphs.map((p) => p.text).join('\n') }));
}

/** The id of the section that a heading opens; null where it is text of the one above. */
function sectionOf(heading: Heading, count: { last: number; nested: number; others: number }): string | null {
  if (heading.id !== null) {
    count.last = heading.number;
    count.nested = 0;
    return heading.id;
  }
  if (heading.style === 'none') return null;
  if (heading.number === count.nested + 1 && (count.nested > 0 || count.last > 0)) {
    count.nested = heading.number;
    return null;
  }
  if (heading.number !== count.last + 1) return null;
  count.last = heading.number;
  count.nested = 0;
  count.others += 1;
  return `other.${count.others}`;
}

/** The way in which the chapters are numbered: the one in which most of them are found, 一、 before 1. before none. */
function styleOf(headings: readonly (Heading | null)[]): Style {
  const found = (style: Style): number => new Set(headings.flatMap((h) => (h?.style === style && h.id !== null ? [h.id] : []))).size;
  return (['chinese', 'digits', 'none'] as const).reduce((best, style) => (found(style) > found(best) ? style : best));
}

function headingOf(text: string, words: ChapterWords, labels: Labels): Heading | null {
  const number = numbered.exec(text);
  const from = number?.[0].length ?? 0;
  const chinese = number?.groups?.['part'] ?? number?.groups?.['chinese'];
  const style: Style = number === null ? 'none' : chinese === undefined ? 'digits' : 'chinese';
  const value = chinese === undefined ? Number(number?.groups?.['digits'] ?? 0) : numeral(chinese);
  // 六、其他需要报告的事项：无。 and the page number of a list of contents.
  const named = [text.replace(/[\s.…·。:：]*\d*\s*$/u, '').length, ...ends(text, from)].flatMap((end) => {
    const name = text.slice(from, end).trim();
    const chapter = name.length > longestHeading || name.length < 2 || inBrackets.test(name) ? null : chapterNamed(name, style === 'none' ? 1 : words.match, words, labels);
    return chapter === null ? [] : [{ ...chapter, end }];
  });
  const [best] = named.toSorted((a, b) => b.score - a.score);
  if (best) return { style, number: value, id: best.id, heading: text.slice(0, best.end).trim(), rest: restOf(text, best.end) };
  const isLine = text.length <= longestHeading && !/[。；;，,！!？?]/u.test(text.slice(from));
  return number !== null && isLine ? { style, number: value, id: null, heading: text.trim(), rest: text.length } : null;
}

/** Where a heading may end that more text stands behind. */
const ends = (text: string, from: number): number[] => [...text.slice(0, from + longestHeading).matchAll(/[:：。\s]+/gu)].flatMap((m) => (m.index > from ? [m.index] : []));

function restOf(text: string, end: number): number {
  const rest = text.slice(end);
  return /[\p{L}]/u.test(rest) ? end + (/^[\s:：。、]*/u.exec(rest)?.[0].length ?? 0) : text.length;
}

function chapterNamed(name: string, least: number, { chapters }: ChapterWords, labels: Labels): { readonly id: string; readonly score: number } | null {
  let best: { id: string; score: number } | null = null;
  for (const { id, names } of chapters) {
    const score = labels.best(name, names);
    if (score >= least && score > (best?.score ?? 0)) best = { id, score };
  }
  return best;
}

const digits = '一二三四五六七八九';

/** 一 to 九十九. */
function numeral(chinese: string): number {
  const [tens = '', ones = ''] = chinese.includes('十') ? chinese.split('十') : ['', chinese];
  const ten = chinese.includes('十') ? (tens === '' ? 1 : digits.indexOf(tens) + 1) * 10 : 0;
  return ten + (ones === '' ? 0 : digits.indexOf(ones) + 1);
}

/** A paragraph from a place in its text on. */
function after(paragraph: Paragraph, from: number): Paragraph {
  const last = paragraph.pieces.findLastIndex((piece) => piece.at <= from);
  return { ...paragraph, text: paragraph.text.slice(from), pieces: paragraph.pieces.slice(Math.max(0, last)).map((piece) => ({ ...piece, at: Math.max(0, piece.at - from) })) };
}

/** Each section once, with the heading of its first text. */
function merged(all: readonly Open[]): Open[] {
  const sections = new Map<string, Open>();
  for (const one of all) {
    const known = sections.get(one.section);
    if (known === undefined) sections.set(one.section, one);
    else if (known.paragraphs.length === 0) sections.set(one.section, one);
    else known.paragraphs.push(...one.paragraphs);
  }
  return [...sections.values()].filter((one) => one.section !== '0' || one.paragraphs.length > 0);
}
