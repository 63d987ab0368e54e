import type { Office } from './office.js';
import type { IdentityWords } from './words.js';

/**
 * Whether other offices may bear the name that is all that is known of an office: 鼓楼区 that may be of several cities, a 财政局 of who
 * knows where, a town without its county. An office of the whole country (教育部) has no namesake, nor has one in a
 * county that the gazetteer does not have where the city it lies in is printed (洛阳市吉祥区).
 */
export function mayHaveNamesakes(office: Office, name: string, words: IdentityWords): boolean {
  if (office.division !== null) return office.division.level === 'province' && office.unplaced.length > 0;
  const { national, superiors } = words.offices;
  if (national.includes(name) || superiors.includes(name)) return false;
  if (office.unlisted === '') return true;
  const areas = [...office.areas.filter(({ level, name: area }) => level !== 'province' || area.endsWith('市')), ...office.unplaced.filter(({ level }) => level !== 'town')];
  return areas.length < 2;
}
