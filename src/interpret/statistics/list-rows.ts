import type { ListRow } from '../forms/list.js';
import type { Labels } from '../labels.js';

/** A label this like to a row's is that row. */
const certain = 0.95;

/** How like a label is to the rows of a list. */
export class ListLabels {
  private readonly rows: readonly { readonly row: ListRow; readonly spellings: readonly string[]; readonly short: readonly string[] }[];
  private readonly known = new Map<string, readonly Candidate[]>();

  constructor(rows: readonly ListRow[], private readonly labels: Labels) {
    this.rows = rows.map((row) => {
      const spellings = row.spellings.map((s) => this.bare(s));
      return { row, spellings, short: spellings.map((s) => this.short(s)) };
    });
  }

  /** The rows that a label may be, the likest first, and no other that is nearly as like. */
  candidates(text: string): readonly Candidate[] {
    let found = this.known.get(text);
    if (!found) {
      const { placed, lead } = this.labels.rules.match;
      const bare = this.bare(text);
      const short = this.short(bare);
      const number = numberOf(bare);
      const scored = this.rows.map((r) => ({ row: r.row, ...this.likeness(bare, short, r), isNumbered: number === null || r.spellings.some((s) => [null, number].includes(numberOf(s))) })).filter((c) => c.score >= placed).sort((a, b) => b.score - a.score);
      found = scored.filter((c) => c.score > (scored[0]?.score ?? 0) - lead);
      if (this.known.size > 5_000) this.known.clear();
      this.known.set(text, found);
    }
    return found;
  }

  /** A label that is not the row's to the letter is another's where it has another's number: 3.同意…公开答复数 is not 2.同意公开答复数. */
  isSure({ score, edits, isNumbered }: Candidate): boolean {
    return score >= this.labels.rules.match.sure && edits <= this.labels.rules.match.misprints && (score >= certain || isNumbered);
  }

  private likeness(bare: string, short: string, row: { readonly spellings: readonly string[]; readonly short: readonly string[] }): { score: number; edits: number } {
    const score = Math.max(this.labels.best(bare, row.spellings), 0.99 * this.labels.best(short, row.short));
    return { score, edits: score < this.labels.rules.match.placed ? Infinity : Math.min(this.labels.edits(bare, row.spellings), this.labels.edits(short, row.short)) };
  }

  /** Without 其中 before it. */
  private bare(text: string): string {
    const plain = this.labels.plain(text);
    const before = this.labels.rules.list_labels.before.find((w) => plain.startsWith(w));
    return before === undefined ? plain : plain.slice(before.length).replace(/^[:：,，、]+/u, '');
  }

  /** Without what only says that something is counted. */
  private short(bare: string): string {
    const plain = bare.replace(/\([^()]*\)?$/u, '');
    const after = this.labels.rules.list_labels.after.toSorted((a, b) => b.length - a.length).find((w) => plain.endsWith(w) && plain.length > w.length + 1);
    return after === undefined ? plain : plain.slice(0, -after.length);
  }
}

/** A row of a list that a label may be. */
export interface Candidate {
  readonly row: ListRow;
  readonly score: number;
  /** The fewest characters that are other ones. */
  readonly edits: number;
  /** It begins with no other number than the row does. */
  readonly isNumbered: boolean;
}

/** The number that a label begins with: 3 of 3.同意部分公开答复数; null where it has none. */
const numberOf = (plain: string): string | null => /^[(]?([\d一二三四五六七八九十]{1,3})[).、:]/u.exec(plain)?.[1] ?? null;

/** What a printed row is: a row of the list, or none of it (`null`). */
export interface Told {
  readonly row: ListRow | null;
  readonly sure: boolean;
  /** How like the label is. */
  readonly score: number;
}

/**
 * Tells what each printed row is, from top to bottom. A label that two rows of
 * the list bear (被依法纠错数 under 四 and 五) is told by the last row above that
 * bears no other's: the one that stands under the same heading is meant.
 */
export function tellRows(stubs: readonly (readonly Candidate[])[], labels: ListLabels): Told[] {
  let anchor: ListRow | null = null;
  const told = stubs.map((candidates): Told => {
    const [first] = candidates;
    if (!first) return { row: null, sure: false, score: 0 };
    const { score } = first;
    if (candidates.length === 1) {
      if (labels.isSure(first)) anchor = first.row;
      return { row: first.row, sure: labels.isSure(first), score };
    }
    const near = candidates.filter((c) => isUnder(anchor, c.row));
    if (near.length === 1 && near[0] && labels.isSure(near[0])) return { row: near[0].row, sure: true, score };
    return { row: score >= certain ? first.row : null, sure: false, score };
  });
  // A row that is like another, which is printed as well, is a row of its own.
  return told.map((t): Told => (t.row !== null && t.score < certain && told.some((o) => o !== t && o.row === t.row && o.score >= certain) ? { ...t, row: null } : t));
}

/** Whether a row stands right under what `anchor` is, or is under. */
function isUnder(anchor: ListRow | null, row: ListRow): boolean {
  const heading = row.above.at(-1);
  return anchor !== null && heading !== undefined && (anchor === heading || anchor.above.includes(heading));
}
