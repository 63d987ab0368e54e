import type { Division, Gazetteer } from './gazetteer.js';
import { liesIn } from './gazetteer.js';
import { spelledIn } from './spellings.js';
import type { IdentityWords } from './words.js';

/** The divisions of one name that a text mentions in full. */
interface Mention {
  readonly name: string;
  readonly bearers: readonly Division[];
}

/**
 * The one of several divisions with the same name that the other text of the document speaks for, or null where it
 * speaks for none or for more than one. Every mention that bears on a candidate must fit: a report that names both
 * 北京市 and 南通市 settles nothing for 通州区. A town is easily confused with one that has since been abolished, so it
 * is held to more: where only a province or a prefecture speaks for it, or nothing, no other place may be mentioned.
 */
export function settle(candidates: readonly Division[], evidence: string, gazetteer: Gazetteer, words: IdentityWords): Division | null {
  const inside = (bearers: readonly Division[], candidate: Division): boolean => bearers.some((bearer) => liesIn(candidate, bearer));
  const mentions = mentionsIn(evidence, gazetteer, words).filter((mention) => !candidates.some((candidate) => candidate.name === mention.name));
  const relevant = mentions.filter(({ bearers }) => candidates.some((candidate) => inside(bearers, candidate)));
  const foreign = mentions.length > relevant.length;

  const fitting = candidates.filter((candidate) => relevant.every(({ bearers }) => inside(bearers, candidate)));
  const only = fitting[0];
  if (fitting.length !== 1 || only === undefined) return null;
  if (relevant.length === 0 && candidates.length > 1) return null;
  const near = relevant.some(({ bearers }) => bearers.some((bearer) => bearer.level === 'county' || bearer.level === 'zone'));
  return only.level === 'town' && foreign && !near ? null : only;
}

/** Provinces, prefectures and counties that stand in a text with their suffix. */
function mentionsIn(text: string, gazetteer: Gazetteer, words: IdentityWords): Mention[] {
  const found = new Map<string, Set<Division>>();
  for (let at = 0; at < text.length; at += 1) {
    const rest = text.slice(at, at + 20);
    for (const division of gazetteer.divisions(rest, null)) {
      const spelling = spelledIn(rest, division, words);
      // 城区, 郊区 and other names of two characters are words of every day.
      if (spelling === null || spelling.kind === 'short' || spelling.text.length < 3 || isWord(rest, spelling.text, words)) continue;
      const bearers = found.get(spelling.text) ?? new Set();
      found.set(spelling.text, bearers.add(division));
    }
  }
  return [...found].map(([name, bearers]) => ({ name, bearers: [...bearers] }));
}

/** 海口市场: the last character of what looks like a name belongs to a word. */
function isWord(text: string, name: string, words: IdentityWords): boolean {
  const after = words.divisions.not_before[name.slice(-1)] ?? [];
  return after.includes(text[name.length] ?? '');
}
