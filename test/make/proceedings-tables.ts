// Table 四: in one, in two, or on its side.

import { box, value, type Box, type Row, type Table } from './boxes.js';
import { litigationLabel, outcomes, procedures, type Named } from './form-data.js';
import type { Layout } from './tables.js';
import type { Report } from './truth.js';
import type { Word } from './wording.js';

const leaves = (word: Word, rows: number): Box[] => outcomes.map((outcome) => box('narrow', word(outcome.label), 1, rows));
const valuesOf = (report: Report, { id }: Named): Box[] => outcomes.map((outcome) => value(report.proceedings[id]?.[outcome.id]));
const tableOf = (columns: number, rows: readonly Row[]): Table => ({ id: 'proceedings', widths: Array.from({ length: columns }, () => 30), rows });
const headRow = (id: string, ...boxes: Box[]): Row => ({ id, isHead: true, boxes });

export function proceedingsTables(report: Report, word: Word, layout: Layout): Table[] {
  const [first, direct, after] = procedures;
  if (!first || !direct || !after) return [];
  const head = (named: Named, columns: number): Box => box('head', word(named.label), columns);
  const values = (id: string, ...named: Named[]): Row => ({ id, isHead: false, boxes: named.flatMap((each) => valuesOf(report, each)) });
  const litigation = box('head', word(litigationLabel), 10);
  if (layout.proceedings === 'two') {
    return [
      tableOf(5, [headRow('head1', head(first, 5)), headRow('head2', ...leaves(word, 1)), values('values1', first)]),
      tableOf(10, [headRow('head3', litigation), headRow('head4', head(direct, 5), head(after, 5)), headRow('head5', ...leaves(word, 1), ...leaves(word, 1)), values('values2', direct, after)]),
    ];
  }
  if (layout.proceedings === 'on-its-side') return [onItsSide(report, word, [first, direct, after])];
  return [tableOf(15, [
    headRow('head1', head(first, 5), litigation),
    headRow('head2', ...leaves(word, 2), head(direct, 5), head(after, 5)),
    headRow('head3', ...leaves(word, 1), ...leaves(word, 1)),
    values('values', first, direct, after),
  ])];
}

/** The procedures as rows, those of litigation under their group; the outcomes as columns. */
function onItsSide(report: Report, word: Word, [first, direct, after]: readonly [Named, Named, Named]): Table {
  const row = (named: Named, ...labels: Box[]): Row => ({ id: named.id, isHead: false, boxes: [...labels, ...valuesOf(report, named)] });
  return {
    id: 'proceedings', widths: [50, 100, 60, 60, 60, 60, 60],
    rows: [
      headRow('head1', box('head', '', 2), ...outcomes.map((outcome) => box('head', word(outcome.label)))),
      row(first, box('label', word(first.label), 2)),
      row(direct, box('label', word(litigationLabel), 1, 2), box('label', word(direct.label))),
      row(after, box('label', word(after.label))),
    ],
  };
}
