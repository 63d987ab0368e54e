import type { Box } from '../../model/box.js';
import type { Place } from '../../model/grid.js';

/** A line of text outside of any table. */
export interface ProseLine {
  readonly text: string;
  /** From 1. */
  readonly page: number;
  /** Font height in points; 0 where unknown. */
  readonly size: number;
  /** Points, of the page as shown; absent where the source has no geometry or the text is turned. */
  readonly box?: Box;
  /** Of a source without geometry: its line, from 1. */
  readonly line?: number;
}

/** Lines that run on from one to the next. */
export interface Paragraph {
  readonly text: string;
  readonly page: number;
  /** Where each of its lines begins in `text`, and where it stands. */
  readonly pieces: readonly { readonly at: number; readonly place: Place }[];
}

/** A line reaches the margin where no more characters than these would fit behind it. */
const roomLeft = 2;
/** A line that begins further right than this many characters opens a paragraph. */
const indent = 1.2;
/** Sizes that differ by more than this part are of different things. */
const otherSize = 0.1;

/** The number of a page, alone on its line: - 3 -, 第3页, 3/12. */
const pageNumber = /^(?:[-—–―·~\s]*\d{1,4}[-—–―·~\s]*|第?\s*\d{1,4}\s*页?\s*(?:[/／,，共]\s*)*\d{0,4}\s*页)$/u;
const opensParagraph = /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、．]|\d{1,2}\.(?!\d)|第[一二三四五六七八九十]+[章部])/u;

/**
 * Joins the lines that a page broke: a line that reaches the right margin goes
 * on in the next, where that one is not set in. Lines of a source without
 * geometry are paragraphs as they are. Numbers of pages are left out.
 */
export function paragraphsOf(lines: readonly ProseLine[]): Paragraph[] {
  const printed = lines.filter((l) => l.text.trim() !== '' && !(l.line === undefined && pageNumber.test(l.text.trim())));
  const margins = marginsOf(printed);
  const paragraphs: { text: string; page: number; pieces: { at: number; place: Place }[] }[] = [];
  let before: ProseLine | undefined;
  for (const line of printed) {
    const last = paragraphs.at(-1);
    const text = line.text.trim();
    if (before !== undefined && last !== undefined && runsOn(before, line, margins)) {
      const between = /[A-Za-z]$/.test(last.text) && /^[A-Za-z]/.test(text) ? ' ' : '';
      last.text += between;
      last.pieces.push({ at: last.text.length, place: placeOf(line) });
      last.text += text;
    } else paragraphs.push({ text, page: line.page, pieces: [{ at: 0, place: placeOf(line) }] });
    before = line;
  }
  return paragraphs;
}

/** Where a stretch of a paragraph stands: the box of its lines on the page it begins on. */
export function placeIn({ pieces }: Paragraph, from: number, to: number): Place | null {
  const own = pieces.filter((piece, i) => piece.at < to && (pieces[i + 1]?.at ?? Infinity) > from).map((piece) => piece.place);
  const [first] = own;
  if (first === undefined) return null;
  const boxes = own.flatMap((place) => (place.page === first.page && place.box ? [place.box] : []));
  return boxes.length === 0 ? first : { ...first, box: boxes.reduce((a, b) => ({ x0: Math.min(a.x0, b.x0), y0: Math.min(a.y0, b.y0), x1: Math.max(a.x1, b.x1), y1: Math.max(a.y1, b.y1) })) };
}

const placeOf = ({ page, box, line }: ProseLine): Place => ({ page, box: box ?? null, ...(line === undefined ? {} : { line }) });

type Margins = ReadonlyMap<number, { readonly left: number; readonly right: number }>;

function marginsOf(lines: readonly ProseLine[]): Margins {
  const margins = new Map<number, { left: number; right: number }>();
  for (const { page, box } of lines) {
    if (!box) continue;
    const known = margins.get(page);
    margins.set(page, { left: Math.min(known?.left ?? Infinity, box.x0), right: Math.max(known?.right ?? 0, box.x1) });
  }
  return margins;
}

function runsOn(before: ProseLine, line: ProseLine, margins: Margins): boolean {
  if (!before.box || !line.box || opensParagraph.test(line.text.trim())) return false;
  if (Math.abs(before.size - line.size) > otherSize * Math.max(before.size, line.size)) return false;
  if (line.page !== before.page && line.page !== before.page + 1) return false;
  const right = margins.get(before.page)?.right ?? 0;
  const left = margins.get(line.page)?.left ?? 0;
  return before.box.x1 > right - roomLeft * before.size && line.box.x0 < left + indent * line.size;
}
