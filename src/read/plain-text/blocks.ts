import type { Block, MarkupRow } from '../../model/page.js';

/** A whole report in one line has fewer characters. What goes on behind them is no line of a report, and is not looked at. */
const longestLine = 200_000;

/** A row of a table of Markdown, with two cells or more; the line of dashes below its head; the mark of a heading. */
const barred = /^\|[^|]*(?:\|[^|]*)+\|$/;
const isDashed = (text: string): boolean => /^[\s|:-]+$/.test(text) && text.includes('---');
const heading = /^#{1,6}\s+/;

/** What a cell of Markdown says: without what makes it bold, a line break for each that it names. */
const cellOf = (text: string): string => text.trim().replace(/^\*\*(.*)\*\*$/, '$1').replace(/\s*<br\s*\/?>\s*/gi, '\n');

/**
 * Lines with tabs are rows, a cell what stands between two tabs, and so are
 * lines of Markdown between bars; rows with nothing but blank lines between
 * them are one table. Every other line is text, with the blanks inside it:
 * what is a table among those, its words tell.
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
    const text = line.trim();
    if (line.includes('\t')) rows.push({ cells: line.split('\t').map((c) => c.trim()), line: i + 1 });
    else if (barred.test(text)) {
      if (!isDashed(text)) rows.push({ cells: text.slice(1, -1).split('|').map(cellOf), line: i + 1 });
    } else if (text !== '') {
      endTable();
      blocks.push({ kind: 'text', text: text.replace(heading, ''), line: i + 1 });
    }
  });
  endTable();
  return blocks;
}
