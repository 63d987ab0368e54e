import type { Form, FormColumn, FormPart } from '../forms/form.js';
import type { Labels } from '../labels.js';

/** Labels of columns as a run of lines prints them, in the order of the form. */
export interface HeadInLines {
  /** Index of the line it begins on, and of the one behind its last. */
  readonly from: number;
  readonly to: number;
  readonly columns: readonly FormColumn[];
  /** What is printed for each of the columns, without white space. */
  readonly texts: readonly string[];
  /** What the form prints over the labels of the rows. */
  readonly stubhead: string;
  /** Its numbers stand in one row without a label. */
  readonly singleRow: boolean;
}

/** A head is printed on no more lines than this: one for each of its cells, and some for what wraps. */
const mostLines = 48;

interface Pattern {
  readonly columns: readonly FormColumn[];
  readonly singleRow: boolean;
  readonly stubhead: string;
  /** One capture for each column, in the order of `order`. */
  readonly expression: RegExp;
  readonly order: readonly FormColumn[];
}

const known = new WeakMap<readonly Form[], readonly Pattern[]>();

/**
 * The head that begins on a line, where the lines say nothing of how its cells
 * lie: their texts follow one another row by row, or each spanner is followed by
 * the columns under it. A head in any other order is none, for nobody could tell
 * which number is whose. `plain`: each line without white space, as labels are
 * compared.
 */
export function headAt(plain: readonly string[], from: number, forms: readonly Form[], labels: Labels): HeadInLines | null {
  const text = plain.slice(from, from + mostLines).join('\n');
  let best: { readonly pattern: Pattern; readonly found: RegExpExecArray } | null = null;
  for (const pattern of patternsOf(forms, labels)) {
    const found = pattern.expression.exec(text);
    if (found && (best === null || found[0].length > best.found[0].length)) best = { pattern, found };
  }
  if (best === null) return null;
  const { pattern, found } = best;
  const texts = pattern.columns.map((c) => found[pattern.order.indexOf(c) + 1] ?? '');
  return { from, to: from + found[0].replace(/\n+$/, '').split('\n').length, columns: pattern.columns, texts, stubhead: pattern.stubhead, singleRow: pattern.singleRow };
}

function patternsOf(forms: readonly Form[], labels: Labels): readonly Pattern[] {
  let patterns = known.get(forms);
  if (!patterns) {
    const parts = forms.flatMap((f) => f.tables.flatMap((t) => t.parts));
    const keyOf = (p: FormPart): string => p.columns.map((c) => [...c.groups.flat(), ...c.spellings].join('/')).join(' ');
    const distinct = parts.filter((p, i) => i === parts.findIndex((other) => keyOf(other) === keyOf(p)));
    patterns = distinct.flatMap((part) => [rowByRow(part.columns), spannerFirst(part.columns)].map((items) => patternOf(part, items, labels)));
    known.set(forms, patterns);
  }
  return patterns;
}

/** A cell of a head: a column, or a spanner over columns. */
type Item = FormColumn | readonly string[];

const isColumn = (item: Item): item is FormColumn => !Array.isArray(item);

/** The cells of a head as the rows of a table have them, each in the row it begins in. */
function rowByRow(columns: readonly FormColumn[]): Item[] {
  const depth = Math.max(...columns.map((c) => c.groups.length));
  return Array.from({ length: depth + 1 }, (_, level) => columns.flatMap((c, k): Item[] => {
    if (c.groups.length === level) return [c];
    const group = c.groups[level];
    return group && !sameUpTo(columns[k - 1], c, level) ? [group] : [];
  })).flat();
}

const spannerFirst = (columns: readonly FormColumn[]): Item[] =>
  columns.flatMap((c, k): Item[] => [...c.groups.filter((_, level) => !sameUpTo(columns[k - 1], c, level)), c]);

const sameUpTo = (a: FormColumn | undefined, b: FormColumn, level: number): boolean => b.groups.slice(0, level + 1).every((g, i) => a?.groups[i]?.[0] === g[0]);

function patternOf(part: FormPart, items: readonly Item[], labels: Labels): Pattern {
  const escaped = (text: string): string => labels.plain(text).replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
  const either = (texts: readonly string[]): string => texts.map(escaped).sort((a, b) => b.length - a.length).join('|');
  const stubhead = part.stubhead === null ? '' : `(?:\\([^\\n]*|${either([part.stubhead])})?\\n*`;
  const rest = items.map((item) => (isColumn(item) ? `((?:${either(item.spellings)})(?:\\([^()\\n]{1,8}\\))?)` : `(?:${either(item)})?`)).join('\\n*');
  const lazy = stubhead.replace('[^\\n]*', '[^\\n]*?\\)');
  return { columns: part.columns, singleRow: part.singleRow, stubhead: part.stubhead ?? '', expression: new RegExp(`^${lazy}${rest}(?=\\n|$)`, 'u'), order: items.filter(isColumn) };
}
