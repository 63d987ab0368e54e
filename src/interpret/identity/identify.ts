import type { Finding } from '../../model/finding.js';
import { finding } from '../../model/findings.js';
import type { Publisher } from '../../model/page.js';
import type { Identity, ListedAs } from '../../model/report.js';
import { periodYear, yearsIn } from './dates.js';
import { passagesOf, type Passage } from './evidence.js';
import type { Division, Gazetteer } from './gazetteer.js';
import { takeApart, withoutSeat, type Office } from './office.js';
import { formHead } from './form-head.js';
import { mayHaveNamesakes } from './namesakes.js';
import { readings } from './readings.js';
import { officeInProse, signatureAtEnd, underTitle } from './signature.js';
import { findTitle, isYear, plain, type OfficeNames, type TextLine, type Title } from './title.js';
import { ending, opening, type IdentityWords } from './words.js';

export type { TextLine } from './title.js';

/** What is known of a document beside its lines. */
export interface About {
  readonly publisher?: Publisher | undefined;
  /** What the list says that it was found by. */
  readonly listed?: ListedAs | undefined;
  /** Numbers of the pages whose lines were read from pictures. */
  readonly scanned?: ReadonlySet<number>;
}

const firstCharacters = 2000;
const namedCandidates = 5;
const linesUnder = 2;

/**
 * Who published a report, and for which year, from its lines of prose in reading order (no text of tables).
 *
 * The title goes first. What it doesn't say comes from the lines over a form, the signature at the end, the lines under the title and the first
 * paragraphs or the publishing system (issuer), or from the statistical period or the lines over a form (year); never from an address or the name of a file.
 *
 * `issuerId` stays the same over years and spellings: the code of the division for its government (`320813`), a town or a
 * subdistrict (`110112106`); `320813-财政局` for a department (by its name in full) or anything else inside a division, `320813-某某镇` for a town
 * that is known by name only; where no code is known, the name without 人民政府, 政府 or 办事处,
 * with `hasNamesakes` where other offices may bear it, too.
 * `issuerKind`: an administrative committee, a development zone, a company, a university, a hospital, a court is `other`.
 *
 * Findings: `year-unknown`, `year-contradiction`, `issuer-ambiguous`, `issuer-unlisted` and `issuer-unplaced` (no code is given then),
 * `said-by-list` (`listed` says what the document does not: the weakest evidence),
 * `issuer-inferred` (a division in a scan whose name has a character that was not read) and `issuer-unread` (a town that its county does not have),
 * `issuer-renamed` (the code is that of today) and `issuer-abolished` (the code is that of then).
 * Never throws; a document without any of this has an identity of empty fields.
 */
export function identify(lines: readonly TextLine[], gazetteer: Gazetteer, words: IdentityWords, { publisher, listed, scanned = new Set() }: About = {}): { identity: Identity; findings: Finding[] } {
  const offices = officeNames(gazetteer, words);
  const title = findTitle(lines, offices, words);
  const body = lines.slice(title?.to ?? 0);
  const prose = firstPage(body);
  const signature = signatureAtEnd(body, offices, words);
  const head = underTitle(lines, title, offices, words);
  const form = formHead(lines, offices, words);
  const findings: Finding[] = [];

  const told = (publisher?.offices ?? []).map(plain).filter((name) => offices.hasDivision(name) && offices.isOffice(name));
  const own = [form.issuer, signature.issuer, head.issuer, officeInProse(prose, offices, words), ...told].filter((name) => name !== '');
  const inList = listedIdentity(listed, offices, words);
  const elsewhere = [...own, ...inList.issuers];
  const printed = title?.issuer ?? '';
  const issuer = printed === '' ? (elsewhere[0] ?? '') : printed;
  // 财政局 in the title, 洪泽区财政局 in the signature; 某某镇, 洪泽区某某镇人民政府.
  const fuller = offices.hasDivision(issuer) ? issuer : (elsewhere.find((name) => withoutSeat(name, words).endsWith(withoutSeat(issuer, words)) && offices.hasDivision(name)) ?? issuer);
  const period = periodYear(prose, words) ?? (title?.year === undefined || title.year === null ? form.year : null);
  const entitled = title === null ? null : (title.year ?? yearUnder(title, body, words));
  const published = signature.published === '' ? head.published : signature.published;
  const year = entitled === null && period === null ? inList.year : yearOf(entitled, period, published);
  const isScanned = title === null || printed === '' ? own.length > 0 && scanned.size > 0 : scanned.has(title.page);
  const office = takeApart(fuller, [...passagesOf(lines, title, offices, words), ...passagesOfPublisher(publisher, gazetteer)], { written: printed === '', scanned: isScanned }, year, gazetteer, words);
  if (office.unlisted !== '' && office.candidates.length === 0) findings.push(finding('issuer-unlisted', `p${title?.page ?? 1}`, { name: office.unlisted }));
  if (office.candidates.length > 0) findings.push(ambiguous(office, title, gazetteer));
  if (isScanned) findings.push(...unsurelyRead(office, issuer, title));
  const hasNamesakes = issuer !== '' && mayHaveNamesakes(office, fuller, words);
  if (hasNamesakes && office.unlisted === '' && office.candidates.length === 0) findings.push(finding('issuer-unplaced', `p${title?.page ?? 1}`, { name: issuer }));
  if (office.former !== null) findings.push(formerly(office.former, title, gazetteer));

  if (printed === '' && own.length === 0 && issuer !== '') findings.push(finding('said-by-list', '', { what: 'issuer' }));
  if (entitled === null && period === null && year !== null) findings.push(finding('said-by-list', '', { what: 'year' }));
  if (entitled !== null && period !== null && entitled !== period) findings.push(finding('year-contradiction', `p${title?.page ?? 1}`, { title: entitled, text: period }));
  else if (year === null) findings.push(finding('year-unknown', ''));

  const identity: Identity = {
    title: title?.text ?? '',
    issuer,
    issuerId: issuer === '' ? '' : issuerId(office, fuller, words),
    ...(hasNamesakes ? { hasNamesakes } : {}),
    issuerKind: issuer === '' ? '' : office.kind,
    department: office.department,
    divisionCode: office.division?.code ?? '',
    province: areaName(office, 'province'),
    prefecture: areaName(office, 'prefecture'),
    county: areaName(office, 'county'),
    town: areaName(office, 'town'),
    year,
    published,
  };
  return { identity, findings };
}

/** What a list says: who is named in its columns before who is named in the title that it gives. */
function listedIdentity(listed: ListedAs | undefined, offices: OfficeNames, words: IdentityWords): { issuers: string[]; year: number | null } {
  const title = listed?.title === undefined ? null : findTitle([{ text: listed.title, page: 1, size: 0 }], offices, words);
  const issuers = [plain(listed?.issuer ?? ''), title?.issuer ?? ''].filter((name) => name !== '');
  return { issuers, year: listed?.year ?? title?.year ?? null };
}

function officeNames(gazetteer: Gazetteer, words: IdentityWords): OfficeNames {
  const { departments, others, seats } = words.offices;
  const { town, subdistrict } = words.divisions.towns;
  const suffixes = [...departments, ...others, ...seats, ...town, ...subdistrict];
  const hasDivision = (text: string): boolean => text !== '' && readings(text.slice(opening(text, words.offices.superiors).length), gazetteer, words).length > 0;
  const isOffice = (text: string): boolean =>
    text.length >= 3 && (ending(text, suffixes) !== '' || readings(text, gazetteer, words).some((reading) => reading.rest === ''));
  return { hasDivision, isOffice };
}

/** What the publishing system tells of where the office belongs. */
function passagesOfPublisher(publisher: Publisher | undefined, gazetteer: Gazetteer): Passage[] {
  if (publisher === undefined) return [];
  const division = gazetteer.withCode(publisher.siteDivision);
  const area = division === undefined ? [] : [...gazetteer.above(division), division].map(({ name }) => name);
  return [...publisher.offices.map(plain), plain(publisher.site), area.join('')].filter((text) => text !== '').map((text) => ({ text, alone: true }));
}

/**
 * The year of the title, or else of the statistical period. Where they differ the title may name the year of publication, and
 * the period may have been left as it stood in the report of the year before: the one is taken that was
 * published in the year after it, and none where the date does not tell.
 */
function yearOf(entitled: number | null, period: number | null, published: string): number | null {
  if (entitled === null || period === null || entitled === period) return entitled ?? period;
  return [entitled, period].find((year) => published.startsWith(`${String(year + 1)}-`)) ?? null;
}

/** The year on a line of its own under a title that names none: (2020年度). */
function yearUnder(title: Title, body: readonly TextLine[], words: IdentityWords): number | null {
  if (yearsIn(title.text, words).length > 0) return null;
  for (const line of body.slice(0, linesUnder)) {
    const text = plain(line.text.slice(0, firstCharacters));
    const years = yearsIn(text, words);
    if (isYear(text, words)) return years.length === 1 ? (years[0] ?? null) : null;
  }
  return null;
}

/** About a page of prose: what bears on who and when stands there, and on the page after a cover. */
function firstPage(lines: readonly TextLine[]): string {
  let text = '';
  for (const line of lines) {
    if (text.length > firstCharacters) break;
    text += plain(line.text.slice(0, firstCharacters));
  }
  return text.slice(0, firstCharacters);
}

function areaName(office: Office, level: Division['level']): string {
  return office.unplaced.find((area) => area.level === level)?.name ?? office.areas.find((area) => area.level === level)?.name ?? '';
}

function issuerId(office: Office, name: string, words: IdentityWords): string {
  if (office.division === null) return withoutSeat(name, words);
  const own = office.unplaced[0]?.name ?? inFull(office.own, words);
  return own === '' ? office.division.code : `${office.division.code}-${own}`;
}

/** 环保局 and 环境保护局 are one office, 卫生健康委 and 卫生健康委员会. */
function inFull(name: string, { offices: { in_full: names } }: IdentityWords): string {
  if (Object.hasOwn(names, name)) return names[name] ?? name;
  // 建委 and 经委 leave out more than 员会.
  return /^.{3,}[^党纪工常团法]委$/u.test(name) ? `${name}员会` : name;
}

/** What is said of a division whose name, as a scan was read, its surroundings do not have. */
function unsurelyRead({ inferred, division, unplaced }: Office, issuer: string, title: Title | null): Finding[] {
  const place = `p${title?.page ?? 1}`;
  if (inferred !== null) return [finding('issuer-inferred', place, { read: issuer, name: inferred.name, code: inferred.code })];
  return division?.level === 'county' && unplaced.some(({ level }) => level === 'town') ? [finding('issuer-unread', place, { read: issuer, county: division.name })] : [];
}

function formerly(former: Division, title: Title | null, gazetteer: Gazetteer): Finding {
  const { name, code, until = 0, became } = former;
  const place = `p${title?.page ?? 1}`;
  const now = gazetteer.today(former);
  return became === '' ? finding('issuer-abolished', place, { name, code, year: until }) : finding('issuer-renamed', place, { name, now: now.name, code: now.code });
}

function ambiguous(office: Office, title: Title | null, gazetteer: Gazetteer): Finding {
  const named = office.candidates.slice(0, namedCandidates).map((division) => {
    const area = gazetteer.above(division).map((each) => each.name).join('');
    return `${area}${division.name} (${division.code})`;
  });
  const more = office.candidates.length > named.length ? ['…'] : [];
  return finding('issuer-ambiguous', `p${title?.page ?? 1}`, { name: office.ambiguousName, candidates: [...named, ...more].join(', ') });
}
