import { finding } from '../model/findings.js';
import type { Choice, PossibleValue } from '../model/choice.js';
import type { Finding } from '../model/finding.js';
import type { Value } from '../model/report.js';
import type { EditRule, Term } from './edit-rules.js';
import { reachableSums } from './reachable-sums.js';

/** A value that the checks decided, not its print alone. */
const provenConfidence = 0.9;

/**
 * Decides between the readings of values in doubt: where the edit rules leave
 * exactly one, and prove it by a sum that is not of zeros alone, it is taken as
 * `read`; otherwise the values stay as they are. A rule speaks where all its
 * other terms are vouched for or are choices themselves, and no total is blank.
 * Rules that no reading satisfies leave none: something is wrong that they can't tell.
 */
export function settle(values: readonly Value[], choices: readonly Choice[], rules: readonly EditRule[]): { values: Value[]; findings: Finding[] } {
  if (choices.length === 0) return { values: [...values], findings: [] };
  const owner = new Map(choices.flatMap((choice) => choice.cells.map((cell, at) => [key(choice.table, cell), { choice, at }] as const)));
  const known = new Map(values.map((v) => [key(v.table, v), v] as const));
  const statements = rules.flatMap((rule) => statementOf(rule, owner, known));
  const left = new Map(choices.map((c) => [c, [...c.readings]] as const));
  for (let changed = true; changed; ) changed = statements.map((s) => strike(s, left)).includes(true);
  const taken = new Map<string, PossibleValue>();
  const findings: Finding[] = [];
  for (const choice of choices) {
    const [only, ...others] = left.get(choice) ?? [];
    if (only && others.length === 0 && isProven(choice, statements, left)) choice.cells.forEach((cell, i) => taken.set(key(choice.table, cell), only[i] ?? { value: null, raw: '', place: null }));
    else findings.push(...unsettled(choice, known));
  }
  return { values: values.map((v) => decided(v, taken.get(key(v.table, v)))), findings };
}

const key = (table: string, term: Term): string => `${table}\u0000${term.row}\u0000${term.column}`;

const decided = (value: Value, taken: PossibleValue | undefined): Value =>
  taken === undefined ? value : { ...value, value: taken.value, raw: taken.raw, place: taken.place, status: taken.value === null ? 'blank' : 'read', confidence: provenConfidence };

/** One term of a rule that is a choice's cell: the index in its readings, and the side it stands on. */
interface OpenTerm {
  readonly at: number;
  readonly sign: 1 | -1;
  readonly isTotal: boolean;
}

/** A rule that speaks of choices: what its known terms sum to, left less right, and where the choices stand in it. */
export interface Statement {
  readonly known: number;
  /** Whether any known term on the side has a number, so that it is no side of blanks. */
  readonly printed: Readonly<Record<1 | -1, boolean>>;
  readonly choices: ReadonlyMap<Choice, readonly OpenTerm[]>;
  /** Sum of the known terms without their signs. */
  readonly weight: number;
}

function statementOf(rule: EditRule, owner: ReadonlyMap<string, { choice: Choice; at: number }>, values: ReadonlyMap<string, Value>): Statement[] {
  const choices = new Map<Choice, OpenTerm[]>();
  const printed = { [1]: false, [-1]: false };
  let known = 0;
  let weight = 0;
  for (const [terms, sign] of [[rule.left, 1], [rule.right, -1]] as const) {
    for (const term of terms) {
      const open = owner.get(key(rule.table, term));
      const isTotal = rule.totals.some((t) => t.row === term.row && t.column === term.column);
      if (open) {
        choices.set(open.choice, [...(choices.get(open.choice) ?? []), { at: open.at, sign, isTotal }]);
        continue;
      }
      const value = values.get(key(rule.table, term));
      if (value?.status === 'blank' && !isTotal) continue;
      if (value === undefined || value.value === null || value.status === 'suspect' || value.status === 'missing') return [];
      printed[sign] = true;
      known += sign * Number(value.value);
      weight += Math.abs(Number(value.value));
    }
  }
  return choices.size === 0 ? [] : [{ known, printed, choices, weight }];
}

/** What a reading adds to the left less the right; null where the rule does not speak of it: a total is blank, or a side is all blank. */
function netOf({ printed, choices }: Statement, choice: Choice, reading: readonly PossibleValue[]): number | null {
  const terms = choices.get(choice) ?? [];
  if (terms.some((t) => t.isTotal && reading[t.at]?.value === null)) return null;
  const silent = ([1, -1] as const).some((sign) => {
    const side = terms.filter((t) => t.sign === sign);
    return choices.size === 1 && !printed[sign] && side.length > 0 && side.every((t) => reading[t.at]?.value === null);
  });
  return silent ? null : terms.reduce((sum, t) => sum + t.sign * Number(reading[t.at]?.value ?? 0), 0);
}

/** Strikes the readings that can't satisfy a statement, whatever the other choices in it are. True where one was struck. */
function strike(statement: Statement, left: Map<Choice, readonly (readonly PossibleValue[])[]>): boolean {
  const { known } = statement;
  const nets = new Map([...statement.choices.keys()].map((c) => [c, (left.get(c) ?? []).map((r) => netOf(statement, c, r))] as const));
  let struck = false;
  for (const [choice, own] of nets) {
    const sums = reachableSums([...nets].flatMap(([other, n]) => (other === choice ? [] : [n])));
    if (sums === null) continue;
    const readings = left.get(choice) ?? [];
    const kept = readings.filter((_, i) => own[i] === null || sums.has(-known - (own[i] ?? 0)));
    if (kept.length < readings.length) {
      left.set(choice, kept);
      struck = true;
    }
  }
  return struck;
}

/** Whether a rule that is decided to its last term proves a choice. Where there was but one reading from the start, it may be one of zeros. */
function isProven(choice: Choice, statements: readonly Statement[], left: ReadonlyMap<Choice, readonly (readonly PossibleValue[])[]>): boolean {
  return statements.some((s) => {
    if (!s.choices.has(choice)) return false;
    const others = [...s.choices.keys()].map((c) => ({ c, readings: left.get(c) ?? [] }));
    if (others.some(({ c, readings }) => readings.length !== 1 || netOf(s, c, readings[0] ?? []) === null)) return false;
    const weight = others.reduce((sum, { c, readings }) => sum + (s.choices.get(c) ?? []).reduce((w, t) => w + Math.abs(Number(readings[0]?.[t.at]?.value ?? 0)), 0), s.weight);
    return weight > 0 || choice.readings.length === 1;
  });
}

/** Told once for each row of a choice that the checks leave open. */
function unsettled(choice: Choice, values: ReadonlyMap<string, Value>): Finding[] {
  return [...new Set(choice.cells.map((c) => c.row))].map((row) => {
    const cell = choice.cells.find((c) => c.row === row);
    const printed = cell && values.get(key(choice.table, cell));
    const code = printed?.status === 'missing' ? 'numbers-run-together' : 'place-unsure';
    return finding(code, `${choice.table}/${row}`, { row, raw: printed?.raw ?? '' });
  });
}
