// A report as a Word file of our own: paragraphs, and tables with w:gridSpan and w:vMerge.

import { tinyZip } from '../../read/tiny-zip.js';
import type { Table } from '../boxes.js';
import { escaped } from '../markup.js';
import type { Block } from '../page.js';

const paragraph = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;

function tableOf({ rows, widths }: Table): string {
  /** Rows that the box over a place still takes, and its width in columns. */
  const open = widths.map(() => ({ rows: 0, columns: 1 }));
  const cell = (columns: number, merge: string, text: string): string => `<w:tc><w:tcPr>${columns > 1 ? `<w:gridSpan w:val="${String(columns)}"/>` : ''}${merge}</w:tcPr>${paragraph(text)}</w:tc>`;
  const lines = rows.map((row) => {
    const boxes = [...row.boxes];
    let cells = '';
    for (let c = 0; c < widths.length;) {
      const above = open[c];
      if (above !== undefined && above.rows > 0) {
        above.rows--;
        cells += cell(above.columns, '<w:vMerge/>', '');
        c += above.columns;
        continue;
      }
      const next = boxes.shift();
      if (next === undefined) break;
      open[c] = { rows: next.rows - 1, columns: next.columns };
      cells += cell(next.columns, next.rows > 1 ? '<w:vMerge w:val="restart"/>' : '', next.text.replace(/\n/g, ''));
      c += next.columns;
    }
    return `<w:tr>${cells}</w:tr>`;
  });
  return `<w:tbl><w:tblGrid>${widths.map(() => '<w:gridCol/>').join('')}</w:tblGrid>${lines.join('')}</w:tbl>`;
}

export function docxOf(blocks: readonly Block[]): Uint8Array {
  const body = blocks.map((block) => (block.kind === 'table' ? tableOf(block.table) + paragraph('') : paragraph(block.text))).join('');
  return tinyZip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'word/document.xml', content: `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>` },
  ]);
}
