import { anySign } from './coded-text.js';
import type { NarrativeSource } from './schema.js';

/** Whose number it is, by the words before it in its clause: the report's office, a part of it, or perhaps another office. */
export type Whose = 'own' | 'part' | 'perhaps';

/** Tells whose number a clause speaks of. `issuer` is the name of the report's office as printed; empty where it is not known. */
export class Offices {
  readonly #own: RegExp;
  readonly #part: RegExp;
  readonly #named: RegExp;
  readonly #partAsSubject: RegExp;

  constructor({ own, part, named, subject }: NarrativeSource['offices']) {
    const any = (patterns: readonly string[]): RegExp => new RegExp(patterns.join('|'), 'u');
    this.#own = any(own);
    this.#part = any(part);
    this.#named = any(named);
    this.#partAsSubject = new RegExp(`${subject}(?:${part.join('|')})`, 'u');
  }

  /** `before`: what stands before the clause in its sentence. A clause that names nobody may go on from one that names a part. */
  of(before: string, clause: string, issuer: string): Whose {
    const words = withoutName(clause, issuer);
    if (this.#own.test(words)) return 'own';
    if (this.#part.test(words)) return 'part';
    const subject = (before.split(/[;。]/u).at(-1) ?? '').split(/[,:()]/u).findLast((c) => this.#own.test(c) || this.#partAsSubject.test(c));
    if (words === clause && subject !== undefined && !this.#own.test(subject)) return 'perhaps';
    return words === clause && issuer !== '' && this.#named.test(words) ? 'perhaps' : 'own';
  }
}

/** Fewer characters than these of an office's name are no name: 政府. */
const shortestName = 3;

/** The clause without the name of the office, or the end of it. */
export function withoutName(clause: string, issuer: string): string {
  for (let from = 0; issuer.length - from >= shortestName; from++) {
    const name = issuer.slice(from);
    if (clause.includes(name)) return clause.replace(name, '');
  }
  return clause;
}

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
