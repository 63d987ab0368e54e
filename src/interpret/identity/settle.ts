import { mentionsIn, namesInFull, type Mention, type Passage } from './evidence.js';
import { liesIn, type Division, type Gazetteer } from './gazetteer.js';
import type { IdentityWords } from './words.js';

/**
 * The one of the divisions with a printed name that the other text of the document speaks for, or null where it speaks
 * for none or for more than one. The name in full (南通市通州区) goes first. Else every mention that bears on a candidate
 * must fit, and those that say where the office belongs must alone tell which it is: a city that is told of in passing
 * settles nothing.
 *
 * A town or a county of one bearer is easily confused with a namesake that has since been abolished, so where other
 * places are named too, its own must be named, and as its own where the others are more than the end of a visit. A town
 * is held to its county.
 */
export function settle(candidates: readonly Division[], printed: string, passages: readonly Passage[], gazetteer: Gazetteer, words: IdentityWords): Division | null {
  const names = (bearer: Division): string[] => gazetteer.above(bearer).flatMap((area) => ['', ...words.offices.government].map((word) => area.name + word + printed));
  const inFull = candidates.filter((bearer) => names(bearer).some((name) => namesInFull(passages, name, words)));
  if (inFull.length === 1) return inFull[0] ?? null;

  const mentions = mentionsIn(passages, gazetteer, words).filter((mention) => !candidates.some((candidate) => candidate.name === mention.name || isInside(mention, candidate)));
  const isRelevant = (mention: Mention): boolean => candidates.some((candidate) => isAround(mention, candidate));
  const relevant = mentions.filter(isRelevant);
  const own = relevant.filter((mention) => mention.weight === 'own');
  const fits = (some: readonly Mention[]): Division[] => candidates.filter((candidate) => some.every((mention) => isAround(mention, candidate)));

  const [only] = fits(relevant);
  if (only === undefined || fits(relevant).length > 1) return null;
  if (candidates.length > 1 && fits(own).length !== 1) return null;
  const foreign = mentions.filter((mention) => !isRelevant(mention));
  if (only.level === 'town') {
    const isNear = own.some(({ bearers }) => bearers.some((bearer) => bearer.level === 'county' || bearer.level === 'zone'));
    return foreign.length > 0 && !isNear ? null : only;
  }
  return candidates.length > 1 || isSure(relevant, foreign, words.divisions.once_shared.includes(only.name)) ? only : null;
}

/** Whether the only county of a name is meant. `onceShared`: one that was abolished bore the name too. */
function isSure(relevant: readonly Mention[], foreign: readonly Mention[], onceShared: boolean): boolean {
  const isOwn = (mention: Mention): boolean => mention.weight === 'own';
  const isPassing = (mention: Mention): boolean => mention.weight === 'passing';
  if (onceShared || foreign.some((mention) => !isPassing(mention))) return relevant.some(isOwn) && !foreign.some(isOwn);
  return foreign.length === 0 || relevant.some((mention) => !isPassing(mention));
}

/** Whether a division lies in one of those that a mention may mean. */
function isAround({ bearers }: Mention, division: Division): boolean {
  return bearers.some((bearer) => liesIn(division, bearer));
}

function isInside({ bearers }: Mention, division: Division): boolean {
  return bearers.some((bearer) => liesIn(bearer, division));
}
