import { z } from 'zod';

const cost = z.number().nonnegative();
const share = z.number().gt(0).lt(1);

/** How readers of scans err: data of the pipeline. Costs are powers of ten. */
export const misreadingsSchema = z.strictObject({
  confident: share,
  certain: share,
  confident_with_certain: share,
  trust: share,
  margin: cost,
  misprint: cost,
  common: cost,
  most_changes: z.int().nonnegative(),
  most_steps: z.int().positive(),
  alike: z.array(z.strictObject({ of: z.string().min(2), cost })),
  other_digit: cost,
  lost_double: cost,
  lost_at_end: cost,
  lost: cost,
  gained_double: cost,
  gained_at_end: cost,
  gained: cost,
  lost_sign: cost,
  gained_sign: cost,
  another_number: cost,
  unseen: cost,
  phantom: cost,
  mark: cost,
  unclear: cost,
  ink: cost,
  lookalikes: z.record(z.string().regex(/^\d$/), z.string().min(1)),
  lookalike_confidence: share,
  stray_points: z.string(),
});

export type MisreadingCosts = z.infer<typeof misreadingsSchema>;

const digits = '0123456789';

/** More pairs of numbers than this are not remembered. */
const mostRemembered = 50_000;

/** What it costs that a number was printed as one text and read as another. */
export class Misreadings {
  private readonly alike = new Map<string, number>();
  private readonly digitOf = new Map<string, string>();
  private readonly known = new Map<string, number>();

  constructor(readonly costs: MisreadingCosts) {
    for (const group of costs.alike) for (const a of group.of) for (const b of group.of) if (a !== b) this.alike.set(a + b, Math.min(group.cost, this.alike.get(a + b) ?? Infinity));
    for (const [digit, characters] of Object.entries(costs.lookalikes)) for (const c of characters) this.digitOf.set(c, digit);
  }

  /** The digits that a text of digits and characters like digits is (`o7` is 07, `38.` is 38, `.0` is 0); null where it is no such text. */
  digitsLike(text: string): string | null {
    const read = this.withoutStrayPoints(Array.from(text.replace(/\s/gu, '')).map((c) => this.digitOf.get(c) ?? c.normalize('NFKC')).join(''));
    return /^-?\d+(?:\.\d+)?$/.test(read) ? read : null;
  }

  /** A point before a number may have lost its 0: it is one of dirt only before a 0. */
  private withoutStrayPoints(text: string): string {
    const isPoint = (c: string | undefined): boolean => c !== undefined && this.costs.stray_points.includes(c);
    const characters = Array.from(text);
    while (isPoint(characters.at(-1))) characters.pop();
    return isPoint(characters[0]) && characters.slice(1).join('') === '0' ? '0' : characters.join('');
  }

  /** The least cost of reading `printed` as `read`, both plain decimals: the cheapest way to turn one into the other, character by character. */
  between(printed: string, read: string): number {
    const key = `${printed} ${read}`;
    const cost = this.known.get(key) ?? this.cheapest(printed, read);
    if (this.known.size >= mostRemembered) this.known.clear();
    this.known.set(key, cost);
    return cost;
  }

  private cheapest(printed: string, read: string): number {
    let row = [0];
    for (let r = 0; r < read.length; r++) row.push((row[r] ?? 0) + this.gaining(read, r));
    for (let p = 0; p < printed.length; p++) {
      const next = [(row[0] ?? 0) + this.losing(printed, p)];
      for (let r = 0; r < read.length; r++) {
        const same = (row[r] ?? 0) + this.substituting(printed[p] ?? '', read[r] ?? '');
        next.push(Math.min(same, (row[r + 1] ?? 0) + this.losing(printed, p), (next[r] ?? 0) + this.gaining(read, r)));
      }
      row = next;
    }
    return Math.min(row.at(-1) ?? 0, this.costs.another_number);
  }

  /** Every number that one misreading turns into `read`. */
  printedFor(read: string, signed: boolean): Set<string> {
    const found = new Set<string>();
    const add = (text: string): void => {
      if (text !== read && isPrintable(text) && (signed || !text.startsWith('-'))) found.add(text);
    };
    for (let at = 0; at <= read.length; at++) {
      for (const digit of digits) {
        add(read.slice(0, at) + digit + read.slice(at));
        if (at < read.length) add(read.slice(0, at) + digit + read.slice(at + 1));
      }
      if (at < read.length) add(read.slice(0, at) + read.slice(at + 1));
    }
    if (signed) add(`-${read}`);
    return found;
  }

  private substituting(printed: string, read: string): number {
    if (printed === read) return 0;
    return this.alike.get(printed + read) ?? (isDigit(printed) && isDigit(read) ? this.costs.other_digit : this.costs.another_number);
  }

  /** That the character at `at` is printed and not read. */
  private losing(printed: string, at: number): number {
    const { lost_sign, lost_double, lost_at_end, lost } = this.costs;
    return edge(printed, at, { sign: lost_sign, double: lost_double, end: lost_at_end, within: lost });
  }

  /** That the character at `at` is read and not printed. */
  private gaining(read: string, at: number): number {
    const { gained_sign, gained_double, gained_at_end, gained } = this.costs;
    return edge(read, at, { sign: gained_sign, double: gained_double, end: gained_at_end, within: gained });
  }
}

function edge(text: string, at: number, costs: { sign: number; double: number; end: number; within: number }): number {
  if (text[at] === '-') return costs.sign;
  if (text[at] === text[at - 1] || text[at] === text[at + 1]) return costs.double;
  return at === 0 || at === text.length - 1 ? costs.end : costs.within;
}

const isDigit = (c: string): boolean => digits.includes(c) && c !== '';

/** Whether a text is a number as it is printed: no 07, no -0. */
export const isPrintable = (text: string): boolean => /^(?:-?[1-9]\d*|0|-?(?:0|[1-9]\d*)\.\d+)$/.test(text);
