import type { Chapter } from '../chapters/chapters.js';
import type { Labels } from '../labels.js';
import { figuresOf, type Figure } from './figures.js';
import { plainText } from './plain-text.js';
import { sentencesOf } from './sentences.js';
import type { About, Narrative, Statement } from './statements.js';

/** Where and what to read. */
export interface Reading extends About {
  /** Numbers of the pages whose text was read from pictures. */
  readonly scanned: ReadonlySet<number>;
  /** Only these sections; all but those that are left out where it is absent. */
  readonly sections?: ReadonlySet<string>;
  /** Only these indicators. */
  readonly indicators?: ReadonlySet<string>;
}

/** The figures that the chapters of a report tell in sentences. */
export function toldFigures(chapters: readonly Chapter[], reading: Reading, narrative: Narrative, labels: Labels): Figure[] {
  const read = chapters.filter(({ section }) => (reading.sections ? reading.sections.has(section) : !narrative.source.sections_left_out.includes(section)));
  const about = { year: reading.year, issuer: plainText(reading.issuer, labels.rules.characters).text };
  const statements = narrative.statements(sentencesOf(read, labels.rules.characters), about, reading.indicators);
  return figuresOf(statements.map((s) => (isScanned(s, reading.scanned) ? { ...s, doubts: [...s.doubts, 'scan' as const] } : s)), narrative.source.parts);
}

const isScanned = ({ sentence }: Statement, scanned: ReadonlySet<number>): boolean => sentence.paragraph.pieces.some(({ place }) => scanned.has(place.page));
