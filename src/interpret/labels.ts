import type { LabelRules } from './forms/schema.js';

/** An enumerator at the beginning of a label: （一） 1. 1、 ① 一、 */
const enumerator = /^(?:[（(][\d一二三四五六七八九十]{1,3}[)）]|[\d]{1,2}[.、．:]|[一二三四五六七八九十]{1,3}[、.．]|\d{1,2}(?=\p{Script=Han}))/u;
const quotesAndPoints = /[“”"'‘’《》〈〉「」『』·•,，.。、;；:：…_—–\-―/／|]/gu;
/** Something in brackets; the closing one may be lost. */
const bracketed = /\([^()]*(?:\)|$)|\)$/g;

/** A label as it is compared: several readings of one text, the fullest first. */
interface Readings {
  readonly all: readonly string[];
}

/**
 * Compares printed labels with those of the forms: tolerant to width, blanks,
 * brackets, points, enumerators, traditional characters and explanations in
 * brackets; what is left is compared by edit distance.
 */
export class Labels {
  private readonly known = new Map<string, Readings>();
  private readonly compared = new Map<string, number>();

  constructor(readonly rules: LabelRules) {}

  /** 0 (nothing alike) to 1 (the same label). */
  similarity(a: string, b: string): number {
    const key = `${a}\u0000${b}`;
    let value = this.compared.get(key);
    if (value === undefined) {
      value = 0;
      for (const x of this.readings(a).all) for (const y of this.readings(b).all) value = Math.max(value, alike(x, y));
      if (this.compared.size > 200_000) this.compared.clear();
      this.compared.set(key, value);
    }
    return value;
  }

  /** The fewest characters that must be changed to make the text one of the spellings. */
  edits(text: string, spellings: readonly string[]): number {
    let fewest = Infinity;
    for (const spelling of spellings) {
      for (const x of this.readings(text).all) for (const y of this.readings(spelling).all) fewest = Math.min(fewest, Math.round((1 - alike(x, y)) * Math.max(x.length, y.length)));
    }
    return fewest;
  }

  /** The greatest similarity to any of the spellings. */
  best(text: string, spellings: readonly string[]): number {
    let best = 0;
    for (const spelling of spellings) {
      best = Math.max(best, this.similarity(text, spelling));
      if (best === 1) break;
    }
    return best;
  }

  private readings(text: string): Readings {
    let readings = this.known.get(text);
    if (!readings) {
      const plain = this.plain(text);
      const bare = plain.replace(enumerator, '');
      const short = withoutBrackets(bare);
      readings = { all: [...new Set([bare, short].map((t) => t.replace(/[()]/g, '').replace(quotesAndPoints, '')))].filter((t) => t !== '') };
      if (this.known.size > 20_000) this.known.clear();
      this.known.set(text, readings);
    }
    return readings;
  }

  /** Whether the label begins with an enumerator: （一） 1. ① 一、 */
  isEnumerated(text: string): boolean {
    return enumerator.test(this.plain(text));
  }

  /** Without white space, in half width, round brackets only, simplified. */
  plain(text: string): string {
    const narrow = text.normalize('NFKC').replace(/\s+/gu, '').replace(/[[{〔【]/g, '(').replace(/[\]}〕】]/g, ')');
    return Array.from(narrow, (c) => this.rules.characters[c] ?? c).join('');
  }
}

/** Without what stands in brackets, however nested. */
function withoutBrackets(text: string): string {
  const shorter = text.replace(bracketed, '');
  return shorter === text || shorter === '' ? shorter : withoutBrackets(shorter);
}

/** Less alike than this is not alike: no threshold of the pipeline lies below it, and most pairs can be passed over quickly. */
const unlike = 0.5;

/** 1 less the edit distance in parts of the longer text; 0 where that is less than a half. */
function alike(a: string, b: string): number {
  if (a === b) return 1;
  const longest = Math.max(a.length, b.length);
  if (Math.min(a.length, b.length) < unlike * longest || inCommon(a, b) < unlike * longest) return 0;
  let row = new Uint16Array(b.length + 1).map((_, j) => j);
  let next = new Uint16Array(b.length + 1);
  for (let i = 1; i <= a.length; i++) {
    next[0] = i;
    const code = a.charCodeAt(i - 1);
    for (let j = 1; j <= b.length; j++) {
      const substitution = (row[j - 1] ?? 0) + (code === b.charCodeAt(j - 1) ? 0 : 1);
      next[j] = Math.min(substitution, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
    }
    [row, next] = [next, row];
  }
  const value = 1 - (row[b.length] ?? longest) / longest;
  return value < unlike ? 0 : value;
}

/** How many characters two texts share, in whatever order: the edit distance is never less than the rest. */
function inCommon(a: string, b: string): number {
  let rest = b;
  let count = 0;
  for (const c of a) {
    const at = rest.indexOf(c);
    if (at < 0) continue;
    rest = rest.slice(0, at) + rest.slice(at + 1);
    count++;
  }
  return count;
}
