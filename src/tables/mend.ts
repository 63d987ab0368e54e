import type { Cell, Grid } from '../model/grid.js';

/** How like a text is to a label that is known: 0 not at all, 1 the same. */
export type LabelScore = (text: string) => number;

/** Two halves are one label when together they are at least so like a known one… */
const likeLabel = 0.75;
/** …and more so, by this much, than the less like of the two alone. */
const betterTogether = 0.1;

type Verdict = 'apart' | 'together' | 'one' | 'either' | 'repeat';

/**
 * Mends the cells that page breaks cut: at each seam, cells that end there and
 * cells that begin there in the same columns become one where their texts are
 * the halves of one label, or one of them is empty; a row that was cut in two
 * becomes one row.
 */
export function mendSeams(grid: Grid, score: LabelScore): Grid {
  let mended: Grid = { ...grid, seams: [] };
  let removed = 0;
  const seams: number[] = [];
  for (const seam of grid.seams) {
    const result = mendSeam(mended, seam - removed, score);
    mended = result.grid;
    if (result.cut) removed++;
    else seams.push(seam - removed);
  }
  return { ...mended, seams };
}

interface Pair {
  readonly above: Cell;
  readonly below: Cell;
  readonly verdict: Verdict;
}

function mendSeam(grid: Grid, seam: number, score: LabelScore): { grid: Grid; cut: boolean } {
  const above = grid.cells.filter((c) => c.row + c.rowSpan === seam);
  const below = grid.cells.filter((c) => c.row === seam);
  const pairs = above.flatMap((a): Pair[] => {
    const b = below.find((c) => c.column === a.column && c.columnSpan === a.columnSpan);
    return b ? [{ above: a, below: b, verdict: verdictOn(a.text, b.text, score) }] : [];
  });
  const cut = isCutRow(pairs, above, below);
  const merged = pairs.filter((p) => cut || isOneCell(p, above, below));
  if (merged.length === 0) return { grid, cut: false };
  const swallowed = new Map(merged.map((p) => [p.below, p.above] as const));
  const partner = new Map(merged.map((p) => [p.above, p.below] as const));
  const shift = cut ? 1 : 0;
  const cells = grid.cells.flatMap((c): Cell[] => {
    if (swallowed.has(c)) return [];
    const other = partner.get(c);
    const row = c.row >= seam ? c.row - shift : c.row;
    return [other ? { ...unite(c, other), row, rowSpan: c.rowSpan + other.rowSpan - shift } : { ...c, row }];
  });
  return { grid: { ...grid, cells, rows: grid.rows - shift }, cut };
}

function verdictOn(a: string, b: string, score: LabelScore): Verdict {
  const x = a.replace(/\s+/g, '');
  const y = b.replace(/\s+/g, '');
  if (x === '' && y === '') return 'either';
  if (x === '' || y === '') return 'one';
  if (x === y && !isNumber(x)) return 'repeat';
  if (isNumber(x) || isNumber(y)) return 'apart';
  const whole = score(x + y);
  return whole >= likeLabel && whole > Math.min(score(x), score(y)) + betterTogether ? 'together' : 'apart';
}

const isNumber = (text: string): boolean => /^[\d.,+\-—–/０-９]+$/.test(text);

/**
 * Whether the rows on both sides of the seam are one row: their cells pair off,
 * none of the pairs are two entries, and a label is cut or one side has no
 * label at all.
 */
function isCutRow(pairs: readonly Pair[], above: readonly Cell[], below: readonly Cell[]): boolean {
  if (pairs.length !== above.length || pairs.length !== below.length) return false;
  const flat = pairs.filter((p) => p.above.rowSpan === 1 && p.below.rowSpan === 1);
  if (flat.length === 0 || flat.some((p) => p.verdict === 'apart' || p.verdict === 'repeat')) return false;
  if (pairs.some((p) => p.verdict === 'apart')) return false;
  if (flat.some((p) => p.verdict === 'together')) return true;
  // A half without any text is a row that is printed empty, for all one can tell.
  const hasText = (cells: readonly Cell[]): boolean => cells.some((c) => c.text.trim() !== '');
  return hasText(flat.map((p) => p.above)) && hasText(flat.map((p) => p.below));
}

/**
 * Whether a cell that ends at the seam goes on below it, between two rows that
 * are two: its text does, or one half is empty and has labels beside it (a
 * group beside the labels of its rows, a head beside other heads). A number, or
 * the empty cell of one, never does.
 */
function isOneCell({ above, below, verdict }: Pair, rowAbove: readonly Cell[], rowBelow: readonly Cell[]): boolean {
  if (verdict === 'together') return true;
  // A number merged over several rows goes on over the break; whose it is, nobody can tell.
  if (verdict === 'one' && (isNumber(above.text.trim()) || isNumber(below.text.trim()))) return (isNumber(above.text.trim()) ? above : below).rowSpan > 1;
  if (verdict === 'apart') return false;
  const hasLabelBeside = (cells: readonly Cell[]): boolean => cells.some((c) => c.column > above.column && c.text.trim() !== '' && !isNumber(c.text.trim()));
  const spans = above.rowSpan > 1 || below.rowSpan > 1;
  if (verdict === 'either') return above.rowSpan > 1 && below.rowSpan > 1 && hasLabelBeside(rowBelow);
  if (verdict === 'repeat') return spans;
  return hasLabelBeside(below.text.trim() === '' ? rowBelow : rowAbove) && (spans || hasLabelBeside(rowAbove));
}

function unite(a: Cell, b: Cell): Cell {
  const texts = [a.text, b.text].filter((t) => t !== '');
  const text = a.text === b.text ? a.text : texts.join('\n');
  const places = b.text === '' ? a.places : a.text === '' ? b.places : [...a.places, ...b.places];
  // An empty half says nothing of the other.
  const unclear = (a.unclear === true && (a.text !== '' || b.text === '')) || (b.unclear === true && (b.text !== '' || a.text === ''));
  const { row, column, rowSpan, columnSpan } = a;
  return { row, column, rowSpan, columnSpan, text, wrapped: texts.length < 2 ? a.wrapped && b.wrapped : true, places, ...(a.frames && b.frames ? { frames: [...a.frames, ...b.frames] } : {}), ...(unclear ? { unclear } : {}) };
}
