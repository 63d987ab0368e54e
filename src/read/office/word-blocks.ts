import type { Block } from '../../model/page.js';
import { childrenOf, type Element } from '../xml.js';
import type { EmbeddedPicture } from './embedded-pictures.js';
import { picturesIn } from './word-pictures.js';
import { contentOf, tableOf } from './word-table.js';
import { wordText } from './word-text.js';

/** Paragraphs with fewer tabs than this are no rows of a table: a heading and its page, a signature. */
const leastTabs = 2;

/** What a document says, in reading order: paragraphs, tables, and text boxes after the paragraph they hang on; and the pictures in them. `line` counts paragraphs and tables. */
export function wordBlocks(body: Element, oddStyles: ReadonlySet<string>): { readonly blocks: Block[]; readonly pictures: EmbeddedPicture[] } {
  const blocks: Block[] = [];
  const pictures: EmbeddedPicture[] = [];
  let line = 0;
  const take = (part: Element): void => {
    if (part.name === 'p') {
      line++;
      takeText(wordText(part, oddStyles).text);
      pictures.push(...picturesIn(part, line));
      for (const box of boxesIn(part)) for (const child of contentOf(box)) take(child);
    } else if (part.name === 'tbl') {
      line++;
      if (laysOut(part)) for (const row of contentOf(part)) for (const cell of childrenOf(row, 'tc')) for (const child of contentOf(cell)) take(child);
      else {
        blocks.push(tableOf(part, line, oddStyles));
        pictures.push(...picturesIn(part, line));
      }
    }
  };
  const takeText = (whole: string): void => {
    for (const text of whole.split('\n')) {
      if (text.trim() === '') continue;
      const cells = text.split('\t').map((c) => c.trim());
      const last = blocks.at(-1);
      if (cells.length <= leastTabs) blocks.push({ kind: 'text', text: text.trim(), line });
      else if (last?.kind === 'table') blocks[blocks.length - 1] = { kind: 'table', rows: [...last.rows, { cells, line }] };
      else blocks.push({ kind: 'table', rows: [{ cells, line }] });
    }
  };
  for (const part of contentOf(body)) take(part);
  return { blocks, pictures };
}

/** A table around tables, or of one column, lays out a page. */
function laysOut(table: Element): boolean {
  const rows = contentOf(table).filter((c) => c.name === 'tr').map((row) => contentOf(row).filter((c) => c.name === 'tc'));
  if (rows.every((row) => row.length < 2)) return true;
  return rows.some((row) => row.some((cell) => contentOf(cell).some((c) => c.name === 'tbl' && !laysOut(c))));
}

/** The text boxes of a paragraph, each once: where a drawing is told in two ways, the first. */
function boxesIn(part: Element): Element[] {
  return part.children.flatMap((c) => {
    if (c.name === 'Fallback' || c.name === 'del') return [];
    return c.name === 'txbxContent' ? [c] : boxesIn(c);
  });
}
