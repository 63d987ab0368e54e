// What a reader should take from a report, as the file beside its PDF.

import type { Report, Values } from './truth.js';

export type TruthTable = Record<string, Record<string, string | null>>;
export interface Truth {
  issuer: string;
  title: string;
  year: number;
  template: string;
  division_code: string;
  requests: TruthTable;
  proceedings: TruthTable;
  disclosure: TruthTable;
  units: Record<string, string>;
  extra: string[];
}

function valuesOnly(values: Values): TruthTable {
  return Object.fromEntries(Object.entries(values).map(([row, cells]) =>
    [row, Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column, cell.value]))]));
}

export function truthOf(report: Report): Truth {
  return {
    issuer: report.issuer.name,
    title: report.title.join('').replace(/\s+/g, ''),
    year: report.year,
    template: report.requestsForm === '2021' || report.disclosureForm === '2021' ? '2021' : '2019',
    division_code: report.issuer.code,
    requests: valuesOnly(report.requests),
    proceedings: valuesOnly(report.proceedings),
    disclosure: valuesOnly(report.disclosure),
    units: report.units,
    extra: (report.extra ?? []).map((row) => row.label),
  };
}
