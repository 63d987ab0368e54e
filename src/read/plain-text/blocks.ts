import type { Block, MarkupRow } from '../../model/page.js';

/** A whole report in one line has fewer characters. What goes on behind them is no line of a report, and is not looked at. */
const longestLine = 200_000;

/**
 * Lines with tabs are rows, a cell what stands between two tabs; rows with
 * nothing but blank lines between them are one table. Every other line is text,
 * with the blanks inside it: what is a table among those, its words tell.
 */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let rows: MarkupRow[] = [];
  const endTable = (): void => {
    if (rows.length > 0) blocks.push({ kind: 'table', rows });
    rows = [];
  };
  text.split(/\r\n|\r|\n|\f/).forEach((whole, i) => {
    const line = whole.slice(0, longestLine);
    if (line.includes('\t')) rows.push({ cells: line.split('\t').map((c) => c.trim()), line: i + 1 });
    else if (line.trim() !== '') {
      endTable();
      blocks.push({ kind: 'text', text: line.trim(), line: i + 1 });
    }
  });
  endTable();
  return blocks;
}
