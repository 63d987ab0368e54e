import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { chaptersOf } from '../../src/interpret/chapters/chapters.js';
import { paragraphsOf } from '../../src/interpret/chapters/paragraphs.js';
import { toldFigures } from '../../src/interpret/narrative/told-figures.js';
import type { Pipeline } from '../../src/pipeline/load-pipeline.js';

const paragraph = z.strictObject({ heading: z.string(), text: z.string(), year: z.int().default(2012), issuer: z.string().default(''), told: z.record(z.string(), z.string()), also: z.record(z.string(), z.string()).default({}) });

/** A paragraph with what it tells: numbers with their units by indicator, and what else may be inferred from it: neither asked for nor wrong. */
export type Paragraph = z.infer<typeof paragraph>;

export interface Score {
  readonly paragraphs: number;
  /** Figures that the paragraphs tell. */
  readonly told: number;
  /** Vouched for and right, vouched for and wrong, told and not vouched for (with the doubts, where it was found), marked suspect. */
  readonly right: number;
  readonly wrong: readonly string[];
  readonly missed: readonly string[];
  readonly marked: number;
}

/** The sets that are read with known precision and recall: our own, and those that were held out until their first run. */
export const sets: readonly string[] = ['paragraphs', 'variants', 'held-out', ...Array.from({ length: 17 }, (_, i) => `held-out-${i + 2}`)];

/** The file of a set of paragraphs. */
export const fileOf = (set: string): string => `test/interpret/narrative/${set}.yaml`;

/** Reads a set of paragraphs. */
export const paragraphsIn = (file: string): Paragraph[] => z.array(paragraph).parse(parse(readFileSync(file, 'utf8')));

/** Scores what is read in each paragraph, alone under its heading, against what it tells. */
export function narrativeScore(paragraphs: readonly Paragraph[], { narrative, chapters: words, labels }: Pick<Pipeline, 'narrative' | 'chapters' | 'labels'>): Score {
  let right = 0;
  let marked = 0;
  const wrong: string[] = [];
  const missed: string[] = [];
  for (const { heading, text, year, issuer, told, also } of paragraphs) {
    const lines = [heading, text].map((line, i) => ({ text: line, page: 1, size: 0, line: i + 1 }));
    const figures = toldFigures(chaptersOf(paragraphsOf(lines), words, labels), { year, issuer, scanned: new Set() }, narrative, labels);
    const vouched = new Map(figures.filter((f) => f.doubts.length === 0).map(({ statement: s }) => [s.indicator, `${s.value} ${s.unit}`.trim()] as const));
    marked += figures.length - vouched.size;
    for (const [indicator, value] of vouched) {
      if (told[indicator] === value) right++;
      else if (also[indicator] !== value) wrong.push(`${indicator} ${value}: ${text}`);
    }
    for (const [indicator, value] of Object.entries(told)) if (!vouched.has(indicator)) missed.push(`${indicator} ${value} (${figures.find((f) => f.statement.indicator === indicator)?.doubts.join() ?? 'unread'}): ${text}`);
  }
  return { paragraphs: paragraphs.length, told: paragraphs.reduce((n, p) => n + Object.keys(p.told).length, 0), right, wrong, missed, marked };
}

export const precisionOf = ({ right, wrong }: Score): number => right / (right + wrong.length);

export const recallOf = ({ right, told }: Score): number => right / told;
