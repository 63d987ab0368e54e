/** A cell of a table, read or typeset; rows and columns count from 0. */
export interface ScoredCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
}

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

/**
 * Adjacency relations of a table in the manner of the table competition of ICDAR 2013: each cell with text to its next
 * neighbour with text on the right and below, once a pair. Text is compared NFKC and without white space.
 */
export function relationsOf(cells: readonly ScoredCell[]): string[] {
  const at = new Map<string, ScoredCell>();
  for (const cell of cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++) at.set(`${row},${column}`, cell);
    }
  }
  const rows = Math.max(0, ...cells.map((cell) => cell.row + cell.rowSpan));
  const columns = Math.max(0, ...cells.map((cell) => cell.column + cell.columnSpan));
  const next = (row: number, column: number, down: number, right: number): ScoredCell | undefined => {
    for (let y = row, x = column; y < rows && x < columns; y += down, x += right) {
      const cell = at.get(`${y},${x}`);
      if (cell && plain(cell.text) !== '') return cell;
    }
    return undefined;
  };
  return cells.filter((cell) => plain(cell.text) !== '').flatMap((cell) => {
    const right = new Set(Array.from({ length: cell.rowSpan }, (_, of) => next(cell.row + of, cell.column + cell.columnSpan, 0, 1)));
    const below = new Set(Array.from({ length: cell.columnSpan }, (_, of) => next(cell.row + cell.rowSpan, cell.column + of, 1, 0)));
    const named = (kind: string, others: ReadonlySet<ScoredCell | undefined>): string[] =>
      [...others].flatMap((other) => (other === undefined || other === cell ? [] : [JSON.stringify([plain(cell.text), plain(other.text), kind])]));
    return [...named('right', right), ...named('below', below)];
  });
}

/** Relations that stand in both lists, counted as often as they stand in both. */
export function scored(found: readonly string[], truth: readonly string[]): Score {
  const left = new Map<string, number>();
  for (const relation of truth) left.set(relation, (left.get(relation) ?? 0) + 1);
  let hits = 0;
  for (const relation of found) {
    const count = left.get(relation) ?? 0;
    if (count > 0) hits += 1;
    left.set(relation, count - 1);
  }
  const precision = found.length === 0 ? 0 : hits / found.length;
  const recall = truth.length === 0 ? 0 : hits / truth.length;
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}
