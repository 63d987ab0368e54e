import { besideDate, isoDate } from './dates.js';
import { isFurniture, plain, type OfficeNames, type TextLine, type Title } from './title.js';
import { anyOf, type IdentityWords } from './words.js';

/** An office and a date that a document prints outside its title; each empty where it prints none. */
export interface Signature {
  readonly issuer: string;
  /** ISO 8601. */
  readonly published: string;
}

const endLines = 12;
const headLines = 8;
const longestOffice = 40;

/** The signature at the end: a date on a line of its own, or behind the office, and the office on the one or two lines before. */
export function signatureAtEnd(lines: readonly TextLine[], offices: OfficeNames, words: IdentityWords): Signature {
  const texts = lines.slice(-endLines).map((line) => plain(line.text)).filter((text) => /\p{L}|\d{4}/u.test(text));
  const isSigned = (text: string): boolean => text.length <= longestOffice && !/[,。;:]/.test(text) && offices.isOffice(text);
  for (let at = texts.length - 1; at >= 0; at -= 1) {
    const beside = besideDate(texts[at] ?? '', words);
    if (beside === null || (beside !== '' && !isSigned(beside))) continue;
    const before = [texts[at - 1] ?? '', (texts[at - 2] ?? '') + (texts[at - 1] ?? '')];
    const issuer = beside !== '' ? beside : (before.reverse().find((text) => isSigned(text) && offices.hasDivision(text)) ?? before.find(isSigned) ?? '');
    return { issuer, published: isoDate(texts[at] ?? '', words) };
  }
  const last = texts.at(-1) ?? '';
  return { issuer: isSigned(last) && offices.hasDivision(last) ? last : '', published: '' };
}

/** What stands around the title: 发布日期：2020-01-15, a date of its own, the office on a line below. */
export function underTitle(lines: readonly TextLine[], title: Title | null, offices: OfficeNames, words: IdentityWords): Signature {
  const to = title?.to ?? 0;
  const texts = lines.slice(0, to + headLines).map((line) => plain(line.text));
  const label = new RegExp(`(?<!\\p{L})${anyOf(words.prose.published)}:(?=\\d|二)`, 'u');
  const dated = texts.filter((text, at) => label.test(text) || (at >= to && besideDate(text, words) === ''));
  const below = texts.slice(to, title === null ? to : to + 2).find((text) => text.length <= longestOffice && !isFurniture(text, words) && !/[,。;:]/.test(text) && offices.isOffice(text));
  const text = dated.find((each) => label.test(each)) ?? dated[0] ?? '';
  return { issuer: below ?? '', published: isoDate(text.slice(label.exec(text)?.index ?? 0), words) };
}

/** The office that the first paragraphs name as the one that made the report or answers questions about it. */
export function officeInProse(prose: string, offices: OfficeNames, words: IdentityWords): string {
  for (const pattern of words.prose.issuers) {
    const dated = pattern.replace('<year>', '(?:20\\d\\d)年度?');
    // A name may begin anywhere: it is looked for only where the words around it are said at all.
    if (!dated.split('<issuer>').every((words) => new RegExp(words, 'u').test(prose))) continue;
    const source = dated.replace('<issuer>', `([\\p{L}()]{3,${String(longestOffice)}}?)`);
    for (const match of prose.matchAll(new RegExp(source, 'gu'))) {
      const found = match[1] ?? '';
      if (offices.hasDivision(found) && offices.isOffice(found)) return found;
    }
  }
  return '';
}
