import type { ListReading } from '../lists/list.js';
import type { Listed } from '../receipt.js';
import type { Source } from '../sources/source.js';

export interface ListedReport {
  readonly address: string;
  readonly listed: Listed;
}

export interface ListedReports {
  /** In the order of the page. */
  readonly reports: readonly ListedReport[];
  /** Titles that may be of reports. */
  readonly unsure: readonly string[];
}

/**
 * What of a list's page is a report, with what the list says of it.
 *
 * @param list the address of the page
 */
export function listedReports({ entries, title: column }: ListReading, source: Source, list: string): ListedReports {
  const reports: ListedReport[] = [];
  const unsure: string[] = [];
  for (const { address, title, date, issuer } of entries) {
    if (source.reportAddress !== undefined && !source.reportAddress.test(address)) continue;
    const verdict = source.titles.verdict(title, column);
    if (verdict === 'unsure') unsure.push(title);
    if (verdict !== 'report') continue;
    const year = source.titles.year(title);
    const by = source.issuer ?? issuer;
    reports.push({ address, listed: { list, source: source.id, title, ...(date === undefined ? {} : { date }), ...(by === undefined ? {} : { issuer: by }), ...(year === undefined ? {} : { year }) } });
  }
  return { reports, unsure };
}

/** Whether a report is older than a day (ISO 8601): by its date, else by its year, which is that before it is published. */
export function isBefore({ listed: { date, year } }: ListedReport, since: string): boolean {
  if (date !== undefined) return date < since;
  return year !== undefined && year + 1 < Number(since.slice(0, 4));
}
