import { createHash } from 'node:crypto';
import { finding } from '../../model/findings.js';
import type { ListReading, ListRequest } from '../lists/list.js';
import type { Source } from '../sources/source.js';
import { isBefore, listedReports, type ListedReport } from './listed-reports.js';
import type { Branch, Last, Pass } from './pass.js';

/** What a page of a list means for its pass. */
export interface PageStep {
  /** To be planned, in their order. */
  readonly reports: readonly ListedReport[];
  /** Where the pass goes on. */
  readonly further: readonly ListRequest[];
  /** Whether it goes on, by these or by turning the page. */
  readonly goesOn: boolean;
}

/** How far the pass is that a page belongs to. */
export interface StepOf {
  readonly source: Source;
  readonly pass: Pass;
  readonly branch: Branch;
  readonly last: Last | undefined;
  /** The address of the page. */
  readonly list: string;
}

/** Titles that are told. */
const told = 5;
/** No site has more reports in one list. */
const mostReports = 50_000;
/** Links of so few characters turn pages (2, 下一页) and tell nothing of what a page lists. */
const shortest = 3;

/**
 * Takes a page of a list into its pass (`pass` and `branch` are changed): what
 * it names, and whether what comes after it is asked.
 *
 * After a page without anything new the rest is left where the list stands as
 * it stood at the end of the last pass: what was known comes first in the same
 * order, and as many entries were added in all as were seen. A list that was
 * put into another order is gone through whole.
 */
export function pageStep(reading: ListReading, { source, pass, branch, last, list }: StepOf): PageStep {
  const { reports, unsure } = listedReports(reading, source, list);
  const names = reading.entries.filter(({ title }) => title.length > shortest).map(({ address }) => address);
  const hash = createHash('sha256').update(names.join('\n')).digest('hex').slice(0, 16);
  const again = names.length > 0 && branch.pages.includes(hash);
  const met = new Set(branch.reports);
  const fresh = reports.filter(({ address }) => !met.has(address));
  branch.pages.push(hash);
  branch.reports.push(...fresh.map(({ address }) => address));
  branch.barren = fresh.length > 0 ? 0 : branch.barren + 1;
  branch.unsure.push(...unsure.filter((title) => !branch.unsure.includes(title)));
  if (reading.total !== undefined) branch.total = reading.total;
  if (branch.reports.length === 0) branch.seen ??= { ...(reading.layout === undefined ? {} : { layout: reading.layout }), links: reading.entries.length, titles: reading.entries.slice(0, told).map(({ title }) => title), scripts: reading.scripts };
  if (reading.obstacle !== undefined) {
    branch.whole = false;
    pass.findings.push(finding(reading.obstacle === 'too-long' ? 'list-cut' : 'list-pages-by-script', list, { address: list }));
  }
  const wanted = pass.since === undefined ? reports : reports.filter((one) => !isBefore(one, pass.since ?? ''));
  const on = goesOn();
  return { reports: wanted, further: on ? reading.further : [], goesOn: on };

  function goesOn(): boolean {
    if (reading.further.length === 0 && reading.turns !== true) return false;
    if (again) {
      pass.findings.push(finding('list-repeats', list, { address: list }));
      return false;
    }
    if (pass.since !== undefined && reports.length > 0 && wanted.length === 0 && descending(reports)) {
      branch.whole = false;
      return false;
    }
    if (!pass.all && last !== undefined && standsAsItStood(branch, last, fresh)) {
      const named = new Set(branch.reports);
      branch.reports.push(...last.reports.filter((address) => !named.has(address)));
      return false;
    }
    if (branch.reports.length > mostReports || pass.lists.length >= source.pages || branch.barren >= source.pagesWithoutReports) {
      branch.whole = false;
      pass.findings.push(finding('list-too-long', list, { pages: pass.lists.length, without: branch.barren, address: list }));
      return false;
    }
    return true;
  }
}

function standsAsItStood(branch: Branch, last: Last, fresh: readonly ListedReport[]): boolean {
  const before = new Set(last.reports);
  if (fresh.some(({ address }) => !before.has(address))) return false;
  const known = branch.reports.filter((address) => before.has(address));
  if (known.length === 0 || known.some((address, index) => address !== last.reports[index])) return false;
  const added = branch.reports.length - known.length;
  return branch.total === undefined || last.total === undefined || branch.total - last.total === added;
}

function descending(reports: readonly ListedReport[]): boolean {
  const dates = reports.flatMap(({ listed: { date } }) => date ?? []);
  return dates.every((date, index) => index === 0 || date <= (dates[index - 1] ?? ''));
}
