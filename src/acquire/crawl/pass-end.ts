import type { Finding } from '../../model/finding.js';
import { finding } from '../../model/findings.js';
import type { Branch, Last, Pass } from './pass.js';

/** What a pass comes to. */
export interface PassEnd {
  /** Reports that the lists name. */
  readonly reports: number;
  /** In the order of the lists. */
  readonly findings: readonly Finding[];
  /** Of lists that were gone through whole: what is known of them from now on. */
  readonly last: ReadonlyMap<string, Last>;
}

/** A list that has lost more than this part of its reports is told. */
const lost = 0.5;
/** Titles that are told. */
const told = 5;

/**
 * What is to be said of a pass whose pages are all there. A list without a
 * report never passes in silence, nor one that has far fewer than before: what
 * was known of it stays, until `--all` takes the new for the whole.
 */
export function endOf(pass: Pass, lastOf: (list: string) => Last | undefined): PassEnd {
  const findings: Finding[] = [...pass.findings];
  const last = new Map<string, Last>();
  for (const [list, branch] of Object.entries(pass.branches)) {
    const before = lastOf(list)?.reports.length ?? 0;
    const now = branch.reports.length;
    const read = branch.pages.length > 0;
    const shrank = read && now < before * (1 - lost) && (branch.whole || now === 0) && pass.since === undefined;
    if (shrank) findings.push(finding('list-shrank', list, { before, now, address: list }));
    else if (now === 0 && branch.seen !== undefined) findings.push(without(list, branch, branch.seen));
    if (branch.unsure.length > 0) findings.push(finding('titles-unsure', list, { count: branch.unsure.length, titles: branch.unsure.slice(0, told).join('；') }));
    if (branch.whole && now > 0 && (!shrank || pass.all)) last.set(list, { reports: branch.reports, ...(branch.total === undefined ? {} : { total: branch.total }) });
  }
  return { reports: new Set(Object.values(pass.branches).flatMap(({ reports }) => reports)).size, findings, last };
}

function without(list: string, branch: Branch, seen: NonNullable<Branch['seen']>): Finding {
  if (seen.layout === undefined && !seen.scripts) return finding('list-unknown', list, { address: list });
  if (seen.scripts && branch.pages.length === 1) return finding('list-by-script', list, { address: list });
  if (seen.layout === undefined) return finding('list-unknown', list, { address: list });
  return finding('list-without-reports', list, { links: seen.links, address: list, titles: seen.titles.join('；') });
}
