import { z } from 'zod';
import { pattern } from '../pattern.js';

const patterns = z.array(pattern);

/** listed-titles.yaml: which titles on a list are reports. */
export const listedTitlesSchema = z.strictObject({
  is: patterns.min(1),
  is_not: patterns,
  unsure: patterns,
  /** On lists whose page bears such a title. */
  column: z.strictObject({ title: pattern, is: patterns, is_not: patterns }),
  /** Characters that stand for the digits 0 to 9. */
  numerals: z.array(z.string().min(1)).length(10),
});

export type ListedTitlesFile = z.infer<typeof listedTitlesSchema>;

/** What a title says of what it names. */
export type TitleVerdict = 'report' | 'unsure' | 'other';

/** Of longer titles no more is looked at, in characters. */
const longest = 300;

/** Tells reports from other things that lists name, by their titles. */
export class ListedTitles {
  readonly #is: readonly RegExp[];
  readonly #isNot: readonly RegExp[];
  readonly #unsure: readonly RegExp[];
  readonly #column: { readonly title: RegExp; readonly is: readonly RegExp[]; readonly isNot: readonly RegExp[] };
  readonly #digits: ReadonlyMap<string, number>;

  /** @param own a source's own patterns, which come before the others */
  constructor(
    private readonly file: ListedTitlesFile,
    private readonly own: { readonly is?: readonly string[] | undefined; readonly is_not?: readonly string[] | undefined } = {},
  ) {
    const regexes = (texts: readonly string[]): readonly RegExp[] => texts.map((text) => new RegExp(text, 'iu'));
    this.#is = regexes(file.is);
    this.#isNot = regexes([...(own.is_not ?? []), ...file.is_not]);
    this.#unsure = regexes(file.unsure);
    this.#column = { title: new RegExp(file.column.title, 'iu'), is: regexes(file.column.is), isNot: regexes(file.column.is_not) };
    this.#digits = new Map(file.numerals.flatMap((characters, digit) => Array.from(characters, (c) => [c, digit] as const)));
  }

  /** The same with a source's own patterns. */
  with(own: { readonly is?: readonly string[] | undefined; readonly is_not?: readonly string[] | undefined }): ListedTitles {
    return new ListedTitles(this.file, own);
  }

  /** @param column the title of the page that lists it */
  verdict(title: string, column: string): TitleVerdict {
    const text = this.#plain(title);
    const fits = (regexes: readonly RegExp[]): boolean => regexes.some((one) => one.test(text));
    if ((this.own.is ?? []).some((one) => new RegExp(one, 'iu').test(text)) && !(this.own.is_not ?? []).some((one) => new RegExp(one, 'iu').test(text))) return 'report';
    if (fits(this.#isNot)) return 'other';
    if (fits(this.#is)) return 'report';
    if (this.#column.title.test(this.#plain(column)) && fits(this.#column.is) && !fits(this.#column.isNot)) return 'report';
    return fits(this.#unsure) ? 'unsure' : 'other';
  }

  /** The year that a title names, where it is one alone; a year with a month is a date. */
  year(title: string): number | undefined {
    const found = [...this.#plain(title).matchAll(/(?<!\d)((?:19|20)\d\d)(?!\d)(?!年?-?\d{1,2}月)(?![-.]\d)/g)].map((m) => Number(m[1]));
    const years = new Set(found);
    return years.size === 1 ? found[0] : undefined;
  }

  /** Without blanks, in half width, numerals of four as digits. */
  #plain(title: string): string {
    const narrow = title.slice(0, longest).normalize('NFKC').replace(/\s+/g, '');
    return narrow.replace(/[\p{Unified_Ideograph}〇○]{4}(?=年)/gu, (four) => {
      const digits = Array.from(four, (c) => this.#digits.get(c));
      return digits.includes(undefined) ? four : digits.join('');
    });
  }
}
