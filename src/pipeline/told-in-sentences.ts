import type { Chapter } from '../interpret/chapters/chapters.js';
import { suspected } from '../interpret/interpret.js';
import { heldAgainst } from '../interpret/narrative/held-against.js';
import { toldFigures } from '../interpret/narrative/told-figures.js';
import { multipleOf } from '../interpret/narrative/told-numbers.js';
import { toldValues } from '../interpret/narrative/told-values.js';
import { finding } from '../model/findings.js';
import type { Finding } from '../model/finding.js';
import type { Method } from '../model/page.js';
import type { Check, Identity, Value } from '../model/report.js';
import { check } from '../reconcile/checks.js';
import { editRules, type EditRule } from '../reconcile/edit-rules.js';
import type { Pipeline } from './load-pipeline.js';

/** What is known of a report when its sentences are read. */
export interface Prose {
  readonly chapters: readonly Chapter[];
  readonly identity: Identity;
  readonly method: Method;
  /** Numbers of the pages whose text was read from pictures. */
  readonly scanned: ReadonlySet<number>;
}

/** What sentences add to a report. */
export interface Told {
  readonly values: readonly Value[];
  readonly checks: readonly Check[];
  readonly findings: readonly Finding[];
}

/** Chapters of the forms since 2019 that hold a table. */
const chaptersWithTable = new Set(['2', '3', '4']);
/** Fewer chapters than these, and no figure, are no report: a page that links to one, a notice. */
const fewestChapters = 2;
/** Where the forms since 2019 tell the fees. */
const feesIn = { sections: new Set(['6']), indicators: new Set(['fees.charged']) };

/**
 * What a report without any recognised table tells in its sentences; null
 * where the document is no annual report told in words: its title does not say
 * so, there is hardly any text, something of it is lost, or it has chapters
 * whose tables were not read.
 */
export function toldAlone({ chapters, identity, method, scanned }: Prose, pipeline: Pipeline): Told | null {
  const { narrative, labels } = pipeline;
  if (!isAnnualReport(identity, pipeline)) return null;
  if (chapters.some(({ section, text }) => chaptersWithTable.has(section) && text.trim() === '')) return null;
  const figures = toldFigures(chapters, { year: identity.year, issuer: identity.issuer, scanned }, narrative, labels);
  if (figures.length === 0 && chapters.filter(({ section, text }) => section !== '0' && text !== '').length < fewestChapters) return null;
  const { values, findings } = toldValues(figures, method, narrative.source.confidence);
  const { checks, findings: failed } = check(values.filter((v) => multipleOf(v.unit) === 1), sumsThatAreTold(values, pipeline));
  return { values, checks, findings: [...findings, ...failed, ...(figures.length === 0 ? [finding('nothing-told', '')] : [])] };
}

/** What the sentences of a report with tables add: checks against the tables, and the fees of its last chapter. */
export function toldBesides(prose: Prose, tables: readonly Value[], { narrative, labels }: Pipeline): Told {
  const { chapters, identity, method, scanned } = prose;
  const about = { year: identity.year, issuer: identity.issuer, scanned };
  const { checks, findings } = heldAgainst(toldFigures(chapters, about, narrative, labels), tables, narrative.source);
  const fees = tables.some((v) => v.table === 'statistics') ? [] : toldFigures(chapters, { ...about, ...feesIn }, narrative, labels);
  const told = toldValues(fees, method, narrative.source.confidence);
  return { values: told.values.map((v) => ({ ...v, aside: true as const })), checks, findings: [...findings, ...told.findings] };
}

/** The same with nothing in it vouched for: a document holds several reports, and nobody can tell whose each sentence is. */
export const doubted = (told: Told): Told => ({ ...told, values: told.values.map(suspected), checks: [] });

/** Whether the title of a document is that of a yearly report, and says whose or of when. */
function isAnnualReport({ title, issuer, year }: Identity, { narrative }: Pipeline): boolean {
  const { endings, not } = narrative.source.titles;
  const bare = title.replace(/[(（][^()（）]*[)）]$/u, '');
  return endings.some((e) => bare.endsWith(e)) && !not.some((w) => bare.includes(w)) && (year !== null || issuer !== '');
}

/** The sums of the form of 2014 of which the total and a part are told. */
function sumsThatAreTold(values: readonly Value[], { forms }: Pipeline): EditRule[] {
  const told = new Set(values.map((v) => v.row));
  const rules = new Map(forms.flatMap((form) => form.tables.flatMap((table) => (table.sums ? editRules(table) : []))).map((rule) => [rule.id, rule] as const));
  return [...rules.values()].filter(({ left, right }) => right.every((t) => told.has(t.row)) && left.some((t) => told.has(t.row)));
}
