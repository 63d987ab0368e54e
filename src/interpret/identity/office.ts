import type { IssuerKind } from '../../model/report.js';
import { liesIn, type Division, type Gazetteer } from './gazetteer.js';
import { readings, readingsOfYear, withoutGovernment, type Reading } from './readings.js';
import type { Passage } from './evidence.js';
import { meantName, type MeantName } from './meant.js';
import { settle } from './settle.js';
import { spelledIn, townSuffixes } from './spellings.js';
import { unlistedAreas, type Unlisted, type UnlistedArea } from './unlisted.js';
import { anyOf, ending, opening, type IdentityWords } from './words.js';

/** Where the name of an office comes from. */
export interface NameSource {
  /** It is not from the title but of the office that wrote the report, so that the 办公室 of a government stands for the government. */
  readonly written: boolean;
  /** It was read from a picture. */
  readonly scanned: boolean;
}

/** The name of an office, taken apart. */
export interface Office {
  readonly kind: IssuerKind;
  /** Name without the division, for a department. */
  readonly department: string;
  /** The name that tells it from the others of its division; empty for the government of the division itself. */
  readonly own: string;
  /** The narrowest division that is sure, or null. */
  readonly division: Division | null;
  /** From the province down: what is known of its divisions. */
  readonly areas: readonly Division[];
  /** Names as printed of what has no code here, the widest first. */
  readonly unplaced: readonly UnlistedArea[];
  /** The printed prefecture and county that the gazetteer does not have; empty where it has them. */
  readonly unlisted: string;
  /** The printed division, where it is no more or is called otherwise today; null where it is in force. */
  readonly former: Division | null;
  /** The division that a scan must mean, where its name was not read as it is; null where nothing had to be inferred. */
  readonly inferred: Division | null;
  /** The divisions that bear the printed name, where nothing settles which is meant. */
  readonly candidates: readonly Division[];
  readonly ambiguousName: string;
}

/**
 * Takes the name of an office apart. `evidence` is other text of the document, which may settle a name that several
 * divisions bear; `year` is that of the report, if it is known. A division that was renamed is what it is today, so that its
 * years stand together.
 */
export function takeApart(name: string, evidence: readonly Passage[], source: NameSource, year: number | null, gazetteer: Gazetteer, words: IdentityWords): Office {
  if (!source.scanned) return partsOf(name, evidence, source, year, gazetteer, words);
  const superior = opening(name, words.offices.superiors);
  const meant = meantName(name.slice(superior.length), evidence, (text) => unknownTown(text, words), gazetteer, words);
  const office = partsOf(superior + meant.text, evidence, source, year, gazetteer, words);
  return { ...(isHidden(office, meant) ? { ...office, division: null, unlisted: meant.unread } : office), ...unsureOf(meant) };
}

/** Whether the name of a narrower division than the office has was lost: the code would be that of another government. */
const isHidden = ({ division }: Office, { unread, within }: MeantName): boolean => unread !== '' && within !== null && !(within.level === 'county' || within.level === 'zone') && division?.code === within.code;

/** What a scan leaves open of the name of an office. A town that may be one of several has the code of its county. */
function unsureOf({ inferred, candidates, unread, within }: MeantName): Partial<Office> {
  const last = inferred.at(-1);
  const several = candidates.length > 0 && within?.level !== 'county' && within?.level !== 'zone' ? { division: null, unlisted: '', candidates, ambiguousName: unread } : {};
  return { ...(last === undefined ? {} : { inferred: last }), ...several };
}

function partsOf(name: string, evidence: readonly Passage[], { written }: NameSource, year: number | null, gazetteer: Gazetteer, words: IdentityWords): Office {
  const superior = opening(name, words.offices.superiors);
  const body = name.slice(superior.length);
  const found = readingsOfYear(readings(body, gazetteer, words), year);
  const [first] = found;
  if (first === undefined) {
    const unlisted = unlistedAreas(body, null, words);
    if (unlisted !== null && !hidesArea(unlisted, gazetteer, words)) return { ...inUnlisted(superior, unlisted, written, words), areas: [] };
    return { ...unplaced(name, null, words), division: null, areas: [], unlisted: '', former: null, inferred: null, candidates: [], ambiguousName: '' };
  }

  const bearers = likeliest(found, gazetteer);
  const unlisted = unlistedAreas(withoutGovernment(first.rest, words), bearers[0]?.level ?? null, words);
  if (unlisted !== null) {
    // 巢湖市居巢区: no county lies in another, so 巢湖市 is not the county that bears the name now.
    const areas = bearers.length > 1 ? [] : bearers.flatMap((bearer) => bearer.level === 'county' ? gazetteer.above(bearer).slice(0, 1) : [...gazetteer.above(bearer), bearer]);
    return { ...inUnlisted(superior, unlisted, written, words), areas };
  }
  const printed = first.spelling.text;
  const named = choose(bearers, found, evidence, gazetteer, words);
  if (named === null) {
    const [one] = bearers;
    // What is printed before the name: a namesake that was abolished may have lain anywhere.
    const areas = first.chain.slice(0, -1).filter((area) => found.every(({ chain }) => chain.includes(area)));
    const level = (['town', 'county'] as const).find((each) => bearers.every((bearer) => bearer.level === each));
    const unplacedName = level === undefined ? [] : [{ level, name: printed }];
    return { ...ownName(superior, first, one?.level ?? 'county', written, words), division: null, areas, unplaced: unplacedName, unlisted: '', former: null, inferred: null, candidates: bearers, ambiguousName: printed };
  }

  const chosen = gazetteer.today(named);
  const above = gazetteer.above(chosen);
  const settled = { unlisted: '', former: named.until === undefined ? null : named, inferred: null, candidates: [], ambiguousName: '' };
  if (chosen.level === 'zone') {
    // No code of GB/T 2260: the zone is an office of its prefecture.
    const rest = ownName(superior, first, 'zone', written, words);
    const own = printed + rest.own.replace(/^(?:管委会|管理委员会)/, '');
    return { ...rest, own, department: rest.department === '' ? '' : printed + rest.department, division: above.at(-1) ?? null, areas: above, unplaced: [], ...settled };
  }
  const town = chosen.level === 'town' ? null : unknownTown(first.rest, words);
  if (town !== null) return { ...unplaced(withoutGovernment(first.rest, words), town, words), division: chosen, areas: [...above, chosen], ...settled };
  return { ...ownName(superior, first, chosen.level, written, words), division: chosen, areas: [...above, chosen], unplaced: [], ...settled };
}

type OwnName = Pick<Office, 'kind' | 'department' | 'own'>;

/** Kind and own name of an office from what follows its division. */
function ownName(superior: string, reading: Reading, level: Division['level'], written: boolean, words: IdentityWords): OwnName {
  const { rest, spelling } = reading;
  const { government, seats, secretariats, party } = words.offices;
  const bare = rest.slice(opening(rest, level === 'town' ? seats : government).length);
  const both = level === 'town' ? `^(?:${anyOf(seats)}[、和及与]?)+$` : `^${anyOf(party)}[、和及与]?[省市区县州盟旗]?${anyOf(government)}$`;
  const itself = bare === '' || new RegExp(both, 'u').test(rest) || ((level === 'town' || written) && new RegExp(`^${anyOf(secretariats)}+$`, 'u').test(bare));
  if (superior === '' && itself) {
    const kind = level === 'town' ? townKind(spelling.text, words) : level === 'zone' ? 'other' : 'government';
    return { kind, department: '', own: '' };
  }
  // 普陀区|委社会工作部
  const committee = /^委(?!员)/.test(rest) ? spelling.text.slice(-1) : '';
  const kind = kindOf(rest, words);
  const department = superior + committee + rest;
  return { kind, department: kind === 'department' ? department : '', own: superior + committee + bare };
}

/** An office whose division is not in the gazetteer: a town that is known by its name alone, or something else. */
function unplaced(name: string, town: string | null, words: IdentityWords): OwnName & Pick<Office, 'unplaced'> {
  const found = town ?? unknownTown(name, words);
  const own = withoutSeat(name, words);
  if (found !== null) return { kind: townKind(found, words), department: '', own, unplaced: [{ level: 'town', name: found }] };
  const isGovernment = ending(name, words.offices.government) !== '';
  const kind = isGovernment ? 'government' : kindOf(name, words);
  return { kind, department: kind === 'department' ? name : '', own, unplaced: [] };
}

/** An office in a prefecture or county that the gazetteer does not have. It has no code: that of the wider division is another's. */
function inUnlisted(superior: string, unlisted: Unlisted, written: boolean, words: IdentityWords): Omit<Office, 'areas'> {
  const { areas, rest } = unlisted;
  const name = areas.map((area) => area.name).join('');
  const about = { division: null, unlisted: name, former: null, inferred: null, candidates: [], ambiguousName: '' };
  if (unknownTown(rest, words) !== null) {
    const inner = unplaced(rest, null, words);
    return { ...inner, ...about, unplaced: [...areas, ...inner.unplaced] };
  }
  const reading: Reading = { chain: [], spelling: { text: name, kind: 'exact' }, rest };
  return { ...ownName(superior, reading, 'county', written, words), ...about, unplaced: areas };
}

/** 江苏通州市: the name of a province or prefecture without its suffix stands before the unlisted name. */
function hidesArea({ areas }: Unlisted, gazetteer: Gazetteer, words: IdentityWords): boolean {
  const name = areas[0]?.name ?? '';
  return gazetteer.divisions(name, null).some((division) => {
    const spelling = division.level === 'province' || division.level === 'prefecture' ? spelledIn(name, division, words) : null;
    return spelling?.kind === 'short' && name.length - spelling.text.length > 2;
  });
}

/** A name without 人民政府, 政府 or 办事处 at its end. */
export function withoutSeat(name: string, words: IdentityWords): string {
  return name.slice(0, name.length - ending(name, words.offices.seats).length) || name;
}

/** By the longer of the endings that fit: a 监督管理委员会 is a department, any other 管理委员会 is none. */
function kindOf(name: string, words: IdentityWords): IssuerKind {
  const { departments, others } = words.offices;
  return ending(name, departments).length > ending(name, others).length ? 'department' : 'other';
}

function townKind(name: string, words: IdentityWords): IssuerKind {
  const suffix = ending(name, townSuffixes(words));
  if (suffix === '') return 'other';
  return words.divisions.towns.town.includes(suffix) ? 'town' : 'subdistrict';
}

/** A town by its suffix, where nothing but the words for its seat or an office of it follows. */
function unknownTown(text: string, words: IdentityWords): string | null {
  const { seats, secretariats } = words.offices;
  const shape = new RegExp(`^(\\p{L}{1,12}?${anyOf([...townSuffixes(words)].reverse())})${anyOf(seats)}?${anyOf(secretariats)}?$`, 'u');
  return shape.exec(withoutGovernment(text, words))?.[1] ?? null;
}

/**
 * The divisions that may be meant. Inside one county a name as it stands in the gazetteer goes before one with another
 * suffix; 江苏淮安 is the city, not its district 淮安区; 阿克苏地区 is the prefecture, not the town 阿克苏乡.
 */
function likeliest(found: readonly Reading[], gazetteer: Gazetteer): readonly Division[] {
  const last = (reading: Reading): Division[] => reading.chain.slice(-1);
  const area = (division: Division): string => gazetteer.above(division).at(-1)?.code ?? '';
  const exact = new Set(found.filter(({ spelling }) => spelling.kind === 'exact').flatMap(last).map(area));
  const wider = found.filter(({ chain, spelling }) => spelling.kind === 'short' && chain.length > 1).flatMap(last);
  const isBeside = (division: Division): boolean => exact.has(area(division)) || wider.some((each) => liesIn(division, each));
  const isArea = found.some((reading) => reading.spelling.kind === 'exact' && last(reading).some((division) => division.level !== 'town'));
  const kept = found.filter((reading) => reading.spelling.kind === 'exact' || !last(reading).some((division) => isBeside(division) || (isArea && division.level === 'town')));
  // Of one under its names of then and of today, that of today.
  return [...new Map(kept.flatMap(last).sort((a, b) => Number(a.until === undefined) - Number(b.until === undefined)).map((division) => [gazetteer.today(division).code, division])).values()];
}

function choose(bearers: readonly Division[], found: readonly Reading[], evidence: readonly Passage[], gazetteer: Gazetteer, words: IdentityWords): Division | null {
  const [only] = bearers;
  if (only === undefined) return null;
  const isPlaced = found.every(({ chain }) => chain.length > 1);
  if (bearers.length === 1 && (isPlaced || (only.level !== 'town' && only.level !== 'county'))) return only;
  return settle(bearers, found[0]?.spelling.text ?? '', evidence, gazetteer, words);
}
