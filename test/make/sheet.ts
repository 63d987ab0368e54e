// A report as a sheet: headings and prose merged over all columns, tables as they are typed into cells.

import { utils, write } from '@e965/xlsx';
import type { TinySheet } from '../read/office/sheets/tiny-xlsx.js';
import { escaped } from './markup.js';
import type { Block } from './page.js';

export interface MadeSheet {
  readonly cells: (string | number | null)[][];
  readonly merges: { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }[];
}

/** What is typed as a plain number is a number in a sheet. */
const typed = (text: string): string | number | null => (text === '' ? null : /^(?:0|[1-9]\d{0,11})(?:\.\d+)?$/.test(text) && String(Number(text)) === text ? Number(text) : text);

/** `apart`: a blank row before and behind each table. */
export function gridOfSheet(blocks: readonly Block[], apart: boolean): MadeSheet {
  const columns = Math.max(1, ...blocks.map((b) => (b.kind === 'table' ? b.table.widths.length : 1)));
  const cells: MadeSheet['cells'] = [];
  const merges: MadeSheet['merges'] = [];
  for (const block of blocks) {
    if (block.kind !== 'table') {
      merges.push({ top: cells.length, left: 0, bottom: cells.length, right: columns - 1 });
      cells.push([block.text]);
      continue;
    }
    if (apart) cells.push([]);
    const taken: boolean[][] = block.table.rows.map(() => []);
    const top = cells.length;
    block.table.rows.forEach((row, r) => {
      const texts: (string | number | null)[] = [];
      let column = 0;
      for (const box of row.boxes) {
        while (taken[r]?.[column]) column++;
        texts[column] = typed(box.text);
        for (let i = r; i < r + box.rows; i++) for (let k = column; k < column + box.columns; k++) (taken[i] ??= [])[k] = true;
        if (box.rows > 1 || box.columns > 1) merges.push({ top: top + r, left: column, bottom: top + r + box.rows - 1, right: column + box.columns - 1 });
        column += box.columns;
      }
      cells.push(Array.from(texts, (t) => t ?? null));
    });
    if (apart) cells.push([]);
  }
  return { cells, merges };
}

const letters = (column: number): string => (column < 26 ? String.fromCharCode(65 + column) : `${letters(Math.floor(column / 26) - 1)}${letters(column % 26)}`);

/** The same as the markup of a worksheet; empty cells are told, as of cells with borders. */
export function sheetXml(blocks: readonly Block[], apart: boolean): TinySheet {
  const { cells, merges } = gridOfSheet(blocks, apart);
  const rows = cells.map((row, r) => `<row r="${r + 1}">${row.map((value, c) => {
    const place = `${letters(c)}${r + 1}`;
    if (value === null) return `<c r="${place}"/>`;
    return typeof value === 'number' ? `<c r="${place}"><v>${value}</v></c>` : `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
  }).join('')}</row>`).join('');
  const areas = merges.map((m) => `<mergeCell ref="${letters(m.left)}${m.top + 1}:${letters(m.right)}${m.bottom + 1}"/>`).join('');
  return { rows, behind: `<mergeCells count="${merges.length}">${areas}</mergeCells>` };
}

/** The same sheet as a workbook of before 2007. */
export function xlsOf(blocks: readonly Block[], apart: boolean): Uint8Array {
  const { cells, merges } = gridOfSheet(blocks, apart);
  const sheet = utils.aoa_to_sheet(cells);
  sheet['!merges'] = merges.map((m) => ({ s: { r: m.top, c: m.left }, e: { r: m.bottom, c: m.right } }));
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Sheet1');
  return new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer);
}
