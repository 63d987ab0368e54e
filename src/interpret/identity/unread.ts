import type { Division, Gazetteer } from './gazetteer.js';
import { namesWithSuffix, spelledIn, townStems, townSuffixes } from './spellings.js';
import { ending, type IdentityWords } from './words.js';

/** What the name of a division in a scan may stand for. */
export interface Meant {
  /** The one that it must mean, or null. */
  readonly division: Division | null;
  /** Those that come near, where more than one does. */
  readonly candidates: readonly Division[];
}

/** What the picture of a character comes out as that the reader does not know: another, nothing, or its two halves. */
const anything = '.{0,2}';

/**
 * The one of some divisions whose name a scan must mean. `read`: the name as it was read, with its suffix; `among`: all towns of a
 * county, or all divisions down to counties of a province or prefecture, those that are no more too. None of them has the name that was read.
 *
 * The reader of scans has no picture of some characters, and seldom knows some others (`unreadable`, `misread`). A name that is
 * otherwise as it was read, with what such a character was seen to be taken for in its place, is meant. Else anything may stand for
 * them, or nothing; then no other may come as near, with a character lost or (but for what such names are known to become) another in
 * its place, and no town of the country may have the name that was read for one: it may be that of a town that was abolished.
 */
export function unreadName(read: string, among: readonly Division[], gazetteer: Gazetteer, words: IdentityWords): Meant {
  const stem = read.slice(0, read.length - ending(read, townSuffixes(words)).length);
  const isOf = (division: Division, patterns: (name: string) => RegExp[]): boolean => {
    const [text, names] = division.level === 'town' ? [stem, townStems(division.name, words)] : [read, namesWithSuffix(division, words)];
    return names.some((name) => patterns(name).some((pattern) => pattern.test(text)));
  };
  const those = (patterns: (name: string) => RegExp[]): Division[] => unique(among.filter((division) => isOf(division, patterns)), gazetteer);
  const seen = those((name) => asSeen(name, words));
  const [only] = seen;
  if (only !== undefined && seen.length === 1) return { division: only, candidates: [] };

  const isName = among.some(({ level }) => level === 'town') && gazetteer.towns(read, null).some((town) => spelledIn(read, town, words)?.text === read);
  const near = those((name) => asAnything(name, words));
  const [nearest] = near;
  if (nearest === undefined || isName) return { division: null, candidates: [] };
  const isMeant = near.length === 1 && Array.from(nearest.name).some((character) => isHard(character, words));
  return isMeant ? { division: nearest, candidates: [] } : { division: null, candidates: near };
}

/** Of one under its names of then and of today, that of today. */
function unique(divisions: readonly Division[], gazetteer: Gazetteer): Division[] {
  return [...new Map(divisions.toSorted((a, b) => Number(a.until === undefined) - Number(b.until === undefined)).map((division) => [gazetteer.today(division).code, division])).values()];
}

/** Whether the reader of scans does not know a character, or seldom reads it. */
const isHard = (character: string, { divisions: { unreadable, misread } }: IdentityWords): boolean => unreadable.includes(character) || Object.hasOwn(misread, character);

/** What a name was seen to be read as: one of its hard characters as another, the others as well or lost. */
function asSeen(name: string, words: IdentityWords): RegExp[] {
  const characters = Array.from(name);
  const takenFor = (character: string): string => words.divisions.misread[character] ?? '';
  return characters.flatMap((taken, at) => (takenFor(taken) === '' ? [] : [
    new RegExp(`^${characters.map((character, i) => (i === at ? `[${takenFor(taken)}]` : isHard(character, words) ? `[${character}${takenFor(character)}]?` : character)).join('')}$`, 'u'),
  ]));
}

/** What a name may be read as: of one with hard characters, at least one other but its last as it is; of any other, all but one. */
function asAnything(name: string, words: IdentityWords): RegExp[] {
  const characters = Array.from(name);
  const hard = characters.map((character) => isHard(character, words));
  const wild = hard.includes(true) ? [hard] : characters.map((_, lost) => characters.map((__, at) => at === lost));
  return wild.filter((some) => some.includes(false)).map((some) => new RegExp(`^${characters.map((character, at) => (some[at] === true ? anything : character)).join('')}$`, 'u'));
}
