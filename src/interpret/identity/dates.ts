import { anyOf, type IdentityWords } from './words.js';

/** A year as printed: 2019, 二〇一九, 二○一九, 二零一九, two thousand and up. */
function yearSource(words: IdentityWords): string {
  const digit = anyOf(Object.keys(words.numerals.digits));
  return `(?<![\\d${Object.keys(words.numerals.digits).join('')}])(?:20\\d\\d|二${digit}{3})`;
}

/** The source of a regular expression for the year of a report with its 年 or 年度: never the year of a date. */
export function reportYear(words: IdentityWords): string {
  return `(?:${yearSource(words)}年度?(?!\\d{1,2}月))`;
}

const between = '(?:[-‐‑‒–—―−─~～〜至到、和及与暨/&+·.]|以及)';

/**
 * The source of a regular expression for one year of a report or a row of them, of which only the last needs a 年:
 * 2019–2020年, 2019年至2020年, 2018、2019和2020年, 20202021年.
 */
export function reportYears(words: IdentityWords): string {
  const next = `(?:20\\d\\d|二${anyOf(Object.keys(words.numerals.digits))}{3})`;
  const row = `${yearSource(words)}(?:年度?)?(?:(?:${between}*${next}(?:年度?)?)*${between}*${next})年度?`;
  return `(?:${row}(?!\\d{1,2}月)|${reportYear(words)})`;
}

/** The text with the months of a whole year left out (2021年1-12月: 2021年), and without dates of a part of one. */
export function withoutMonths(text: string, words: IdentityWords): string {
  const year = yearSource(words);
  const day = '(?:\\d{1,2}日)?';
  const whole = new RegExp(`(${year}年)0?1月?(?:1日)?${between}+12月(?:31日)?(?:份)?`, 'gu');
  const part = new RegExp(`${year}年\\d{1,2}(?:月${day}${between}+(?:${year}年)?\\d{1,2}|${between}+\\d{1,2})?月${day}(?:份|${anyOf(words.title.after_date)})*`, 'gu');
  return text.replace(whole, '$1').replace(part, '');
}

/** The years of reports that a text names, each once. A range (2019-2020年) names both. */
export function yearsIn(text: string, words: IdentityWords): readonly number[] {
  const rows = [...withoutMonths(text, words).matchAll(new RegExp(reportYears(words), 'gu'))].map(([row]) => row);
  const year = new RegExp(`20\\d\\d|二${anyOf(Object.keys(words.numerals.digits))}{3}`, 'gu');
  return [...new Set(rows.flatMap((row) => [...row.matchAll(year)].map(([printed]) => numberOf(printed, words))))];
}

/**
 * The year that a title is about; null where it names none or several. Of 2022年…2021年度…, published in the year after,
 * it is the one of the 年度.
 */
export function titleYear(text: string, words: IdentityWords): number | null {
  const years = yearsIn(text, words);
  const [first, second] = years;
  if (years.length < 2 || first === undefined || second === undefined) return first ?? null;
  const rows = [...withoutMonths(text, words).matchAll(new RegExp(reportYears(words), 'gu'))].map(([row]) => row);
  const isPublished = years.length === 2 && rows.length === 2 && first === second + 1 && rows[0]?.endsWith('年') && rows[1]?.endsWith('年度');
  return isPublished === true ? second : null;
}

/**
 * The year of the statistical period (统计期限自2024年1月1日起至2024年12月31日止), or null. A period that ends in another
 * year than it begins in is of no year.
 */
export function periodYear(text: string, words: IdentityWords): number | null {
  const year = `(${yearSource(words)})年`;
  const day = '[\\d一二十]+月(?:[\\d一二三十]+日)?';
  const period = new RegExp(`${anyOf(words.prose.period)}[^。]{0,30}?${year}${day}起?(?:[,、]?至|到|[-—~]+)(?:${year})?${day}`, 'u').exec(text);
  const [, first, last] = period ?? [];
  if (first === undefined) return null;
  const begins = numberOf(first, words);
  return last === undefined || numberOf(last, words) === begins ? begins : null;
}

/** A date in full; its groups are year, month and day. */
function datePattern(words: IdentityWords): string {
  const numeral = `[${Object.keys(words.numerals.digits).join('')}${Object.keys(words.numerals.tens).join('')}\\d]{1,3}`;
  return `(${yearSource(words)})(?:年|[-/.])(${numeral})(?:月|[-/.])(${numeral})(?:日|(?!\\d))`;
}

/** The first date that a text prints in full, as ISO 8601; empty where there is none, or a day that the calendar does not have. */
export function isoDate(text: string, words: IdentityWords): string {
  const match = new RegExp(datePattern(words), 'u').exec(text);
  const [year, month, day] = (match?.slice(1) ?? []).map((printed) => numberOf(printed, words));
  if (year === undefined || month === undefined || day === undefined) return '';
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : '';
}

/** What is left of a line without its date, the time of day and the brackets around them; null where it has no full date. */
export function besideDate(text: string, words: IdentityWords): string | null {
  const date = new RegExp(`[([【]?${datePattern(words)}(?:\\d{1,2}:\\d\\d(?::\\d\\d)?)?[)\\]】]?`, 'u');
  return date.test(text) ? text.replace(date, '') : null;
}

/** 2019, 二〇一九 digit by digit; 十五, 二十三, 廿一 by tens. */
function numberOf(printed: string, words: IdentityWords): number {
  if (/^\d+$/.test(printed)) return Number(printed);
  const { digits, tens } = words.numerals;
  let value = 0;
  for (const character of printed) {
    const ten = tens[character];
    if (ten !== undefined) value = ten === 10 ? Math.max(value, 1) * 10 : value + ten;
    else if (Object.keys(tens).some((each) => printed.includes(each))) value += digits[character] ?? Number(character);
    else value = value * 10 + (digits[character] ?? Number(character));
  }
  return value;
}
