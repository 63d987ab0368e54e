import { suspected } from '../interpret/interpret.js';
import type { Finding } from '../model/finding.js';
import { finding } from '../model/findings.js';
import type { Page } from '../model/page.js';
import type { Report, Value } from '../model/report.js';
import type { ScannedDocument, ScanRead } from './read-scans.js';

/** A document as its scans were read, and the reports that it tells. */
export interface Told {
  readonly way: ScanRead;
  readonly reports: readonly Report[];
}

/**
 * The way to read a document's scans that tells the most: by the lines that were
 * found, by text parted by its ink, or for each page the better one; the first
 * of equals. More is told where more values are vouched for, which takes a table
 * that fits its form, readers that agree, and sums that hold. A value for which
 * the two ways vouch differently is suspect.
 */
export function betterWay(scanned: ScannedDocument, tell: (way: ScanRead) => readonly Report[]): Told {
  const toldBy = (way: ScanRead): Told => ({ way, reports: tell(way) });
  const found = toldBy(scanned);
  if (!scanned.apart) return found;
  const apart = toldBy(scanned.apart);
  const mixed = toldBy(byPage(scanned, scanned.apart, [found, apart]));
  const best = [found, apart, mixed].reduce((a, b) => (vouchedBy(b).length > vouchedBy(a).length ? b : a));
  return { ...best, reports: best.reports.map((report, i) => [found, apart].flatMap((o) => o.reports[i] ?? []).reduce(againstOther, report)) };
}

/** Rows that the form does not have tell nothing: they may be its own, with labels that were not understood. */
const isVouched = ({ status, row }: Value): boolean => status !== 'suspect' && status !== 'missing' && !row.startsWith('extra.');
const vouchedBy = ({ reports }: Told): Value[] => reports.flatMap((r) => r.values.filter(isVouched));

/** Each page in the way that tells more of its values; where both tell as much, as found. */
function byPage(found: ScanRead, apart: ScanRead, [a, b]: readonly [Told, Told]): ScanRead {
  const [first, second] = [countsOf(a), countsOf(b)];
  const isBetter = (page: number): boolean => (second.get(page) ?? 0) > (first.get(page) ?? 0);
  const pages = found.document.pages.map((page, i): Page => (isBetter(page.number) ? (apart.document.pages[i] ?? page) : page));
  const scans = new Map([...found.scans].map(([page, own]) => [page, isBetter(page) ? (apart.scans.get(page) ?? own) : own] as const));
  return { document: { ...found.document, pages }, scans };
}

/** How many values are vouched for, by page. */
function countsOf(told: Told): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { place } of vouchedBy(told)) if (place) counts.set(place.page, (counts.get(place.page) ?? 0) + 1);
  return counts;
}

const placeOf = ({ table, row, column }: Value): string => `${table}/${row}/${column}`;

/** The report with what it vouches for, and the same report read another way does otherwise, suspect. */
function againstOther(report: Report, other: Report): Report {
  const said = new Map(other.values.filter(isVouched).map((v) => [placeOf(v), v.value] as const));
  const findings: Finding[] = [];
  const values = report.values.map((value): Value => {
    const their = said.get(placeOf(value));
    if (!isVouched(value) || their === undefined || their === value.value) return value;
    findings.push(finding('seen-differently', placeOf(value), { value: value.value ?? 'nothing', other: their ?? 'nothing' }));
    return suspected(value);
  });
  return findings.length === 0 ? report : { ...report, values, findings: [...report.findings, ...findings] };
}
