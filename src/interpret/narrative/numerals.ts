const digits: Readonly<Record<string, number>> = { 零: 0, 〇: 0, '○': 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
/** As on a cheque; read as the plain ones. */
const formal: Readonly<Record<string, string>> = { 壹: '一', 贰: '二', 叁: '三', 肆: '四', 伍: '五', 陆: '六', 柒: '七', 捌: '八', 玖: '九', 拾: '十', 佰: '百', 仟: '千' };
const places: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** The characters of a numeral, for a class of a regular expression. */
export const numeralCharacters = `${[digits, places, formal].flatMap((signs) => Object.keys(signs)).join('')}万`;

/**
 * The number that a Chinese numeral tells; null where it is none, or tells no
 * single one: 三五 is from three to five, 一百二 may be 120 or 102.
 */
export function numeral(text: string): number | null {
  const parts = Array.from(text, (c) => formal[c] ?? c).join('').split('万');
  if (parts.length > 2) return null;
  const [high = '', low] = parts;
  if (low === undefined) return belowTenThousand(high);
  const tens = belowTenThousand(high);
  if (tens === null || tens === 0) return null;
  if (low === '') return tens * 10_000;
  const rest = belowTenThousand(low);
  // 三万二: colloquial for 32,000. 三万零二十 has the 零 that a gap wants.
  if (rest === null || rest === 0 || (low.length === 1 && rest < 10)) return null;
  return tens * 10_000 + rest;
}

function belowTenThousand(text: string): number | null {
  if (text === '') return null;
  const positional = Array.from(text).every((c) => c in digits);
  // 一〇五 is 105, 二三 is 二 or 三.
  if (positional) return text.length === 1 || (text.length >= 3 && /[零〇○]/u.test(text) && !/^[零〇○]/u.test(text)) ? Number(Array.from(text, (c) => digits[c]).join('')) : null;
  const grouped = /^(?:(?<thousands>[一二两三四五六七八九])千)?(?<gap1>[零〇○])?(?:(?<hundreds>[一二两三四五六七八九])百)?(?<gap2>[零〇○])?(?:(?<tens>[一二两三四五六七八九])?(?<ten>十))?(?<gap3>[零〇○])?(?<ones>[一二三四五六七八九])?$/u.exec(text)?.groups;
  if (!grouped) return null;
  const { thousands, hundreds, tens, ten, ones, gap1, gap2, gap3 } = grouped;
  const value = (character: string | undefined): number => (character === undefined ? 0 : (digits[character] ?? 0));
  const hasGap = [gap1, gap2, gap3].some((gap) => gap !== undefined);
  // 一百二 and 三千五 leave out the place that they mean.
  if (ones !== undefined && ten === undefined && (thousands !== undefined || hundreds !== undefined) && !hasGap) return null;
  return value(thousands) * 1000 + value(hundreds) * 100 + (ten === undefined ? 0 : (tens === undefined ? 1 : value(tens)) * 10) + value(ones);
}
