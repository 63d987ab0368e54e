import { withoutRemarks } from './brackets.js';
import { codedText, numberAt, numberSign, setAside } from './coded-text.js';
import { asOwnSystem, nameIn, withoutField } from './office-names.js';
import { clauseEnd, clauseStart, Offices, wordsOf, type Whose } from './offices.js';
import { PatternMaker } from './pattern-maker.js';
import { toldIndicator, type ToldIndicator, type ToldPattern } from './patterns.js';
import { Periods, type Period } from './periods.js';
import { eachBehindItsLabel } from './respectively.js';
import type { NarrativeSource } from './schema.js';
import type { Sentence } from './sentences.js';
import { numberFinder, type ToldNumber } from './told-numbers.js';
import { Understanding } from './understanding.js';

/** Why a number is not vouched for. */
export type Doubt = 'approximate' | 'period' | 'office' | 'wording' | 'part' | 'whole' | 'scan';

/** A number of a sentence, where nothing sets it aside. */
export interface Standing {
  /** Its place among the characters of the sentence as it is read. */
  readonly at: number;
  readonly value: string;
  readonly unit: string;
}

/** What a sentence says of an indicator. */
export interface Statement {
  readonly indicator: string;
  readonly value: string;
  readonly unit: string;
  /** The words that say so, as far as the number. */
  readonly label: string;
  readonly sentence: Sentence;
  /** It stands behind 其中: it may be a part of what was told before. */
  readonly isAmong: boolean;
  readonly doubts: readonly Doubt[];
  /** Where its number stands, or the words end that say there is none. */
  readonly at: number;
  /** Its sentence as it is read, from the semicolon before it to its end. */
  readonly stretch: string;
  /** All numbers of its sentence, in their order. */
  readonly numbers: readonly Standing[];
  /** It is told only where a sum proves it. */
  readonly isLoose: boolean;
  /** It has no number of its own: it is as much as that indicator's (全部申请均已办结). */
  readonly allOf?: string;
  /** … and does not say of what: 均予以公开. */
  readonly isOfLast?: true;
  /** … and of one alone: 1件,系以信函提出. */
  readonly isOfOne?: true;
}

/** Of whom and when a report tells. */
export interface About {
  readonly year: number | null;
  /** As printed, without white space; empty where it is not known. */
  readonly issuer: string;
}

/** A label behind a word that joins it to another one, which has no number of its own: the number is of both. */
const joined = /[^,;:。()!?\u0000\ue000-\uf8ff](?:、|以及|和|及|与|或者|或)$/u;
const hasNumber = new RegExp(numberSign, 'u');
const everyNumber = new RegExp(numberSign, 'gu');
/** 收到23件,其中8件为一人提出,其中同意公开3件: of the 23 or of the 8. */
const amongTwice = /其中[^,;。]*,其中[^,;。]*$/u;
/** 其余7件分别为信息不存在5件、非本机关信息2件: the rest has a number of its own. */
const countedRest = new RegExp(`(?:其余|余下|剩余)(?:的)?${numberSign}`, 'gu');
/** 全市合计7404件: whose it is, the words of the figure say. */
const wholeRegion = /^全[省市县区]/u;
/** … unless each has it: 行政复议、行政诉讼均为0件. */
const each = /[均各都]/u;

/** How sentences are understood: `forms/narrative.yaml`, ready to be used. */
export class Narrative {
  readonly source: NarrativeSource;
  readonly #indicators: readonly ToldIndicator[];
  readonly #numbers: (text: string) => ToldNumber[];
  readonly #setAside: readonly RegExp[];
  readonly #change: RegExp;
  readonly #periods: Periods;
  readonly #offices: Offices;
  readonly #ofAny: Understanding;
  /** Without it no sentence says of all of something what became of it. */
  readonly #all: RegExp;
  readonly #ofKind: RegExp;

  /** @throws Error where a pattern of the source is not as it must be */
  constructor(source: NarrativeSource) {
    const maker = new PatternMaker(source);
    this.source = source;
    this.#indicators = source.indicators.map((one) => toldIndicator(one, source, maker));
    this.#numbers = numberFinder(source.numbers);
    this.#setAside = source.set_aside.map((p) => maker.expression(p));
    this.#change = new RegExp(`(?:${source.change.join('|')})$`, 'u');
    this.#periods = new Periods(source.periods);
    this.#offices = new Offices(source.offices);
    this.#all = new RegExp(source.parts.all.join('|'), 'u');
    this.#ofKind = new RegExp(source.parts.kinds.join('|'), 'u');
    this.#ofAny = new Understanding(source.indicators, source, maker);
  }

  /** What the sentences say of the indicators; all of them, or those that are named. */
  statements(sentences: readonly Sentence[], about: About, only?: ReadonlySet<string>): Statement[] {
    let before: Carried & { readonly of?: Sentence['paragraph'] } = nothingCarried;
    return sentences.flatMap((sentence) => {
      const carried = before.of === sentence.paragraph ? before : { ...nothingCarried, whose: this.#isUnderPart(sentence) ? ('part' as const) : ('own' as const) };
      const numbers = this.#numbers(sentence.text);
      const denies = this.source.negations.some((w) => sentence.text.includes(w));
      // Most sentences tell nothing: they are not asked further.
      const tells = numbers.length > 0 || denies || this.#all.test(sentence.text);
      const coded = tells ? this.#asRead(sentence.text, numbers, about.issuer) : sentence.text;
      before = { of: sentence.paragraph, period: this.#periods.at(coded, coded.length, about.year, carried.period), whose: this.#offices.at(coded, carried.whose, about.issuer) };
      if (!tells) return [];
      return this.#indicators.filter((one) => only === undefined || only.has(one.id)).flatMap((indicator) => this.#told(indicator, { sentence, coded, numbers, denies, about, carried }));
    });
  }

  #isUnderPart({ headings }: Sentence): boolean {
    return headings.slice(1).some((h) => this.#offices.isOfPart(h));
  }

  /** The text of a sentence with signs for its numbers, each behind its own label, and nothing that patterns need not look at. */
  #asRead(text: string, numbers: readonly ToldNumber[], issuer: string): string {
    const { remarks, words } = this.source;
    const coded = withoutRemarks(asOwnSystem(withoutField(codedText(text, numbers), issuer), issuer), remarks);
    return this.#withoutAsides(eachBehindItsLabel(coded, ['receive', 'elsewhere'].flatMap((name) => words[name] ?? [])));
  }

  #withoutAsides(coded: string): string {
    return this.#setAside.reduce((text, aside) => [...text.matchAll(aside)].reduce((t, m) => setAside(t, m.index, m.index + m[0].length), text), coded);
  }

  #told(indicator: ToldIndicator, reading: Reading): Statement[] {
    const { sentence, coded } = reading;
    if (!isAbout(indicator, sentence)) return [];
    const statements: Statement[] = [];
    const used = new Set<number>();
    for (const pattern of indicator.patterns) {
      if (pattern.tells === 'number' ? reading.numbers.length === 0 : pattern.tells === 'none' && !reading.denies) continue;
      for (const match of coded.matchAll(pattern.expression)) {
        const end = pattern.tells === 'number' ? (match.indices?.groups?.['n']?.[0] ?? match.index) : match.index + match[0].length;
        if (used.has(end)) continue;
        const statement = this.#statement(indicator, pattern, match, end, reading);
        if (statement === null) continue;
        used.add(end);
        statements.push(statement);
      }
    }
    return statements;
  }

  #statement(indicator: ToldIndicator, pattern: ToldPattern, match: RegExpExecArray, end: number, { sentence, coded, numbers, about, carried }: Reading): Statement | null {
    const from = match.index;
    const to = from + match[0].length;
    const isNone = pattern.tells === 'none';
    const number = pattern.tells === 'number' ? numbers[numberAt(coded, end)] : undefined;
    if (pattern.tells === 'number' && (number === undefined || !indicator.units.has(number.unit.replace(/^[百千万亿](?!元)/u, '')))) return null;
    const start = clauseStart(coded, from);
    const [listed, own] = behindListed(coded.slice(start, beginningOfName(coded, start, from, about.issuer)).replace(countedRest, ''));
    const clause = wordsOf(own + coded.slice(from, Math.max(end, to)));
    if (indicator.without.some((w) => w.test(clause))) return null;
    if (pattern.tells === 'number' && this.#change.test(coded.slice(0, end))) return null;
    const period = this.#periods.at(coded, end, about.year, carried.period);
    const isOfMoreYears = pattern.tells === 'number' && this.#hasThisYearIn(coded.slice(end), about.year);
    // That there was none in many years says that there was none in this.
    if (period === 'other' && !(isNone && this.#isOfAllYears(coded, end, about))) return null;
    const whose = this.#offices.of(coded.slice(0, start), wordsOf(coded.slice(start, from).replace(countedRest, '') + (wholeRegion.exec(match[0])?.[0] ?? '')), about.issuer, carried.whose);
    if (whose === 'part') return null;
    const [behind = '', ...further] = coded.slice(Math.max(end, to), clauseEnd(coded, Math.max(end, to))).split('、');
    const isUnderstood = indicator.understanding.of([own, ...unexplained(match), behind].map(wordsOf), about.issuer) && this.#ofAny.of([listed, ...(isNone ? further : [])].map(wordsOf), about.issuer);
    const shared = from < end && (joined.test(coded.slice(0, from)) || match.groups?.['with'] !== undefined);
    // What is 0 for both together is 0 for each.
    const isJoined = !isNone && shared && number?.value !== '0' && !each.test(coded.slice(from, end));
    const doubts: Doubt[] = [
      ...(number?.isApproximate ? ['approximate' as const] : []),
      ...(isOfMoreYears || period === 'part' || ((period === 'perhaps' || (period === 'end' && !indicator.closing)) && !isNone && !indicator.stock) ? ['period' as const] : []),
      ...(whose === 'perhaps' || (!isNone && this.#offices.isListedAmong(coded.slice(start, from), wordsOf(match[0]), coded.slice(Math.max(end, to)))) ? ['office' as const] : []),
      ...(pattern.isDoubtful || pattern.isLoose || !isUnderstood ? ['wording' as const] : []),
      ...(isJoined || this.#ofKind.test(coded.slice(0, start)) || amongTwice.test(coded.slice(0, end)) || isOfOthers(indicator, coded, from, end) || this.#isWhole(indicator, coded, end) || indicator.doubtfulBeside.some((w) => isTold(sentence.text.indexOf(w), numbers)) ? ['part' as const] : []),
      ...(number !== undefined && !indicator.amount && number.value.includes('.') && !/^[百千万亿]/u.test(number.unit) ? ['whole' as const] : []),
    ];
    return { indicator: indicator.id, value: number?.value ?? '0', unit: number?.unit ?? '', label: wordsOf(match[0]), sentence, isAmong: this.#isAmong(coded.slice(0, end), about.year), doubts, at: end, stretch: coded.slice(coded.lastIndexOf(';', end) + 1), numbers: standing(coded, numbers), isLoose: pattern.isLoose, ...(pattern.tells === 'all' ? { allOf: indicator.allOf } : {}), ...(match.groups?.['last'] === undefined ? {} : { isOfLast: true as const }), ...(match.groups?.['one'] === undefined ? {} : { isOfOne: true as const }) };
  }

  #isAmong(before: string, year: number | null): boolean {
    const { behind, but_not } = this.source.parts;
    const from = Math.max(...behind.map((w) => before.lastIndexOf(w)));
    return from >= 0 && ![...but_not, ...(year === null ? [] : [`${year}年`])].some((w) => before.includes(w, from));
  }

  /** A sentence that comes to its subject behind 其中 tells before it of more: 收到申请20件,其中政府信息公开申请5件. */
  #isWhole({ about }: ToldIndicator, coded: string, end: number): boolean {
    const at = Math.min(...(about.text).map((w) => coded.indexOf(w)).filter((found) => found >= 0));
    return Number.isFinite(at) && this.source.parts.behind.some((w) => coded.slice(end, Math.max(end, at)).includes(w));
  }

  /** 共答复76件,其中2012年答复15件: the first number is of more than the year. */
  #hasThisYearIn(behind: string, year: number | null): boolean {
    const [, among = ''] = /^[^。;]{0,24}?(?:其中,?(?=本年|今年|当年|20\d\d年)|[,;](?=(?:本年|今年|当年|20\d\d年)度?新增))([^,;。]{0,8})/u.exec(behind) ?? [];
    return /^(?:本年|今年|当年)/u.test(among) || (year !== null && among.startsWith(`${year}年`));
  }

  #isOfAllYears(coded: string, end: number, about: About): boolean {
    return this.source.periods.all.some((w) => new RegExp(w, 'u').test(coded.slice(0, end))) && this.#periods.at(coded.replace(new RegExp(this.source.periods.all.join('|'), 'gu'), (w) => '\u0000'.repeat(w.length)), end, about.year, 'this') !== 'other';
  }
}

/** Where the name of the office begins that goes on into the words of a figure (市教育局门户网站: 局门户网站 is a label); else the place of these. */
function beginningOfName(coded: string, start: number, at: number, issuer: string): number {
  const name = nameIn(coded.slice(start), issuer);
  return name !== null && start + name.to > at ? Math.min(at, start + name.from) : at;
}

/** What a clause lists before a figure, each with a number of its own (同意公开27件、部分公开3件和), and what is left: the words of the figure alone. */
function behindListed(before: string): readonly [listed: string, own: string] {
  const joins = [...before.matchAll(joinedBehindNumber)].at(-1);
  const at = Math.max(before.lastIndexOf('、') + 1, joins === undefined ? 0 : joins.index + joins[0].length);
  const end = hasNumber.test(before.slice(0, at)) ? at : 0;
  return [before.slice(0, end), before.slice(end)];
}
const joinedBehindNumber = new RegExp(`${numberSign}(?:[和及与]|以及)`, 'gu');

/** What a sentence goes on from: the time and the office of the one before it in its paragraph. */
interface Carried {
  readonly period: Period;
  readonly whose: Whose;
}

const nothingCarried: Carried = { period: 'this', whose: 'own' };

interface Reading {
  readonly sentence: Sentence;
  readonly coded: string;
  readonly numbers: readonly ToldNumber[];
  /** It has a word that may say that there is none of something. */
  readonly denies: boolean;
  readonly about: About;
  readonly carried: Carried;
}

/** The numbers of a sentence, but those that are set aside. */
const standing = (coded: string, numbers: readonly ToldNumber[]): Standing[] =>
  [...coded.matchAll(everyNumber)].flatMap(({ index }) => {
    const number = numbers[numberAt(coded, index)];
    return number === undefined ? [] : [{ at: index, value: number.value, unit: number.unit }];
  });

/** What a pattern let pass without naming it: its groups that have no name. */
function unexplained(match: RegExpExecArray): string[] {
  const named = Object.values(match.groups ?? {}) as (string | undefined)[];
  return (match.slice(1) as (string | undefined)[]).filter((text) => text !== undefined && !named.includes(text)) as string[];
}

/** Whether something is told at a place of a sentence that is more than 0: the number behind it says so. */
const isTold = (at: number, numbers: readonly ToldNumber[]): boolean => at >= 0 && numbers.find((n) => n.from >= at)?.value !== '0';

/** Whether the sentence has come to speak of another thing before a figure, and not of this one again: 受理咨询20件,其中网上12件. */
function isOfOthers({ others }: ToldIndicator, coded: string, from: number, end: number): boolean {
  const last = others === null ? undefined : [...coded.slice(0, from).matchAll(others.words)].at(-1);
  if (others === null || last === undefined) return false;
  const since = coded.slice(last.index + last[0].length, end);
  return !others.again.some((w) => since.includes(w));
}

/** Whether a sentence speaks of what the indicator is about: it says so itself, its paragraph did before, or the heading above it; some words say it anywhere in the paragraph. */
function isAbout({ about }: ToldIndicator, { text, before, headings, paragraph }: Sentence): boolean {
  if (about.text.length + about.heading.length === 0) return true;
  return about.text.some((w) => text.includes(w) || before.includes(w)) || about.heading.some((w) => headings.some((h) => h.includes(w))) || about.anywhere.some((w) => paragraph.text.includes(w));
}
