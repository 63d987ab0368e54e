import type { Check, Report, Value } from '../../model/report.js';
import { byTexts } from '../code-points.js';
import { countsOf, statusOf, type ReportStatus } from '../report-record.js';
import { harmonised, valuesByName } from './harmonised.js';
import type { Panel } from './panel.js';
import type { PanelRow } from './panel-table.js';

/** What the panel keeps of a report: its row, how it ranks among others of its issuer and year, and what it carries over. */
interface Candidate {
  readonly row: PanelRow;
  readonly rank: readonly [legible: number, tables: number, published: string, status: number, vouched: number];
  readonly out: readonly Value[];
}

const statusRank: Readonly<Record<ReportStatus, number>> = { complete: 2, review: 1, failed: 0 };

/** Gathers the reports of a dataset to one row for each issuer and year. */
export class GatheredPanel {
  readonly #byIssuer = new Map<string, Map<number, Candidate>>();
  /** Ids of all reports of an issuer and a year. */
  readonly #reports = new Map<string, string[]>();
  readonly #panel: Panel;

  constructor(panel: Panel) {
    this.#panel = panel;
  }

  /** Reports without issuer or year are not in the panel. */
  add(id: string, report: Report): void {
    const { issuerId, year } = report.identity;
    if (issuerId === '' || year === null) return;
    const counts = countsOf(report);
    const status = statusOf(report, counts);
    const values = valuesByName(report);
    const numbers = new Map(this.#panel.variables.map((v) => [v.id, harmonised(v, values)]));
    const { carried } = this.#panel;
    const candidate: Candidate = {
      row: { identity: report.identity, template: report.template, numbers, reportId: id, others: [], status },
      rank: [Number(status !== 'failed'), Number(report.template !== 'narrative'), report.identity.published, statusRank[status], counts.values - counts.suspect - counts.missing],
      out: report.values.filter((v) => v.table === carried.table && v.row === carried.out),
    };
    const key = keyOf(issuerId, year);
    this.#reports.set(key, [...(this.#reports.get(key) ?? []), id]);
    const years = this.#byIssuer.get(issuerId) ?? new Map<number, Candidate>();
    const known = years.get(year);
    if (known === undefined || isBefore(candidate, known)) years.set(year, candidate);
    this.#byIssuer.set(issuerId, years);
  }

  /** The report that the panel takes for the issuer and year of this one; null where it takes none. */
  taken(report: Report): string | null {
    return this.#of(report.identity.issuerId, report.identity.year)?.row.reportId ?? null;
  }

  /** In the order of the dataset's rows. */
  rows(): PanelRow[] {
    const texts = ({ identity, reportId }: PanelRow): string[] => [identity.divisionCode, identity.issuer, String(identity.year), reportId];
    const withOthers = (row: PanelRow): PanelRow => ({ ...row, others: (this.#reports.get(keyOf(row.identity.issuerId, row.identity.year)) ?? []).filter((id) => id !== row.reportId).sort() });
    return [...this.#byIssuer.values()].flatMap((years) => [...years.values()].map(({ row }) => withOthers(row))).sort((a, b) => byTexts(texts(a), texts(b)));
  }

  /** What the year before carried out against what this report carries in, for each applicant: `year.<applicant>`. None where there is no report of the year before, or neither prints it. */
  yearChecks(report: Report): Check[] {
    const { identity, values } = report;
    const { carried } = this.#panel;
    const before = identity.year === null ? undefined : this.#of(identity.issuerId, identity.year - 1);
    if (before === undefined) return [];
    return values
      .filter((v) => v.table === carried.table && v.row === carried.in && !v.column.startsWith('extra.'))
      .flatMap((into): Check[] => {
        const out = before.out.find((v) => v.column === into.column);
        if (out === undefined) return [];
        const [left, right] = [out.value ?? '', into.value ?? ''];
        const held = left === '' || right === '' ? null : Number(left) === Number(right);
        return [{ id: `year.${into.column}`, table: carried.table, left, right, held, terms: [`${before.row.reportId}:${carried.out}/${into.column}`, `${carried.in}/${into.column}`] }];
      });
  }

  #of(issuerId: string, year: number | null): Candidate | undefined {
    return year === null ? undefined : this.#byIssuer.get(issuerId)?.get(year);
  }
}

const keyOf = (issuerId: string, year: number | null): string => `${issuerId} ${String(year)}`;

/** Whether the panel takes `a` rather than `b`, both of one issuer and year. */
function isBefore(a: Candidate, b: Candidate): boolean {
  for (const [i, mine] of a.rank.entries()) {
    const theirs = b.rank[i] ?? 0;
    if (mine !== theirs) return mine > theirs;
  }
  return a.row.reportId < b.row.reportId;
}
