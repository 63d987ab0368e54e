import { finding } from '../../model/findings.js';
import type { Finding } from '../../model/finding.js';
import type { Check, TableId, Value } from '../../model/report.js';
import type { Figure } from './figures.js';
import type { NarrativeSource } from './schema.js';
import { printed } from './told-values.js';
import { multipleOf } from './told-numbers.js';

/**
 * Holds the figures that the sentences tell without doubt against the tables
 * of the same report: `narrative.<id>`, left what is told, right what the table
 * has. A blank is no number, so that such a check is open. A difference is a
 * finding and changes nothing: the office alone may be told of, and the whole
 * region be in the table.
 */
export function heldAgainst(figures: readonly Figure[], values: readonly Value[], narrative: NarrativeSource): { readonly checks: Check[]; readonly findings: Finding[] } {
  const sure = figures.filter(({ doubts, statement: { unit } }) => doubts.length === 0 && (multipleOf(unit) === 1 || unit.endsWith('元')));
  const found = sure.flatMap((figure) => comparisons(figure, values, narrative).map((comparison) => ({ figure, comparison })));
  const checks = found.map(({ comparison }) => comparison);
  const findings = found.flatMap(({ figure, comparison: { held, id, table, left, right } }) => (held === false ? [finding('told-otherwise', `${table}/${id}`, { left, right, sentence: printed(figure.statement.sentence) })] : []));
  return { checks, findings };
}

function comparisons({ statement: { indicator, value, unit } }: Figure, values: readonly Value[], { held_against }: NarrativeSource): Check[] {
  const named = (table: TableId, row: string, column: string): Value | undefined => values.find((v) => v.table === table && v.row === row && v.column === column);
  const since2019 = held_against.flatMap(({ figure, check, table, terms }): Check[] => {
    if (figure !== indicator) return [];
    const own = terms.map((term) => named(table, ...split(term)));
    if (own.every((v) => v === undefined)) return [];
    return [comparison(check, table, value, own, terms)];
  });
  const listed = named('statistics', indicator, 'value');
  // An amount is compared where both are told in one unit.
  if (listed === undefined || (unit.endsWith('元') && listed.unit !== unit)) return since2019;
  return [...since2019, comparison(indicator, 'statistics', value, [listed], [`${indicator}/value`])];
}

const split = (term: string): [row: string, column: string] => [term.slice(0, term.indexOf('/')), term.slice(term.indexOf('/') + 1)];

function comparison(id: string, table: TableId, told: string, values: readonly (Value | undefined)[], terms: readonly string[]): Check {
  const numbers = values.map((v) => (v?.value == null ? null : Number(v.value)));
  const right = numbers.some((n) => n === null) ? null : numbers.reduce<number>((a, n) => a + (n ?? 0), 0);
  return { id: `narrative.${id}`, table, left: told, right: right === null ? '' : String(right), held: right === null ? null : Number(told) === right, terms: [...terms] };
}
