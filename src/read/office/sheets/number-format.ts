/** A number as a spreadsheet shows it. */
export interface ShownNumber {
  readonly text: string;
  /** What is shown does not tell the number for sure: a date, a fraction, a zero that is hidden, digits among the letters of the format. */
  readonly unclear: boolean;
}

/** The formats that files name by a number and do not write out (ECMA-376, 18.8.30), with those of Chinese systems. */
const builtIn: Readonly<Record<number, string>> = {
  0: 'General', 1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 5: '"¥"#,##0;"¥"-#,##0', 6: '"¥"#,##0;"¥"-#,##0', 7: '"¥"#,##0.00;"¥"-#,##0.00', 8: '"¥"#,##0.00;"¥"-#,##0.00',
  9: '0%', 10: '0.00%', 11: '0.00E+00', 12: '# ?/?', 13: '# ??/??', 14: 'yyyy/m/d', 15: 'd-mmm-yy', 16: 'd-mmm', 17: 'mmm-yy', 18: 'h:mm', 19: 'h:mm:ss', 20: 'h:mm', 21: 'h:mm:ss', 22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"', 28: 'm"月"d"日"', 29: 'm"月"d"日"', 30: 'm-d-yy', 31: 'yyyy"年"m"月"d"日"', 32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"', 34: 'h"时"mm"分"', 35: 'h"时"mm"分"ss"秒"', 36: 'yyyy"年"m"月"',
  37: '#,##0;-#,##0', 38: '#,##0;-#,##0', 39: '#,##0.00;-#,##0.00', 40: '#,##0.00;-#,##0.00', 41: '#,##0;-#,##0;"-"', 42: '"¥"#,##0;"¥"-#,##0;"-"', 43: '#,##0.00;-#,##0.00;"-"', 44: '"¥"#,##0.00;"¥"-#,##0.00;"-"', 45: 'mm:ss', 46: '[h]:mm:ss', 47: 'mm:ss.0', 48: '##0.0E+0', 49: '@',
  50: 'yyyy"年"m"月"', 51: 'm"月"d"日"', 52: 'yyyy"年"m"月"', 53: 'm"月"d"日"', 54: 'm"月"d"日"', 55: 'h"时"mm"分"', 56: 'h"时"mm"分"ss"秒"', 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
};

/** A format by its number; null where only the file could tell what it is, and does not. */
export const builtInFormat = (id: number): string | null => builtIn[id] ?? null;

/** A part of a format that stands for itself: quoted, escaped, in brackets, the room of a character (`_x`), a filler (`*x`). */
const literal = /"([^"]*)"?|\\(.)|\[([^\]]*)\]?|_(.)|\*(.)/gu;

/**
 * A number as a cell of this format shows it (ECMA-376, 18.8.31): rounded, in
 * thousands, with the letters around it. `from1904`: days are counted from 1904.
 */
export function shownNumber(value: number, format: string, from1904: boolean): ShownNumber {
  const sections = sectionsOf(format);
  const general = { text: plain(value), unclear: Math.abs(value) >= 1e15 };
  if (sections.some((s) => /\[\s*[<>=]/.test(s))) return { ...general, unclear: true };
  const at = sections.length > 1 && value < 0 ? 1 : sections.length > 2 && value === 0 ? 2 : 0;
  const section = sections[at] ?? '';
  const bare = section.replace(literal, (_, quoted?: string, escaped?: string, bracketed?: string) => (bracketed !== undefined && /^(?:h+|m+|s+)$/i.test(bracketed) ? 'h' : ''));
  if (/^\s*(?:general|@)?\s*$/i.test(bare) && (bare.trim() !== '' || section === '') && sections.length === 1) return literalsOf(section).trim() === '' && !/dbnum/i.test(section) ? general : { ...general, unclear: true };
  if (/[ymdhseg]/i.test(bare.replace(/general|e[+-]/gi, ''))) return { text: dateText(value, bare, from1904), unclear: true };
  if (/general|[@/]|e[+-]|dbnum/i.test(section)) return { ...general, unclear: true };
  return inPattern(at === 1 ? -value : value, section);
}

/** The sections of a format, for numbers above, below and at zero, parted by semicolons. */
function sectionsOf(format: string): string[] {
  const sections = [''];
  for (const [part] of format.matchAll(/"[^"]*"?|\\.|\[[^\]]*\]?|[_*].|[\s\S]/gu)) {
    if (part === ';') sections.push('');
    else sections.push((sections.pop() ?? '') + part);
  }
  return sections.length > 1 && sections.at(-1) === '' && sections.length === 2 ? [sections[0] ?? '', ''] : sections;
}

/** The letters that a section shows beside digits. */
const literalsOf = (section: string): string =>
  [...section.matchAll(literal)].map(([, quoted, escaped, bracketed]) => quoted ?? escaped ?? (bracketed?.startsWith('$') ? bracketed.slice(1).replace(/-[^-]*$/, '') : '')).join('');

/** A number in a section of places (`0`, `#`, `?`), a point, commas, a percent sign and letters. */
function inPattern(value: number, section: string): ShownNumber {
  const marks: string[] = [];
  // What stands for itself is set aside, so that it is not taken for a place.
  const pattern = section.replace(literal, (whole) => {
    marks.push(literalsOf(whole));
    return '\ue000';
  });
  const places = /[0#?.,]+/.exec(pattern)?.[0] ?? '';
  const [before = '', ...after] = places === '' ? [pattern] : pattern.split(places);
  const rest = after.join(places);
  const letters = marks.join('');
  const scale = /,+(?=\.|$)/.exec(places)?.[0].length ?? 0;
  const percents = pattern.split('%').length - 1;
  const [whole = '', decimals = ''] = places.split('.');
  const digits = rounded(value * 100 ** percents * 1000 ** -scale, decimals.replaceAll(',', '').length);
  const shown = laidOut(digits, whole.replace(/,+$/, ''), decimals);
  let mark = 0;
  const filled = (text: string): string => text.replace(/\ue000/g, () => marks[mark++] ?? '');
  const text = `${filled(before)}${places === '' ? '' : shown}${filled(rest)}`.trim();
  return { text, unclear: !/\d/.test(shown) || places === '' || /[\d()（）]/.test(letters + before + rest) || /[0#?]/.test(rest) };
}

/** Digits in places: as many before the point as have a `0`, as many behind it as are not `#` and 0. */
function laidOut(digits: string, whole: string, decimals: string): string {
  const negative = digits.startsWith('-');
  const [integer = '', fraction = ''] = digits.replace('-', '').split('.');
  const least = (whole.match(/0/g) ?? []).length;
  const padded = (integer === '0' ? '' : integer).padStart(least, '0');
  const grouped = whole.includes(',') ? padded.replace(/\B(?=(?:\d{3})+$)/g, ',') : padded;
  const kept = Math.max(decimals.lastIndexOf('0'), decimals.lastIndexOf('?')) + 1;
  const tail = fraction.slice(0, kept) + fraction.slice(kept).replace(/0+$/, '');
  const shown = `${grouped}${tail === '' ? '' : `.${tail}`}`;
  return negative && /[1-9]/.test(shown) ? `-${shown}` : shown;
}

/** As many digits as a spreadsheet keeps of a number. */
const keptDigits = 15;

/** A number with as many digits behind its point, halves away from zero, as a spreadsheet rounds. */
function rounded(value: number, decimals: number): string {
  const exact = plain(value);
  const [integer = '0', fraction = ''] = exact.replace('-', '').split('.');
  const all = BigInt(`${integer}${fraction.padEnd(decimals, '0').slice(0, decimals)}`) + ((fraction[decimals] ?? '0') >= '5' ? 1n : 0n);
  const text = String(all).padStart(decimals + 1, '0');
  return `${value < 0 ? '-' : ''}${decimals === 0 ? text : `${text.slice(0, -decimals)}.${text.slice(-decimals)}`}`;
}

/** A number without exponent, and without what binary fractions add at its end. */
function plain(value: number): string {
  const kept = Number(value.toPrecision(keptDigits));
  const text = String(kept);
  return text.includes('e') ? kept.toFixed(20).replace(/\.?0+$/, '') : text;
}

/** Days from the first day of either count to that of Unix; 1900 is taken for a leap year by spreadsheets. */
const unixDay = { from1900: 25_569, from1904: 24_107 };

/** A date in the parts that its format shows. */
function dateText(value: number, format: string, from1904: boolean): string {
  const date = new Date(Math.round((value - (from1904 ? unixDay.from1904 : unixDay.from1900)) * 86_400_000));
  if (Number.isNaN(date.getTime())) return plain(value);
  const has = (part: RegExp): boolean => part.test(format);
  const isTime = has(/[hs]/i);
  const day = `${has(/[ye]/i) ? `${String(date.getUTCFullYear())}年` : ''}${has(/m/i) && (!isTime || has(/[yd]/i)) ? `${String(date.getUTCMonth() + 1)}月` : ''}${has(/d/i) ? `${String(date.getUTCDate())}日` : ''}`;
  const time = isTime ? date.toISOString().slice(11, 16) : '';
  return [day, time].filter((part) => part !== '').join(' ');
}
