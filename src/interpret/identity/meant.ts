import { mentionsIn, type Passage } from './evidence.js';
import { liesIn, type Division, type Gazetteer } from './gazetteer.js';
import { readings, withoutGovernment } from './readings.js';
import { unlistedAreas } from './unlisted.js';
import { unreadName } from './unread.js';
import { anyOf, ending, opening, type IdentityWords } from './words.js';

/** The name of an office as a scan must mean it. */
export interface MeantName {
  /** With the names of divisions that were not read as they are put right; as it was read where none were. */
  readonly text: string;
  /** The divisions whose names were put right, the widest first. */
  readonly inferred: readonly Division[];
  /** A name that is of no division of the surroundings, as it was read; empty where there is none. */
  readonly unread: string;
  /** The divisions that it may mean, where there are several. */
  readonly candidates: readonly Division[];
  /** What `unread` lies in. */
  readonly within: Division | null;
}

/** A prefecture, a county and a town. */
const mostNames = 3;

/**
 * Reads the name of an office in a scan as it must be meant, from its widest division on. Where its first division was not read as it
 * is, what the text says of where its office belongs (`passages`) is its surroundings. `townIn`: the town that a text names, or null.
 */
export function meantName(read: string, passages: readonly Passage[], townIn: (text: string) => string | null, gazetteer: Gazetteer, words: IdentityWords): MeantName {
  const inferred: Division[] = [];
  let text = read;
  for (;;) {
    const found = readings(text, gazetteer, words);
    const area = found.length === 0 ? surroundings(passages, gazetteer, words) : onlyOf(found.flatMap(({ chain }) => chain.slice(-1)), gazetteer);
    const rest = withoutGovernment(found[0]?.rest ?? text, words);
    const unread = area === null || inferred.length === mostNames ? '' : nameAt(rest, area, townIn, words);
    const none = { text, inferred, unread, within: area };
    if (area === null || unread === '') return { ...none, candidates: [] };
    const { division, candidates } = unreadName(unread, holdsTowns(area) ? gazetteer.townsIn(area) : gazetteer.areasIn(area), gazetteer, words);
    if (division === null) return { ...none, candidates };
    inferred.push(division);
    text = [...gazetteer.above(division), division].map(({ name }) => name).join('') + rest.slice(unread.length);
  }
}

/** Letters and digits that Chinese characters come out as, and one in place of them. */
const notHan = /[a-z\d]/giu;
const anyHan = '某';

/** A county, and a zone that is counted beside the counties. */
const holdsTowns = ({ level }: Division): boolean => level === 'county' || level === 'zone';

/** The name of a division that a text begins with and that an area does not have, by its suffix; empty where there is none. */
function nameAt(rest: string, area: Division, townIn: (text: string) => string | null, words: IdentityWords): string {
  if (holdsTowns(area)) return townIn(rest) ?? '';
  if (area.level === 'town') return '';
  // 临汾市|县人民政府, 三明市|县区财政局: nothing of the name is left but its suffix, or what is one in other names.
  const suffixes = new RegExp(`^${anyOf(words.divisions.unlisted.counties)}*`, 'u').exec(rest)?.[0] ?? '';
  const printed = unlistedAreas(rest.replace(notHan, anyHan), area.level, words)?.areas[0]?.name ?? suffixes;
  const name = rest.slice(0, printed.length);
  const isOffice = (text: string): boolean => text === '' || opening(text, [...words.offices.government, ...words.offices.bureaus]) !== '';
  // 石家庄市城区改造办公室: so short a name may be a word.
  if (name.length > 2 || (name !== '' && isOffice(rest.slice(name.length)))) return name;
  // Whatever has a government of its own is a division.
  const government = ending(rest, words.offices.government);
  return government === '' ? '' : rest.slice(0, rest.length - government.length);
}

/** The narrowest division that all the text says its office belongs to, or null. */
function surroundings(passages: readonly Passage[], gazetteer: Gazetteer, words: IdentityWords): Division | null {
  const own = mentionsIn(passages, gazetteer, words).filter(({ weight }) => weight === 'own');
  const isAround = (area: Division, division: Division): boolean => area.code === division.code || liesIn(division, area);
  const common = own.flatMap(({ bearers }) => bearers).filter((division) => own.every(({ bearers }) => bearers.some((bearer) => isAround(bearer, division))));
  return onlyOf(common.filter((division) => !common.some((other) => liesIn(other, division))), gazetteer);
}

/** The one division that all of these are today, or that the others lie in (铜仁市 was a county of 铜仁); null where they are several, or none. */
function onlyOf(divisions: readonly Division[], gazetteer: Gazetteer): Division | null {
  const all = [...new Map(divisions.map((division) => [gazetteer.today(division).code, gazetteer.today(division)])).values()];
  const [only, more] = all.filter((division) => !all.some((other) => liesIn(division, other)));
  return more === undefined ? (only ?? null) : null;
}
