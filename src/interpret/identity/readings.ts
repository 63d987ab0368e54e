import type { Division, Gazetteer } from './gazetteer.js';
import { spelledIn, townSuffixes, type Spelling } from './spellings.js';
import { anyOf, ending, opening, type IdentityWords } from './words.js';

/** One way to read the divisions that the name of an office begins with. */
export interface Reading {
  /** From the widest to the narrowest that is printed. */
  readonly chain: readonly Division[];
  /** Spelling of the narrowest. */
  readonly spelling: Spelling;
  /** What follows the narrowest: 人民政府, 财政局 …. */
  readonly rest: string;
}

/**
 * The ways to read the divisions at the beginning of a text that account for most of it. Several where several divisions
 * bear the name; none where the text begins with no division. A short form (江苏, 莆田) counts only before a division
 * inside it, before a word for a government or a well-known bureau, or at the end.
 */
export function readings(text: string, gazetteer: Gazetteer, words: IdentityWords): readonly Reading[] {
  const all = readInside(text, null, gazetteer, words);
  const shortest = Math.min(...all.map((reading) => reading.rest.length));
  return all.filter((reading) => reading.rest.length === shortest);
}

/** The readings whose narrowest division may have borne its name when a report of the year was written, which is in the year after; all where none did. */
export function readingsOfYear(found: readonly Reading[], year: number | null): readonly Reading[] {
  if (year === null) return found;
  const inForce = found.filter(({ chain }) => {
    const { since, until } = chain.at(-1) ?? {};
    return (since === undefined || year + 1 >= since) && (until === undefined || year <= until);
  });
  return inForce.length === 0 ? found : inForce;
}

function readInside(text: string, area: Division | null, gazetteer: Gazetteer, words: IdentityWords): Reading[] {
  const found: Reading[] = [];
  for (const division of gazetteer.divisions(text, area)) {
    const spelling = spelledIn(text, division, words);
    if (spelling === null) continue;
    const rest = text.slice(spelling.text.length);
    const areas = new Set([division, gazetteer.today(division)]);
    const inner = [...areas].flatMap((each) => readInside(withoutGovernment(rest, words), each, gazetteer, words));
    if (inner.length > 0) found.push(...inner.map((reading) => ({ ...reading, chain: [division, ...reading.chain] })));
    else if (spelling.kind !== 'short' || mayFollowShort(rest, words)) found.push({ chain: [division], spelling, rest });
  }
  for (const town of gazetteer.towns(text, area)) {
    if (isOfStatisticsOnly(town, words)) continue;
    const spelling = spelledIn(text, town, words);
    if (spelling === null) continue;
    const rest = text.slice(spelling.text.length);
    if (opening(rest, townSuffixes(words)) === '' || opening(rest, words.offices.seats) !== '') found.push({ chain: [town], spelling, rest });
  }
  return found;
}

/** Codes that end in 400 and up are given to farms, zones and the like for counting; GB/T 10114 has them for no town, unless the name says that it is one. */
function isOfStatisticsOnly({ code, name }: Division, words: IdentityWords): boolean {
  return Number(code.slice(-3)) >= firstOfNoTown && ending(name, townSuffixes(words)) === '';
}

const firstOfNoTown = 400;

/** 官渡区人民政府太和街道办事处: the government of the wider division may stand before the narrower. */
export function withoutGovernment(text: string, words: IdentityWords): string {
  return text.slice(opening(text, words.offices.government).length);
}

function mayFollowShort(rest: string, words: IdentityWords): boolean {
  return rest === '' || new RegExp(`^${anyOf([...words.offices.government, ...words.offices.bureaus, ...words.offices.zones])}`).test(rest);
}
