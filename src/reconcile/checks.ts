import { finding } from '../model/findings.js';
import type { Finding } from '../model/finding.js';
import type { Check, Value } from '../model/report.js';
import type { EditRule, Term } from './edit-rules.js';

/**
 * Holds the values against the edit rules. A blank counts as 0 among addends;
 * where a total is blank, a term is missing or unreadable, or the addends are
 * all blank under a total that is not 0, the outcome is unknown. A check never
 * changes a value.
 */
export function check(values: readonly Value[], rules: readonly EditRule[]): { checks: Check[]; findings: Finding[] } {
  const byTerm = new Map(values.map((v) => [key(v.table, v), v] as const));
  const checks = rules.map((rule) => outcome(rule, (term) => byTerm.get(key(rule.table, term))));
  const findings = checks.filter((c) => c.held === false).map((c) => finding('check-failed', `${c.table}/${c.id}`, { left: c.left, right: c.right }));
  return { checks, findings };
}

const key = (table: string, term: Term): string => `${table}\u0000${term.row}\u0000${term.column}`;

interface Side {
  /** Null where a term is missing or unreadable. */
  readonly sum: number | null;
  readonly allBlank: boolean;
}

function outcome(rule: EditRule, valueOf: (term: Term) => Value | undefined): Check {
  const left = side(rule.left.map(valueOf));
  const right = side(rule.right.map(valueOf));
  const blankTotal = rule.totals.some((t) => valueOf(t)?.status === 'blank');
  const nothingUnder = (a: Side, b: Side): boolean => a.allBlank && b.sum !== 0;
  const unknown = left.sum === null || right.sum === null || blankTotal || nothingUnder(left, right) || nothingUnder(right, left);
  return {
    id: rule.id,
    table: rule.table,
    left: left.sum === null ? '' : String(left.sum),
    right: right.sum === null || (blankTotal && right.allBlank) ? '' : String(right.sum),
    held: unknown ? null : left.sum === right.sum,
    terms: [...rule.left, ...rule.right].map((t) => `${t.row}/${t.column}`),
  };
}

function side(values: readonly (Value | undefined)[]): Side {
  let sum: number | null = 0;
  for (const v of values) {
    if (v?.status === 'blank') continue;
    if (sum === null || v?.value === null || v === undefined || v.status === 'missing') sum = null;
    else sum += Number(v.value);
  }
  return { sum, allBlank: values.every((v) => v?.status === 'blank') };
}
