/** [row, column, rowspan, columnspan, text]: rows and columns from 0. */
export type ScoredCell = readonly [row: number, column: number, rowSpan: number, columnSpan: number, text: string];

export interface IcdarDocument {
  /** The cells of each table that was found. */
  readonly found: readonly (readonly ScoredCell[])[];
  /** The cells of each table that is there. */
  readonly true: readonly (readonly ScoredCell[])[];
}

export interface IcdarScore {
  readonly documents: number;
  /** Tables that have any relation. */
  readonly tables: number;
  /** Mean over the documents, and the F1 of the two means. */
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Over the relations of all documents together. */
  readonly pooledF1: number;
  /** Tables of which every relation stands in one table that was found. */
  readonly perfect: number;
}

/** How often each relation occurs. */
type Relations = ReadonlyMap<string, number>;

/** The score of the ICDAR 2013 table competition: each cell with its next cell that is not empty on the right and below. */
export function icdarScore(documents: readonly IcdarDocument[]): IcdarScore {
  const scores = documents.map((document) => {
    const found = document.found.filter((cells) => cells.length > 0).map(relations);
    const wanted = document.true.map(relations);
    const counts = { hit: common(sum(found), sum(wanted)), said: size(sum(found)), true: size(sum(wanted)) };
    const tables = wanted.filter((table) => table.size > 0);
    const perfect = tables.filter((table) => found.some((one) => common(table, one) / size(table) > 0.9999));
    return { ...counts, ...rates(counts), tables: tables.length, perfect: perfect.length };
  });
  const total = (of: (score: (typeof scores)[number]) => number): number => scores.reduce((all, score) => all + of(score), 0);
  const precision = total((score) => score.precision) / Math.max(1, scores.length);
  const recall = total((score) => score.recall) / Math.max(1, scores.length);
  const pooled = { hit: total((score) => score.hit), said: total((score) => score.said), true: total((score) => score.true) };
  return { documents: scores.length, tables: total((score) => score.tables), precision, recall, f1: harmonic(precision, recall), pooledF1: rates(pooled).f1, perfect: total((score) => score.perfect) };
}

/** Text as it is compared: NFKC, lower case, Latin letters, digits and `%.,-` alone. */
export const comparable = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[^0-9a-z%.,-]/g, '');

/** The relations of a table; a pair that meets along several rows or columns counts once. */
function relations(written: readonly ScoredCell[]): Relations {
  const cells = written.map(([row, column, rowSpan, columnSpan, text]): ScoredCell => [row, column, rowSpan, columnSpan, comparable(text)]);
  const rows = Math.max(0, ...cells.map(([row, , rowSpan]) => row + rowSpan));
  const columns = Math.max(0, ...cells.map(([, column, , columnSpan]) => column + columnSpan));
  const at: (number | undefined)[][] = Array.from({ length: rows }, () => []);
  cells.forEach(([row, column, rowSpan, columnSpan], index) => {
    for (const r of range(row, row + rowSpan)) for (const c of range(column, column + columnSpan)) (at[r] ?? [])[c] ??= index;
  });
  const counts = new Map<string, number>();
  cells.forEach(([row, column, rowSpan, columnSpan, text], index) => {
    if (text === '') return;
    const lines = {
      right: range(row, row + rowSpan).map((r) => range(column + columnSpan, columns).map((c) => at[r]?.[c])),
      below: range(column, column + columnSpan).map((c) => range(row + rowSpan, rows).map((r) => at[r]?.[c])),
    };
    for (const [kind, towards] of Object.entries(lines)) {
      const next = towards.map((line) => line.find((other) => other !== undefined && cells[other]?.[4] !== ''));
      for (const other of new Set(next)) {
        if (other === undefined || other === index) continue;
        const relation = JSON.stringify([kind, text, cells[other]?.[4]]);
        counts.set(relation, (counts.get(relation) ?? 0) + 1);
      }
    }
  });
  return counts;
}

const range = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);

const size = (relations: Relations): number => [...relations.values()].reduce((all, count) => all + count, 0);

const common = (a: Relations, b: Relations): number => [...a].reduce((all, [relation, count]) => all + Math.min(count, b.get(relation) ?? 0), 0);

function sum(all: readonly Relations[]): Relations {
  const counts = new Map<string, number>();
  for (const [relation, count] of all.flatMap((one) => [...one])) counts.set(relation, (counts.get(relation) ?? 0) + count);
  return counts;
}

function rates({ hit, said, true: there }: { readonly hit: number; readonly said: number; readonly true: number }): { precision: number; recall: number; f1: number } {
  const precision = said === 0 ? 0 : hit / said;
  const recall = there === 0 ? 0 : hit / there;
  return { precision, recall, f1: harmonic(precision, recall) };
}

const harmonic = (a: number, b: number): number => (a + b === 0 ? 0 : (2 * a * b) / (a + b));
