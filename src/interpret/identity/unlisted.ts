import type { Division } from './gazetteer.js';
import { withoutGovernment } from './readings.js';
import { anyOf, ending, opening, type IdentityWords } from './words.js';

/** A prefecture, county or town that the gazetteer does not have, as printed. */
export interface UnlistedArea {
  readonly level: 'prefecture' | 'county' | 'town';
  readonly name: string;
}

/** What the name of an office says of divisions that the gazetteer does not have, and what follows them. */
export interface Unlisted {
  /** The wider one first. */
  readonly areas: readonly UnlistedArea[];
  readonly rest: string;
}

/**
 * The prefecture and the county that a text begins with, by their suffixes; null where it begins with none. `within` is the
 * level of the division that stands before the text, or null. A division that was renamed, merged or abolished is known
 * by nothing else: 杭州市|下城区人民政府. Words that only look so are none: 城市, 社区, 经济技术开发区.
 */
export function unlistedAreas(text: string, within: Division['level'] | null, words: IdentityWords): Unlisted | null {
  if (within === 'zone' || within === 'town') return null;
  const first = areaAt(text, within, words);
  if (first === null) return null;
  const rest = text.slice(first.name.length);
  const isWide = within === null || within === 'province';
  const second = isWide && ending(first.name, words.divisions.unlisted.wide) !== '' ? areaAt(rest, 'prefecture', words) : null;
  if (second !== null) return { areas: [{ level: 'prefecture', name: first.name }, second], rest: withoutGovernment(rest.slice(second.name.length), words) };
  return { areas: [first], rest: withoutGovernment(rest, words) };
}

function areaAt(text: string, within: Division['level'] | null, words: IdentityWords): UnlistedArea | null {
  const { prefectures, counties, former_prefectures, no_areas, no_endings, not_inside } = words.divisions.unlisted;
  const { government, others } = words.offices;
  const isWide = within === null || within === 'province';
  // 吴县|市人民政府 is none: 吴县市.
  const suffix = `(?:${anyOf([...prefectures, ...counties])})(?!市(?:${anyOf(government)}|$))`;
  const name = new RegExp(`^\\p{sc=Han}{1,15}?${suffix}`, 'u').exec(text)?.[0] ?? '';
  if (name === '' || no_areas.includes(name) || ending(name, [...no_endings, ...others]) !== '') return null;

  const isPrefecture = ending(name, prefectures) !== '';
  const stem = name.slice(0, name.length - ending(name, [...prefectures, ...counties].sort((a, b) => b.length - a.length)).length);
  if (not_inside.some((word) => stem.includes(word)) || (stem.length > 7 && !name.includes('自治'))) return null;
  if (stem.length < (isPrefecture || within === 'county' ? 2 : 1) || (isPrefecture && !isWide)) return null;
  const rest = text.slice(name.length);
  if (/[区市]$/.test(name) && opening(rest, [...words.divisions.towns.subdistrict, '管理', '管委']) !== '') return null;
  if (name.endsWith('市') && opening(rest, words.divisions.not_before['市'] ?? []) !== '') return null;
  return { level: isPrefecture || (isWide && former_prefectures.includes(name)) ? 'prefecture' : 'county', name };
}
