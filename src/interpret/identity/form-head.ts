import { yearsIn } from './dates.js';
import { plain, type OfficeNames, type TextLine } from './title.js';
import { anyOf, type IdentityWords } from './words.js';

/** What the lines above a form say that stands by itself, without a report; empty and null where they say nothing. */
export interface FormHead {
  readonly issuer: string;
  readonly year: number | null;
}

/** So many lines below its title a form may have its year. */
const linesBelow = 2;
const longestLine = 40;

/** The office and the year over a form: 政府信息公开情况统计表, （2015年度）, 填报单位（盖章）：新郑市统计局. */
export function formHead(lines: readonly TextLine[], offices: OfficeNames, words: IdentityWords): FormHead {
  const { titles, filled_by: filledBy } = words.forms;
  const texts = lines.map(({ text }) => plain(text));
  const at = texts.findIndex((text) => text.length <= longestLine && new RegExp(`${anyOf(titles)}(?:\\(|$)`, 'u').test(text));
  // A year alone in its line, in brackets or not, or behind the title.
  const below = texts.slice(at + 1, at + 1 + linesBelow).find((text) => /^\(?[^()]{4,8}年度?\)?$/u.test(text)) ?? '';
  const [year = null, ...others] = at < 0 ? [] : yearsIn(`${texts[at] ?? ''} ${below}`, words);
  const label = new RegExp(`^${anyOf(filledBy)}(?:\\([^()]*\\))?:(?<office>[\\p{L}()]+?)(?:\\((?:盖章|公章|章)\\)|(?![\\p{L}()]))`, 'u');
  const named = texts.flatMap((text) => label.exec(text)?.groups?.['office'] ?? []).find((name) => offices.isOffice(name));
  return { issuer: named ?? '', year: others.length === 0 ? year : null };
}
