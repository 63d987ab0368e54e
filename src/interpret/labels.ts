import type { LabelRules } from './forms/schema.js';

/** An enumerator at the beginning of a label: （一） 1. 1、 ① 一、 */
const enumerator = /^(?:[（(][\d一二三四五六七八九十]{1,3}[)）]|[\d]{1,2}[.、．:]|[一二三四五六七八九十]{1,3}[、.．]|\d{1,2}(?=\p{Script=Han}))/u;
const quotesAndPoints = /[“”"'‘’《》〈〉「」『』·•,，.。、;；:：…_—–\-―/／|]/gu;
/** Something in brackets; the closing one may be lost. */
const bracketed = /\([^()]*(?:\)|$)|\)$/g;

/** One way to read a label, and which kind of each contrast its words are of. */
interface Reading {
  readonly text: string;
  readonly kinds: readonly ReadonlySet<string>[];
}

/**
 * Compares printed labels with those of the forms: tolerant to width, blanks,
 * brackets, points, enumerators, traditional characters and explanations in
 * brackets; what is left is compared by edit distance.
 */
export class Labels {
  private readonly known = new Map<string, readonly Reading[]>();
  private readonly compared = new Map<string, Map<string, number>>();

  constructor(readonly rules: LabelRules) {}

  /** 0 (nothing alike) to 1 (the same label). */
  similarity(a: string, b: string): number {
    let others = this.compared.get(a);
    if (!others) {
      if (this.compared.size > 5_000) this.compared.clear();
      others = new Map();
      this.compared.set(a, others);
    }
    let value = others.get(b);
    if (value === undefined) {
      value = 0;
      for (const x of this.readings(a)) for (const y of this.readings(b)) value = Math.max(value, isContrary(x, y) ? 0 : alike(x.text, y.text));
      others.set(b, value);
    }
    return value;
  }

  /** The fewest characters that must be changed to make the text one of the spellings. */
  edits(text: string, spellings: readonly string[]): number {
    let fewest = Infinity;
    for (const spelling of spellings) {
      for (const x of this.readings(text)) for (const y of this.readings(spelling)) if (!isContrary(x, y)) fewest = Math.min(fewest, Math.round((1 - alike(x.text, y.text)) * Math.max(x.text.length, y.text.length)));
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

  /** Whose numbers stand below a head: those of the report's year or of another, where the head says nothing else or says it in brackets; null where it does not say. */
  periodOf(text: string): 'this' | 'other' | null {
    const plain = this.plain(text);
    const said = [plain, ...(plain.match(/\([^()]*\)/gu) ?? [])].map((t) => t.replace(/[()]/gu, ''));
    const { periods } = this.rules;
    if (said.some((t) => periods.other.includes(t))) return 'other';
    return said.some((t) => periods.this.includes(t)) ? 'this' : null;
  }

  /** All readings of a label, the fullest first: with what it has in brackets, and without. */
  private readings(text: string): readonly Reading[] {
    let readings = this.known.get(text);
    if (!readings) {
      const plain = this.plain(text);
      const bare = plain.replace(enumerator, '');
      const short = withoutBrackets(bare);
      const texts = [...new Set([bare, short].map((t) => t.replace(/[()]/g, '').replace(quotesAndPoints, '')))].filter((t) => t !== '');
      readings = texts.map((t) => ({ text: t, kinds: this.rules.contrasts.map((contrast) => kindsOf(t, contrast)) }));
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

const kindsOf = (text: string, contrast: Readonly<Record<string, readonly string[]>>): Set<string> =>
  new Set(Object.entries(contrast).flatMap(([kind, words]) => (words.some((w) => text.includes(w)) ? [kind] : [])));

/** Whether both have words of a contrast, and none of one kind: 上年结转 and 本年结转. */
const isContrary = (a: Reading, b: Reading): boolean => a.kinds.some((of, i) => of.size > 0 && (b.kinds[i]?.size ?? 0) > 0 && [...of].every((kind) => b.kinds[i]?.has(kind) !== true));

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
