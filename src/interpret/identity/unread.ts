import type { Division, Gazetteer } from './gazetteer.js';
import { spelledIn, townStems, townSuffixes } from './spellings.js';
import { anyOf, ending, type IdentityWords } from './words.js';

/** What the pictures of a character come out as that the reader does not know: another, nothing, or its two halves. */
const anything = '.{0,2}';

/**
 * The one town of a county whose name a scan must mean, or null. `read`: the name as it was read, with its suffix.
 *
 * The reader of scans has no picture of some characters (`unreadable`); in a name that is otherwise as it was read, anything may stand
 * for them, or nothing. No other town of the county may come as near, with a character lost or another in its place, and no
 * town of the country may have the name that was read: it may be that of one that was abolished.
 */
export function unreadTown(read: string, county: Division, gazetteer: Gazetteer, words: IdentityWords): Division | null {
  const stem = read.slice(0, read.length - ending(read, townSuffixes(words)).length);
  if (gazetteer.towns(read, null).some((town) => spelledIn(read, town, words)?.text === read)) return null;
  const towns = gazetteer.townsIn(county);
  const near = towns.filter((town) => townStems(town.name, words).some((name) => patterns(name, words).some((pattern) => pattern.test(stem))));
  const [only, more] = near;
  return only !== undefined && more === undefined && new RegExp(anyOf(Array.from(words.divisions.unreadable)), 'u').test(only.name) ? only : null;
}

/** What a name may be read as: of one with unreadable characters, at least one other as it is; of any other, all but one. */
function patterns(stem: string, words: IdentityWords): RegExp[] {
  const characters = Array.from(stem);
  const isUnreadable = characters.map((character) => words.divisions.unreadable.includes(character));
  const wild = isUnreadable.includes(true) ? [isUnreadable] : characters.map((_, lost) => characters.map((__, at) => at === lost));
  return wild.filter((some) => some.includes(false)).map((some) => new RegExp(`^${characters.map((character, at) => (some[at] === true ? anything : character)).join('')}$`, 'u'));
}
