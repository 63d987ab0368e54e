import { centre, width, type Box } from '../../model/box.js';
import type { Ruling } from '../../model/page.js';
import { clusters } from '../lines.js';
import type { LabelScore } from '../mend.js';
import type { Placed } from './placed.js';
import { unitColumn } from './unit-column.js';

/** Where the boxhead of a table ends, and how its columns divide. */
export interface HeadEnd {
  /** Segments whose middle is above this are of the boxhead. Points. */
  readonly y: number;
  /** So many columns from the left hold labels. */
  readonly stubColumns: number;
  /** Whether a piece makes a row by itself: a number outside of the stub, or its unit. */
  readonly isData: (piece: Placed) => boolean;
}

/** Lines whose middles are no further apart than this part of their size are one. */
const oneLine = 0.45;
/** A column holds numbers when this part of its entries are numbers. */
const numericPart = 0.5;
/** A text as like as this to a label is that label. */
const known = 0.78;
const year = /^(?:19|20)\d{2}(?:[–—\-/]\d{2,4})?[a-z*†‡]?$/;

/**
 * Tells the boxhead from the body: the body begins with the first line that has
 * numbers in half of the columns of numbers. In a table without numbers the
 * head ends at the first rule below its first line, or after its first line.
 */
export function headEnd(pieces: readonly Placed[], columns: number, rules: readonly Ruling[], box: Box, score: LabelScore): HeadEnd {
  const size = Math.min(...pieces.map((p) => p.segment.size));
  const lines = clusters(pieces, (p) => centre(p.segment.box).y, oneLine * size);
  const isSingle = (p: Placed): boolean => p.to === p.from + 1;
  const inColumn = (c: number): Placed[] => pieces.filter((p) => p.from === c && isSingle(p));
  const numeric = Array.from({ length: columns }, (_, c) => {
    // What stands above the first number is the head's.
    const all = inColumn(c).sort((a, b) => a.segment.box.y0 - b.segment.box.y0);
    const body = all.slice(Math.max(0, all.findIndex((p) => p.segment.isNumber)));
    const numbers = body.filter((p) => p.segment.isNumber);
    return numbers.length > 0 && numbers.length >= numericPart * body.length;
  });
  const firstNumeric = numeric.findIndex((n, c) => n && c > 0);
  const units = unitColumn(pieces, firstNumeric);
  const isUnit = (p: Placed): boolean => units?.pieces.has(p) === true;
  const stubColumns = units?.column ?? (firstNumeric < 0 ? 1 : firstNumeric);
  const numberColumns = numeric.filter((n, c) => n && c >= stubColumns).length;
  const outside = (p: Placed): boolean => p.from >= stubColumns && isSingle(p);
  const main = rules.filter((r) => Math.min(r.to, box.x1) - Math.max(r.from, box.x0) > 0.6 * width(box)).map((r) => r.at).sort((a, b) => a - b);
  if (numberColumns > 0) {
    const isFigure = (p: Placed): boolean => outside(p) && p.segment.isNumber;
    const isSerial = (p: Placed): boolean => p.segment.isSerial === true;
    const isData = (p: Placed): boolean => isFigure(p) || isUnit(p) || isSerial(p);
    /** A number right of the labels, even one that reaches over a gutter. */
    const isNumber = (p: Placed): boolean => p.from >= stubColumns && (p.segment.isNumber || isUnit(p));
    /** Whether the line has the label of a row at its left: then one number is enough. */
    const isLabelled = (line: readonly Placed[]): boolean => line.some((p) => p.to <= stubColumns && score(p.segment.text) >= known) && line.every((p) => p.to <= stubColumns || isNumber(p));
    const first = lines.find((line) => line.some(isSerial) || isFirstDataLine(line, numberColumns, isFigure) || (isLabelled(line) && line.some((p) => isNumber(p) && !year.test(p.segment.text))));
    const y = first ? topOf(first.filter((p) => isNumber(p) || isSerial(p)), pieces.filter(isFigure)) - oneLine * size : box.y0 - 1;
    const end = withWrappedLabels(y, main, box);
    // Columns between the labels and the first number that have a head and nothing below it are blank, and no labels'.
    const labelled = pieces.filter((p) => p.to <= stubColumns && p.segment.box.y1 > end).map((p) => p.to);
    return { y: end, stubColumns: Math.max(1, ...labelled), isData };
  }
  const [firstLine] = lines;
  const below = Math.max(...(firstLine ?? []).map((p) => p.segment.box.y1)) - 1;
  const rule = main.find((at) => at > below && at < box.y1);
  return { y: rule ?? below, stubColumns, isData: (p) => isSingle(p) && isFilled(p, pieces, columns) };
}

/** y of the first line of numbers; of the first part of a number that is too wide for its column, where one is of that line. */
function topOf(first: readonly Placed[], data: readonly Placed[]): number {
  const y = Math.min(...first.map((p) => centre(p.segment.box).y));
  const parts = data.filter((p) => !first.some((f) => f.from === p.from) && Math.abs(centre(p.segment.box).y - y) < p.segment.size);
  const isHalf = (p: Placed): boolean => parts.some((o) => o !== p && o.from === p.from && Math.abs(centre(o.segment.box).y + centre(p.segment.box).y - 2 * y) < 0.5 * p.segment.size);
  return Math.min(y, ...parts.filter(isHalf).map((p) => centre(p.segment.box).y));
}

/** A line of numbers that are more than years over columns. */
function isFirstDataLine(line: readonly Placed[], numberColumns: number, isData: (p: Placed) => boolean): boolean {
  const data = line.filter(isData);
  const hasLabel = line.some((p) => !isData(p));
  if (isCount(data)) return false;
  return data.length >= Math.max(1, numericPart * Math.min(numberColumns, 4)) && (hasLabel ? !data.every((p) => year.test(p.segment.text)) || data.length < 2 || numberColumns < 2 : data.some((p) => !year.test(p.segment.text)));
}

/** 1, 2, 3 …: a line that counts the columns. */
const isCount = (line: readonly Placed[]): boolean => line.length > 2 && line.every((p, i) => Number(p.segment.text) === Number(line[0]?.segment.text) + i);

/** The first row's label may begin above the line of its numbers: the rule under the head is the better end where there is one. */
function withWrappedLabels(y: number, main: readonly number[], box: Box): number {
  const rule = main.findLast((at) => at < y && at > box.y0 + 2);
  return rule ?? y;
}

/** Whether the line of a piece has an entry in half of the columns: in a table of words, such a line is a row. */
function isFilled(piece: Placed, pieces: readonly Placed[], columns: number): boolean {
  const y = centre(piece.segment.box).y;
  const beside = new Set(pieces.filter((p) => Math.abs(centre(p.segment.box).y - y) < oneLine * p.segment.size).map((p) => p.from));
  return beside.size >= Math.max(2, 0.5 * columns);
}
