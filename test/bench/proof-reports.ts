import type { TableId } from '../../src/model/report.js';
import type { Chance } from '../make/chance.js';
import { issuers, type Size } from '../make/issuers.js';
import { makeReport, type Habits, type Printed } from '../make/truth.js';

export interface PrintedCell {
  readonly table: TableId;
  readonly row: string;
  readonly column: string;
  readonly printed: Printed;
}

const zeros: readonly Habits['zeros'][] = ['printed', 'printed', 'printed', 'empty', 'person-and-total', 'only-total', 'no-total-on-details'];

/** The cells of a made-up report, of towns (mostly zero), counties and cities (many digits). */
export function formData(seed: string, chance: Chance, misprinted: boolean): { cells: PrintedCell[]; form: string } {
  const form = chance.hit(0.7) ? '2021' : '2019';
  const size = chance.pick<Size>(['town', 'county', 'city']);
  const issuer = chance.pick(Object.values(issuers).filter((i) => i.size === size));
  const blank = chance.pick(['', '', '/', '-', '—']);
  const habits: Habits = { zeros: chance.pick(zeros) ?? 'printed', blank, misprints: misprinted ? 1 : 0 };
  const report = makeReport({ issuer, year: 2022, requestsForm: form, disclosureForm: form, habits }, ['report'], seed);
  const cells = (['requests', 'proceedings', 'disclosure'] as const).flatMap((table) =>
    Object.entries(report[table]).flatMap(([row, cols]) => Object.entries(cols).map(([column, printed]): PrintedCell => ({ table, row, column, printed }))));
  return { cells, form };
}
