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

/** The years of reports that a text names, each once. A range (2019-2020年) names both. */
export function yearsIn(text: string, words: IdentityWords): readonly number[] {
  const year = yearSource(words);
  const found: number[] = [];
  for (const match of text.matchAll(new RegExp(`(?:(${year})年?(?:度)?[-—~至、和])?(${year})年(?!\\d{1,2}月)`, 'gu'))) {
    for (const printed of [match[1], match[2]]) if (printed !== undefined) found.push(numberOf(printed, words));
  }
  return [...new Set(found)];
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
