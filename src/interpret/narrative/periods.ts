import type { NarrativeSource } from './schema.js';

/** What a number is of: the report's year, surely or perhaps, what there was at its end, a part of it, or something else. */
export type Period = 'this' | 'perhaps' | 'end' | 'part' | 'other';

type Kind = 'this' | 'other' | 'all' | 'since' | 'end' | 'part' | 'later';

interface Mark {
  readonly at: number;
  readonly to: number;
  readonly kind: Kind;
  /** It says itself that it is of several years: 历年. */
  readonly isOfYears?: true;
  /** It names a year that nobody can compare, for the report's own is not known. */
  readonly open?: true;
}

const chineseDigits = '〇一二三四五六七八九';
const yearPattern = /(?<!\d)(?<digits>(?:19|20)\d\d)年|(?<chinese>[一二][〇○零一二三四五六七八九]{3})年/gu;
const spanOfYears = /(?<!\d)(?:19|20)\d\d年?(?:度)?[-~—–至到](?:19|20)\d\d年/gu;
/** All of a year: 自2012年1月1日起至2012年12月31日止. */
const wholeYear = /自?(?<year>(?:19|20)\d\d)年0?1月0?1日起?[至到](?:\k<year>年)?12月31日(?:止|期间)?/gu;
/** 截至2009年12月31日: the year in it is no year that the number is of. */
const dated = '(?:(?:(?:19|20)\\d\\d年)?\\d{1,2}月(?:\\d{1,2}日|底|末|份)?|[^,;:。()]{0,16}?(?:日|底|末|年))';
/** 到2008年底, and 2008年底 alone. */
const upTo = /[到至](?:19|20)\d\d年(?:年?底|末|\d{1,2}月)|(?:19|20)\d\d年(?:年?底|末)/gu;

/** 截至12月31日, 截至今年12月 or 截至年底, without a year, is the end of the report's own. */
const yearsEnd = /^截[至止]到?(?:今年|本年度?|当年)?(?:12月(?:31日|底|末|份)?(?!\d)|年底|年末)/u;

/** … and with its year: what the year's requests had come to by then, or all that there was since the beginning. */
const endOfYear = /^(?:截[至止]到?|[到至])(?<year>(?:19|20)\d\d)年(?:年?底|末|12月(?:31日|底))/u;

/** The year and the month of a date that something is told up to. */
const month = /(?:(?<year>(?:19|20)\d\d)年)?(?<month>\d{1,2})月/u;

/** Tells of which year the numbers of a sentence are, by the last word on it that stands before them. */
export class Periods {
  readonly #words: readonly { readonly kind: Kind; readonly expression: RegExp }[];
  readonly #goesOn: RegExp;

  constructor(words: NarrativeSource['periods']) {
    const any = (list: readonly string[], more = ''): RegExp => new RegExp(`(?:${list.toSorted((a, b) => b.length - a.length).join('|')})${more}`, 'gu');
    this.#words = [
      { kind: 'since', expression: any(words.since, `(?:${dated})?`) },
      { kind: 'since', expression: upTo },
      { kind: 'all', expression: any(words.all) },
      { kind: 'other', expression: any(words.other) },
      { kind: 'part', expression: any(words.part) },
      { kind: 'later', expression: any(words.later) },
      { kind: 'this', expression: any(words.this) },
    ];
    this.#goesOn = new RegExp(`^(?:${words.goes_on.join('|')})`, 'u');
  }

  /**
   * The period at a place in a sentence. `before` is the one that the sentence
   * before ended with: it counts for a sentence that goes on from it (其中…), and
   * one that says no period of its own may go on from another year's.
   */
  at(sentence: string, place: number, year: number | null, before: Period): Period {
    let period: Period = this.#goesOn.test(sentence) || before === 'this' || before === 'end' ? before : 'perhaps';
    let thisAt = -1;
    for (const { at, kind, open, isOfYears } of this.#marks(sentence, year)) {
      if (at >= place) break;
      if (kind === 'this') {
        period = open ? 'perhaps' : 'this';
        thisAt = at;
      } else if (kind === 'all') {
        // 本年度累计公开70条 is of the year, and 2013年,我局累计公开70条; what another clause parts from the year is not.
        const between = sentence.slice(thisAt, at);
        const isOfTheYear = thisAt >= 0 && period === 'this' && !/[;。()]|[,:][^,:]*[,:]/u.test(between) && (!/[,:]/u.test(between) || !isOfYears);
        if (!isOfTheYear) period = 'other';
      } else if (kind === 'since') period = 'perhaps';
      else if (kind === 'part' || kind === 'end') period = kind;
      else period = 'other';
    }
    return period;
  }

  #marks(sentence: string, year: number | null): Mark[] {
    const spans = [...sentence.matchAll(spanOfYears)].map((m): Mark => ({ at: m.index, to: m.index + m[0].length, kind: 'all', isOfYears: true }));
    const ofYear = (at: number, to: number, told: number): Mark => ({ at, to, ...(year === null ? { kind: 'this' as const, open: true as const } : { kind: told === year ? ('this' as const) : told < year ? ('other' as const) : ('later' as const) }) });
    const whole = [...sentence.matchAll(wholeYear)].map((m) => ofYear(m.index, m.index + m[0].length, Number(m.groups?.['year'])));
    const words = this.#words.flatMap(({ kind, expression }) => [...sentence.matchAll(expression)].map((m): Mark => ({ at: m.index, to: m.index + m[0].length, kind: kind === 'since' ? sinceWhen(sentence.slice(m.index), m[0], year) : kind, ...(m[0].includes('历') || m[0].startsWith('总') ? { isOfYears: true as const } : {}) })));
    const years = [...sentence.matchAll(yearPattern)].map((m): Mark => {
      const told = Number(m.groups?.['digits'] ?? Array.from(m.groups?.['chinese'] ?? '', (c) => chineseDigits.indexOf(c.replace(/[○零]/u, '〇'))).join(''));
      return ofYear(m.index, m.index + m[0].length, told);
    });
    const kept: Mark[] = [];
    for (const mark of [...whole, ...spans, ...words.filter((m) => m.kind !== 'since' || !isOfTheYear(sentence, m.at, year)), ...years]) if (!kept.some((k) => mark.at < k.to && mark.to > k.at)) kept.push(mark);
    return kept.sort((a, b) => a.at - b.at);
  }
}

/** 截至12月31日; 2012年以来 in the report of that year. */
const isOfTheYear = (sentence: string, at: number, year: number | null): boolean => yearsEnd.test(sentence.slice(at)) || (year !== null && new RegExp(`${year}年度?$`, 'u').test(sentence.slice(0, at)) && sentence.startsWith('以来', at));

/** 截至2012年12月31日 is the end of the report's year, 截至2012年6月30日 leaves it out; what else is told up to a date may be of any time. */
function sinceWhen(sentence: string, words: string, year: number | null): 'since' | 'end' | 'part' {
  if (year !== null && Number(endOfYear.exec(sentence)?.groups?.['year']) === year) return 'end';
  return endsWithin(words, year) ? 'part' : 'since';
}

function endsWithin(words: string, year: number | null): boolean {
  const date = month.exec(words)?.groups;
  return date !== undefined && Number(date['month']) < 12 && (date['year'] === undefined || year === null || Number(date['year']) <= year);
}
