import type { Division } from './gazetteer.js';
import { ending, type IdentityWords } from './words.js';

/**
 * How a text spells a division that it begins with. `exact`: the name as the gazetteer has it. `full`: with a suffix of
 * its level, the name of a people left out or another suffix of towns written. `short`: without any suffix.
 */
export interface Spelling {
  readonly text: string;
  readonly kind: 'exact' | 'full' | 'short';
}

/** The longest spelling of the division that the text begins with. */
export function spelledIn(text: string, division: Division, words: IdentityWords): Spelling | null {
  const fits = spellings(division, words).filter((spelling) => text.startsWith(spelling.text));
  return fits.reduce<Spelling | null>((best, spelling) => (best === null || spelling.text.length > best.text.length ? spelling : best), null);
}

/** The spellings of a province, prefecture or county with a suffix. */
export function namesWithSuffix(division: Division, words: IdentityWords): readonly string[] {
  return [...new Set(spellings(division, words).flatMap(({ text, kind }) => (kind === 'short' ? [] : [text])))];
}

/** Every suffix of towns and subdistricts, the longest first. */
export function townSuffixes(words: IdentityWords): readonly string[] {
  const { town, subdistrict } = words.divisions.towns;
  return [...town, ...subdistrict].sort((a, b) => b.length - a.length);
}

function spellings(division: Division, words: IdentityWords): Spelling[] {
  const exact: Spelling = { text: division.name, kind: 'exact' };
  return [exact, ...(division.level === 'town' ? townSpellings(division.name, words) : areaSpellings(division.name, words))];
}

/** 苏家坨地区: 苏家坨镇, 苏家坨街道 …; 于家务回族乡: 于家务乡 …. A farm or a development zone is spelled in one way only. */
function townSpellings(name: string, words: IdentityWords): Spelling[] {
  const suffixes = townSuffixes(words);
  return townStems(name, words).flatMap((each) => suffixes.map((suffix): Spelling => ({ text: each + suffix, kind: 'full' })));
}

/** The name of a town without its suffix, and without the names of peoples; none where it has no suffix. */
export function townStems(name: string, words: IdentityWords): readonly string[] {
  const stem = withoutSuffix(name, ending(name, townSuffixes(words)));
  return stem === null ? [] : [...new Set([stem, withoutPeoples(stem, words)])];
}

/** 彭水苗族土家族自治县: 彭水自治县, 彭水县, 彭水. A name of one character is never short: 易县. */
function areaSpellings(name: string, words: IdentityWords): Spelling[] {
  const { suffixes } = words.divisions;
  const suffix = ending(name, Object.keys(suffixes).sort((a, b) => b.length - a.length));
  const stem = withoutSuffix(name, suffix);
  if (stem === null) return [];
  const core = withoutPeoples(stem, words);
  const full = [suffix, ...(suffixes[suffix] ?? [])].map((each): Spelling => ({ text: core + each, kind: 'full' }));
  return core.length > 1 ? [...full, { text: core, kind: 'short' }] : full;
}

function withoutSuffix(name: string, suffix: string): string | null {
  return suffix === '' || suffix === name ? null : name.slice(0, name.length - suffix.length);
}

/** The stem without the names of peoples at its end; as it is where that leaves less than a name: 内蒙古. */
function withoutPeoples(stem: string, words: IdentityWords): string {
  const people = ending(stem, words.divisions.peoples);
  const rest = stem.slice(0, stem.length - people.length);
  return people === '' || rest.length < 2 ? stem : withoutPeoples(rest, words);
}
