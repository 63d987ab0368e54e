import { finding } from '../../model/findings.js';
import type { Finding } from '../../model/finding.js';
import type { Place } from '../../model/grid.js';
import type { Method } from '../../model/page.js';
import type { Value } from '../../model/report.js';
import { unsureConfidence } from '../cell-values.js';
import { placeIn } from '../chapters/paragraphs.js';
import type { Figure } from './figures.js';
import type { Sentence } from './sentences.js';

/** What a doubt says to a reader. */
const reasons: Readonly<Record<Figure['doubts'][number], string>> = {
  approximate: 'the number is told approximately',
  period: 'it may be of another time than the year',
  office: 'it may be another office\'s',
  wording: 'it may be of something else',
  part: 'it may be of a part, or of several things together',
  whole: 'it is no whole number',
  scan: 'it was read from a picture, by one reader alone',
  contradicted: 'another sentence tells another number',
  sum: 'what is told as its parts, or as the whole of it, does not fit',
};

/** The figures as values of `statistics`, each with its sentence, and what is doubtful about them. `confidence`: of a figure that is vouched for, 0 to 1. */
export function toldValues(figures: readonly Figure[], method: Method, confidence: number): { readonly values: Value[]; readonly findings: Finding[] } {
  const values = figures.map(({ statement, doubts }): Value => ({
    table: 'statistics',
    row: statement.indicator,
    column: 'value',
    value: statement.value,
    unit: statement.unit,
    status: doubts.length === 0 ? 'read' : 'suspect',
    raw: printed(statement.sentence),
    method: doubts.includes('scan') ? 'ocr' : method,
    confidence: doubts.length === 0 ? confidence : unsureConfidence,
    place: placeOf(statement.sentence),
    label: statement.label,
  }));
  const findings = figures.flatMap(({ statement, doubts, others }): Finding[] => {
    const place = `statistics/${statement.indicator}/value`;
    if (others.length > 0) return [finding('told-differently', place, { first: statement.value, others: [...new Set(others.map((o) => o.value))].join(', ') })];
    const [doubt] = doubts;
    return doubt === undefined ? [] : [finding('told-unsurely', place, { words: statement.label, why: reasons[doubt] })];
  });
  return { values, findings };
}

/** A sentence as it is printed. */
export function printed({ paragraph, at }: Sentence): string {
  const { from, to } = stretch(at);
  return paragraph.text.slice(from, to + 1).trim();
}

function placeOf({ paragraph, at }: Sentence): Place | null {
  const { from, to } = stretch(at);
  return placeIn(paragraph, from, to + 1);
}

const stretch = (at: readonly number[]): { readonly from: number; readonly to: number } => ({ from: Math.max(0, at[0] ?? 0), to: Math.max(0, at.at(-1) ?? 0) });
