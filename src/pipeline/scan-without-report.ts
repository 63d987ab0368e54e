import { finding } from '../model/findings.js';
import type { Finding } from '../model/finding.js';
import type { ReadDocument } from '../model/page.js';
import type { FoundTables } from '../tables/grid-finders.js';

/** So much of the first words is told. Characters. */
const told = 24;
/** Where less than this part of the letters is Chinese, the page is written in something else, or was not read as it is printed. */
const mostlyChinese = 0.5;

/**
 * What was read in the pictures of a document that is no report as far as they
 * tell, so that one sees whether they were read at all; null where no page was
 * read from its picture. `scanned`: numbers of the pages that were.
 */
export function scanWithoutReport({ pages }: ReadDocument, scanned: ReadonlySet<number>, { grids, lines }: FoundTables): Finding | null {
  if (scanned.size === 0) return null;
  const words = pages.filter((p) => scanned.has(p.number)).flatMap((p) => p.words.map((w) => w.text)).join('');
  const tables = grids.filter((g) => g.places.some((place) => scanned.has(place.page))).length;
  const first = lines.filter((l) => scanned.has(l.page) && count(l.text, letter) > 1).map((l) => l.text.trim()).join(' ');
  return finding('scan-without-report', '', { pages: scanned.size, tables, script: scriptOf(words), first: shortened(first === '' ? words : first) });
}

const letter = /\p{L}/gu;
const count = (text: string, of: RegExp): number => text.match(of)?.length ?? 0;

function scriptOf(text: string): string {
  const letters = count(text, letter);
  if (letters === 0) return 'no letters';
  return count(text, /\p{Script=Han}/gu) >= mostlyChinese * letters ? 'mostly Chinese' : 'hardly any Chinese';
}

function shortened(text: string): string {
  const characters = Array.from(text);
  return characters.length > told ? `${characters.slice(0, told).join('')}…` : text;
}
