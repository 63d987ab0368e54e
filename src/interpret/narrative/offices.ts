import { anySign } from './coded-text.js';
import { withoutName } from './office-names.js';
import type { NarrativeSource } from './schema.js';

/** Whose number it is, by the words before it in its clause: the report's office, a part of it, or perhaps another office. */
export type Whose = 'own' | 'part' | 'perhaps';

const tellsNumber = new RegExp(`[${anySign}]`, 'u');
/** What ends a stretch of a sentence that one office may be the subject of. */
const stretchEnd = /[;。]/u;

/** Tells whose number a clause speaks of. `issuer` is the name of the report's office as printed; empty where it is not known. */
export class Offices {
  readonly #own: RegExp;
  readonly #part: RegExp;
  readonly #rest: RegExp;
  readonly #named: RegExp;
  readonly #governments: RegExp;
  readonly #partAsSubject: RegExp;
  readonly #region: RegExp;
  readonly #department: RegExp;
  readonly #whole: RegExp;
  readonly #acting: RegExp;
  readonly #alone: RegExp;
  readonly #among: RegExp;
  readonly #introduces: readonly { readonly words: RegExp; readonly ofPart: boolean }[];

  constructor({ region, departments, acting, own, part, rest, named, governments, subject, alone, whole, among, introduces }: NarrativeSource['offices']) {
    const any = (patterns: readonly string[]): RegExp => new RegExp(patterns.join('|'), 'u');
    this.#own = any(own);
    this.#part = any(part);
    this.#rest = any(rest);
    this.#named = any(named);
    this.#governments = new RegExp(governments, 'u');
    this.#region = new RegExp(`^(?:(?!参加|参与|组织|召开|举办|面向|[对向在为])[^,;。]){0,12}?(?:${region})`, 'u');
    this.#department = new RegExp(`(?:${departments.join('|')})$`, 'u');
    this.#whole = any(whole);
    this.#acting = new RegExp(acting, 'u');
    this.#alone = new RegExp(alone, 'u');
    this.#among = any(among);
    this.#introduces = [{ words: any(introduces.anyone), ofPart: false }, { words: any(introduces.part), ofPart: true }];
    // A person is no office: 市直部门主要负责人出席19场.
    this.#partAsSubject = new RegExp(`${subject}(?:${part.join('|')})(?!的?(?:主要|有关|相关)?(?:负责人|负责同志|领导))`, 'u');
  }

  /**
   * `before`: what stands before the clause in its sentence. A clause that names nobody may go on from one that names a part,
   * and so may a sentence: `carried` tells of whom the one before it was, or the heading.
   */
  of(before: string, clause: string, issuer: string, carried: Whose): Whose {
    const words = withoutBrackets(withoutName(clause, issuer));
    if (this.#own.test(words)) return this.#isWider(words, issuer) ? 'perhaps' : 'own';
    if (this.#part.test(words) || this.#rest.test(words.slice(words.lastIndexOf('、') + 1))) return 'part';
    if (withoutName(clause, issuer) !== clause) return 'own';
    const stretches = before.split(stretchEnd);
    const last = stretches.pop() ?? '';
    if (this.#subject(last, this.#after(stretches, carried, issuer), issuer) === 'part') return 'perhaps';
    return (issuer !== '' && this.#named.test(words)) || (this.#department.test(issuer) && !ofGovernment.test(issuer) && this.#governments.test(words)) || isOfOtherLevel(words, issuer) ? 'perhaps' : 'own';
  }

  /** Of whom the sentence after this one may go on to speak, where it names nobody; `before`: the same of this one. */
  at(sentence: string, before: Whose, issuer: string): Whose {
    if (this.#introduces.some(({ words, ofPart }) => words.test(wordsOf(sentence)) && (!ofPart || this.isOfPart(wordsOf(sentence))))) return 'part';
    return this.#after(sentence.split(stretchEnd), before, issuer);
  }

  /** What names a part and tells its number goes on behind a semicolon; what is told to be among a number does not, nor a part that does something. */
  #after(stretches: readonly string[], before: Whose, issuer: string): Whose {
    return stretches.reduce<Whose>((whose, stretch) => {
      const main = stretch.slice(0, this.#among.exec(stretch)?.index ?? stretch.length);
      const subject = this.#subject(main, whose, issuer);
      return subject === 'part' && whose !== 'part' && !tellsNumber.test(main) ? whose : subject;
    }, before);
  }

  /**
   * Whether a number is one of a list by offices: 区政府公开32条,所属部门公开110条. It is not where its clause says that it is
   * all of them (全区, 共), nor where the others are told to be among it, or have done another thing than what its `label` says.
   */
  isListedAmong(clause: string, label: string, behind: string): boolean {
    const [, ...clauses] = (behind.split(/[。!?]/u)[0] ?? '').split(/[,;]/u);
    if (clause.includes('全系统') && clauses.some((c) => this.#alone.test(wordsOf(c)) && tellsNumber.test(c))) return true;
    if (this.#own.test(clause) || this.#whole.test(clause)) return false;
    const others = clauses.findIndex((c) => this.#partAsSubject.test(wordsOf(c)) && !this.#own.test(wordsOf(c)) && tellsNumber.test(c) && this.#mayBeLike(wordsOf(c), label));
    return others >= 0 && !clauses.slice(0, others + 1).some((c) => this.#among.test(c));
  }

  /** Whether the words of another office may tell what a label does: they share two characters that stand together, or say hardly more than whose it is. */
  #mayBeLike(words: string, label: string): boolean {
    const left = words.replace(this.#partAsSubject, '');
    return left.length <= bareWords || Array.from(left.slice(1), (_, i) => left.slice(i, i + 2)).some((two) => label.includes(two));
  }

  /** Whether a heading names a part of the office. */
  isOfPart(heading: string): boolean {
    return this.#part.test(heading) && !this.#own.test(heading);
  }

  /** Whether the words speak of a whole region, and the report is one department's. */
  #isWider(words: string, issuer: string): boolean {
    return this.#department.test(issuer) && this.#region.test(words) && !/[本我]/u.test(words);
  }

  #subject(stretch: string, before: Whose, issuer: string): Whose {
    const subject = withoutBrackets(stretch).split(/[,:()]/u).map(wordsOf).findLast((c) => this.#own.test(c) || withoutName(c, issuer) !== c || this.#partAsSubject.test(c) || (issuer !== '' && this.#acting.test(c)));
    if (subject === undefined) return before;
    return (this.#own.test(subject) && !this.#isWider(subject, issuer)) || withoutName(subject, issuer) !== subject ? 'own' : 'part';
  }
}

/** The office of a government speaks for it. */
const ofGovernment = /政府办公[厅室]$/u;

/** Whether a clause begins with a government of another level than the issuer's own: 省政府 in a report of a city. */
function isOfOtherLevel(clause: string, issuer: string): boolean {
  const own = /(?<level>[省市县区州旗盟镇乡])(?:人民)?政府(?:办公[室厅])?$/u.exec(issuer)?.groups?.['level'];
  const told = /^(?:(?:19|20)\d\d年度?|全年|年内|本年度|其中)?(?<level>[省市县区])(?:人民)?政府/u.exec(clause)?.groups?.['level'];
  return own !== undefined && told !== undefined && own !== told;
}

/** As many characters as 办理 has, behind whose it is, say nothing of what. */
const bareWords = 3;

/** 各县(市)区 is 各县区. */
export const withoutBrackets = (words: string): string => words.replace(/\([省市县区旗、]{1,3}\)/gu, '');

/** Where the clause begins that a place stands in. What brackets hold is a clause of its own, and is no end of the one around it. */
export function clauseStart(sentence: string, place: number): number {
  let depth = 0;
  for (let i = place - 1; i >= 0; i--) {
    const character = sentence[i] ?? '';
    if (character === ')') depth++;
    else if (character === '(') {
      if (depth === 0) return i + 1;
      depth--;
    } else if (depth === 0 && /[,;:。!?]/u.test(character)) return i + 1;
  }
  return 0;
}

/** Where the clause ends that a place stands in. */
export function clauseEnd(sentence: string, place: number): number {
  const length = sentence.slice(place).search(/[,;:。()!?]/u);
  return length < 0 ? sentence.length : place + length;
}

/** The words of a clause without its numbers. */
export const wordsOf = (coded: string): string => coded.replace(new RegExp(`[${anySign}\\u0000]+`, 'gu'), '');
