// The three tables of a report as boxes on a grid, still without any type or paper.

import { box, value, type Box, type Row, type Table } from './boxes.js';
import { applicants, carriedIn, carriedOut, clauses, contentLabel, granted, newRequests, otherInOneRow,
  otherInThreeRows, otherServices, partlyGranted, processedTotal, requestsCorner, resultGroups,
  resultsLabel, splitServices, type Clause, type Named } from './form-data.js';
import type { Dress } from './dress.js';
import { proceedingsTables } from './proceedings-tables.js';
import type { Report, Values } from './truth.js';
import { worded, type Word, type Wording } from './wording.js';

export interface Layout extends Pick<Dress, 'oneTable' | 'splitHead' | 'proceedings'> { readonly narrowGroups: boolean }

export function tablesOf(report: Report, wording: Wording, layout: Layout): Table[] {
  const word = (label: string): string => worded(label, wording);
  return [...disclosureTables(report, word, layout), requestsTable(report, word, layout), ...proceedingsTables(report, word, layout)];
}

/** Two pieces of a label for a head that is split over two rows of the table. */
const halves = (label: string): [string, string] => {
  const cut = label.length === 4 ? 2 : 4;
  return [label.slice(0, cut), label.slice(cut)];
};

function requestsHead(word: Word, splitHead: boolean): Row[] {
  const depth = splitHead ? 4 : 3;
  const leaves = applicants.slice(1, -1);
  const rows: Row[] = [
    { id: 'head1', isHead: true, boxes: [box('head', word(requestsCorner), 3, depth), box('head', word('申请人情况'), 7)] },
    { id: 'head2', isHead: true, boxes: [box('narrow', word('自然人'), 1, depth - 1), box('head', word('法人或其他组织'), 5), box('narrow', word('总计'), 1, depth - 1)] },
  ];
  if (!splitHead) return [...rows, { id: 'head3', isHead: true, boxes: leaves.map((leaf) => box('narrow', word(leaf.label))) }];
  const cut = leaves.map((leaf) => (leaf.label === '其他' ? [leaf.label, ''] as const : halves(leaf.label)));
  return [
    ...rows,
    { id: 'head3', isHead: true, boxes: cut.map(([upper, lower]) => box('narrow', word(upper), 1, lower === '' ? 2 : 1)) },
    { id: 'head4', isHead: true, boxes: cut.filter(([, lower]) => lower !== '').map(([, lower]) => box('narrow', word(lower))) },
  ];
}

function requestsTable(report: Report, word: Word, layout: Layout): Table {
  const printed = (item: Named): boolean => item.id in report.requests;
  const values = (item: Named): Box[] => applicants.map((applicant) => value(report.requests[item.id]?.[applicant.id]));
  const wide = (item: Named): Row => ({ id: item.id, isHead: false, boxes: [box('label', word(item.label), 3), ...values(item)] });
  const middle = (item: Named): Row => ({ id: item.id, isHead: false, boxes: [box('label', word(item.label), 2), ...values(item)] });
  const added = (after: string): Row[] => (report.extra ?? []).filter((extra) => extra.after === after)
    .map((extra): Row => ({ id: `extra ${extra.label}`, isHead: false, boxes: [box('label', word(extra.label)), ...applicants.map(() => value({ text: extra.text, value: extra.text }))] }));
  const groups = [...resultGroups, ...(report.requestsForm === '2021' ? [otherInThreeRows] : [])];
  const details = groups.flatMap((group) => {
    const rows = group.items.filter(printed).flatMap((item): Row[] => [{ id: item.id, isHead: false, boxes: [box('label', word(item.label)), ...values(item)] }, ...added(item.id)]);
    return rows.map((row, place): Row => (place === 0 ? { ...row, boxes: [box('group', word(group.label), 1, rows.length), ...row.boxes] } : row));
  });
  const results = [
    ...[granted, partlyGranted].filter(printed).map(middle), ...details,
    ...[otherInOneRow, processedTotal].filter(printed).map(middle),
  ];
  const [first, ...others] = results;
  const led: Row[] = first ? [{ ...first, boxes: [box('group', word(resultsLabel), 1, results.length), ...first.boxes] }, ...others] : [];
  const columns = layout.narrowGroups ? [22, 24, 124] : [30, 50, 100];
  return {
    id: 'requests', widths: [...columns, 36, 34, 34, 34, 34, 32, 36],
    rows: [...requestsHead(word, layout.splitHead), ...[newRequests, carriedIn].filter(printed).map(wide), ...led, wide(carriedOut)],
  };
}

interface Plan { readonly columns: number; readonly labelColumns: number }

/** The boxes of a row share out the columns; the last takes what is left. */
function spread(boxes: readonly Box[], columns: number): Box[] {
  const used = boxes.reduce((sum, each) => sum + each.columns, 0);
  return boxes.map((each, place) => (place === boxes.length - 1 ? { ...each, columns: each.columns + columns - used } : each));
}

function serviceRows(report: Report, clause: Clause, word: Word, plan: Plan): Row[] {
  const inNext = report.services === 'parts-in-next-column';
  return splitServices.filter((part) => part.id in report.disclosure).map((part, place, parts): Row => {
    const cells = clause.measures.slice(inNext ? 1 : 0).map((each) => value(report.disclosure[part.id]?.[each.id]));
    const lead = place === 0 ? [box('label', word(otherServices.label), inNext ? plan.labelColumns : 1, parts.length)] : [];
    const taken = place === 0 ? 0 : inNext ? plan.labelColumns : 1;
    return { id: part.id, isHead: false, boxes: spread([...lead, box('label', word(part.label)), ...cells], plan.columns - taken) };
  });
}

function clauseRows(report: Report, clause: Clause, word: Word, plan: Plan): Row[] {
  const item = (named: Named, values: Values): Row => ({
    id: named.id, isHead: false,
    boxes: spread([box('label', word(named.label), plan.labelColumns), ...clause.measures.map((each) => value(values[named.id]?.[each.id]))], plan.columns),
  });
  const printed = clause.items.flatMap((each): Row[] => {
    const split = each.id === otherServices.id && (report.services ?? 'whole') !== 'whole';
    const rows = split ? serviceRows(report, clause, word, plan) : each.id in report.disclosure ? [item(each, report.disclosure)] : [];
    const added = (report.extra ?? []).filter((extra) => extra.after === each.id).map((extra): Row => ({
      id: `extra ${extra.label}`, isHead: false,
      boxes: spread([box('label', word(extra.label), plan.labelColumns), ...clause.measures.map(() => value({ text: extra.text, value: extra.text }))], plan.columns),
    }));
    return [...rows, ...added];
  });
  return [
    { id: `clause.${clause.id}`, isHead: false, boxes: [box('clause', word(clause.label), plan.columns)] },
    { id: `head.${clause.id}`, isHead: false, boxes: spread([box('head', word(contentLabel), plan.labelColumns), ...clause.measures.map((each) => box('head', word(each.label)))], plan.columns) },
    ...printed,
  ];
}

function disclosureTables(report: Report, word: Word, layout: Layout): Table[] {
  const all = clauses[report.disclosureForm];
  const labelWidths = report.services === 'parts-in-own-column' ? [70, 50] : [120];
  const table = (chosen: readonly Clause[]): Table => {
    const measures = Math.max(...chosen.map((clause) => clause.measures.length));
    const plan = { columns: labelWidths.length + measures, labelColumns: labelWidths.length };
    return {
      id: 'disclosure', widths: [...labelWidths, ...Array.from({ length: measures }, () => 330 / measures)],
      rows: chosen.flatMap((clause) => clauseRows(report, clause, word, plan)),
    };
  };
  return layout.oneTable ? [table(all)] : all.map((clause) => table([clause]));
}
