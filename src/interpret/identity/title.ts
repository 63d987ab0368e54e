import { besideDate, reportYears, titleYear, withoutMonths, yearsIn } from './dates.js';
import { anyOf, ending, opening, type IdentityWords } from './words.js';

/** A line of prose of a document, in reading order. */
export interface TextLine {
  /** May hold blanks between its characters. */
  readonly text: string;
  /** From 1. */
  readonly page: number;
  /** Height of the font in points, 0 where it is unknown. */
  readonly size: number;
}

/** The title of a report. */
export interface Title {
  /** As printed, without white space. */
  readonly text: string;
  /** The office as printed; empty where the title names none. */
  readonly issuer: string;
  /** Null where the title names none, or more than one. */
  readonly year: number | null;
  readonly page: number;
  /** The lines it stands on: from the first up to, and without, the last. */
  readonly from: number;
  readonly to: number;
}

/** What the name of an office looks like. */
export interface OfficeNames {
  /** The text begins with the name of a division. */
  hasDivision(text: string): boolean;
  /** The text is the name of an office, with or without its division. */
  isOffice(text: string): boolean;
}

/** What a title says. */
interface Parts {
  readonly issuer: string;
  readonly year: number | null;
}

const searchedLines = 40;
const mostLines = 4;
const longestTitle = 80;

/**
 * The title among the first lines, or null. Of all runs of one to four lines that read as a title, the one that says most
 * (issuer, year) in the largest type; of equals the first. `offices` tells what the name of an office looks like.
 */
export function findTitle(lines: readonly TextLine[], offices: OfficeNames, words: IdentityWords): Title | null {
  const head = lines.slice(0, searchedLines);
  const texts = head.map((line) => plain(line.text));
  const largest = Math.max(...head.map((line) => line.size));
  let best: { title: Title; rank: number } | null = null;
  for (let from = 0; from < head.length; from += 1) {
    const first = head[from];
    if (first === undefined) continue;
    for (let to = from + 1; to <= Math.min(from + mostLines, head.length); to += 1) {
      if (isFurniture(texts[to - 1] ?? '', words) || head[to - 1]?.page !== first.page) break;
      const text = texts.slice(from, to).join('');
      const parts = titleParts(text, offices, words);
      if (parts === null) continue;
      const placed = offices.hasDivision(parts.issuer);
      const sizes = head.slice(from, to).map((line) => line.size);
      if (to > from + 1 && !placed && (!offices.isOffice(parts.issuer) || Math.max(...sizes) > 1.3 * Math.min(...sizes))) continue;
      const rank = (parts.year === null ? 0 : 4) + (parts.issuer === '' ? 0 : 2) + (placed ? 3 : 0) + (Math.max(...sizes) >= 0.95 * largest ? 3 : 0) - (to - from) * 0.1;
      if (best === null || rank > best.rank) best = { title: { text, ...parts, page: first.page, from, to }, rank };
    }
  }
  return best?.title ?? null;
}

/** A line without white space, in the forms of compatibility that every reader already gives. */
export function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u200b\ufeff]+/g, '');
}

/** No part of a title: a long line, a breadcrumb, a date, the number of a document, a line of a table of contents, a numbered heading. */
export function isFurniture(text: string, words: IdentityWords): boolean {
  if (text.length > longestTitle || !/\p{L}/u.test(text) || text.includes('〔') || /^附件\d*:?$/.test(text) || /[.·…]{2,}\d*$/.test(text)) return true;
  if (/^(?:[\p{L}\d]{1,2}[、.]|\([\p{L}\d]\))/u.test(text)) return true;
  if (words.title.furniture.some((word) => text === word || (text.includes(word) && /[>›»|:]/.test(text)))) return true;
  const beside = besideDate(text, words);
  return beside !== null && (beside === '' || beside.includes(':'));
}

/** A line, or what brackets hold, that is nothing but a year or several: (2020年度), 2020年度; 2020年 only in brackets. */
export function isYear(text: string, words: IdentityWords): boolean {
  const inner = /^[([【〔](.*)[)\]】〕]$/.exec(text)?.[1];
  return new RegExp(`^${reportYears(words)}$`, 'u').test(inner ?? text) && (inner !== undefined || text.endsWith('度'));
}

/** What a text says where it reads as the title of a report; null where it does not. */
function titleParts(text: string, offices: OfficeNames, words: IdentityWords): Parts | null {
  const bare = text.replace(/^附件\d*[::]?/, '').replace(/[《》]/g, '');
  if (bare.length > longestTitle || /[,。;?!:]/.test(bare) || opening(bare, words.title.sentence_openings) !== '') return null;
  const note = /\(([^()]*)\)$/.exec(bare)?.[1] ?? '';
  const body = withoutMonths(note === '' ? bare : bare.slice(0, bare.length - note.length - 2), words);
  const year = reportYears(words);
  const { subjects, between, endings } = words.title;
  const shape = new RegExp(`^(.*?)${anyOf(subjects)}(?:${anyOf(between)}|${year}|${numberAlone})*${anyOf(endings)}(?:${numberAlone})?$`, 'u').exec(body);
  if (shape === null) return null;
  const [, before = ''] = shape;
  const issuer = issuerOf(before, words);
  const dated = yearsIn(body, words).length === 0 && isYear(`(${note})`, words) ? note : body;
  const isIssuer = issuer === '' && yearsIn(note, words).length === 0 && (offices.hasDivision(note) || offices.isOffice(note));
  const named = titleYear(dated, words);
  return { issuer: isIssuer ? note : issuer, year: named === null && yearsIn(bare, words).length === 0 ? yearAlone(before, body.slice(before.length), note) : named };
}

/** A year without its 年. */
const numberAlone = '(?<!\\d)20\\d\\d(?![\\d年.-])';

/** The year that is printed without its 年, as the bracket behind a title, or at an end of what stands before its subject or of the whole; null where there are none or several. */
function yearAlone(before: string, subject: string, note: string): number | null {
  const alone = [...(/^20\d\d$/.test(note) ? [note] : []), ...(subject.match(new RegExp(numberAlone, 'gu')) ?? []), ...[/^[([【]?(20\d\d)(?!\d|[)\]】]?\d*号)/u, /(?<!\d)(20\d\d)$/u].flatMap((at) => at.exec(before)?.[1] ?? [])];
  const years = new Set(alone.map(Number));
  return years.size === 1 ? ([...years][0] ?? null) : null;
}

/** The office in what stands before the subject of a title: without the year, the words and the signs around the name. */
function issuerOf(before: string, words: IdentityWords): string {
  let text = before.replace(new RegExp(`[(]?${reportYears(words)}[)]?|(?<!\\d)\\d\\d年度?|(?:20\\d\\d[-—–~至])?20\\d\\d学年度?`, 'gu'), '').replace(new RegExp(`^[([【]?${numberAlone}|${numberAlone}$`, 'gu'), '');
  for (;;) {
    const first = opening(text, words.title.before_issuer);
    const last = ending(text, words.title.after_issuer);
    const kept = text.slice(first.length, text.length - last.length).replace(/^(?:[【[][^【[\]】]*[\]】]|[-—–_·・.、)\]】])+(?=.)|[-—–_·・.、]+$/gu, '').replace(/^\(([^()]*)\)$/u, '$1');
    if (kept === text) break;
    text = kept;
  }
  if (!/\p{L}/u.test(text)) return '';
  // 洪泽区人民|政府信息公开
  return text.endsWith('人民') ? `${text}政府` : text;
}
