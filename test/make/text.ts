// A report as plain text, in the shapes that texts of reports are found in.

import type { Table } from './boxes.js';
import { blocksOf, type Block, type Typeset } from './page.js';

/** Cells parted by tabs; by blanks, in columns; each on a line of its own; by nothing. */
export const textShapes = ['tabs', 'aligned', 'lines', 'bare'] as const;
export type TextShape = (typeof textShapes)[number];

/** The texts of a table's rows by column; undefined where a box from above or from the left covers the place. */
function laidOut({ rows, widths }: Table): (string | undefined)[][] {
  const covered = rows.map((): boolean[] => []);
  return rows.map((row, r) => {
    const texts: (string | undefined)[] = widths.map(() => undefined);
    let column = 0;
    for (const each of row.boxes) {
      while (covered[r]?.[column]) column++;
      texts[column] = each.text.replace(/\n/g, '');
      for (let i = r; i < r + each.rows; i++) for (let c = column; c < column + each.columns; c++) (covered[i] ??= [])[c] = true;
      column += each.columns;
    }
    return texts;
  });
}

const isWide = (character: string): boolean => /[\u2e80-\u9fff\uf900-\uff60，。、：；（）“”]/u.test(character);
const widthOf = (text: string): number => Array.from(text).reduce((sum, c) => sum + (isWide(c) ? 2 : 1), 0);

function linesOfTable(table: Table, shape: TextShape): string[] {
  const rows = laidOut(table);
  if (shape === 'tabs') return rows.map((row) => row.map((t) => t ?? '').join('\t'));
  if (shape === 'lines') return rows.flatMap((row) => row.filter((t): t is string => t !== undefined));
  if (shape === 'bare') return rows.map((row) => row.join(''));
  const widths = table.widths.map((_, c) => Math.max(0, ...rows.map((row) => (row.slice(c + 1).some((t) => t !== undefined) ? widthOf(row[c] ?? '') : 0))) + 2);
  return rows.map((row) => row.map((t, c) => `${t ?? ''}${' '.repeat(Math.max(0, (widths[c] ?? 0) - widthOf(t ?? '')))}`).join('').trimEnd());
}

/** The text of a report, UTF-8 or not being its reader's affair. */
export const textOf = (typeset: Typeset, shape: TextShape): string => textOfBlocks(blocksOf(typeset, 0), shape);

export function textOfBlocks(blocks: readonly Block[], shape: TextShape): string {
  const lines = blocks.flatMap((block) => (block.kind === 'table' ? [...linesOfTable(block.table, shape), ''] : [block.text, '']));
  return `${lines.join('\n')}\n`;
}
