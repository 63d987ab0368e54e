import type { Block, PlacedCell } from '../../model/page.js';
import { childOf, type Element } from '../xml.js';
import { hasGround, isOn, valueOf } from './word-runs.js';
import { wordText } from './word-text.js';

/** A cell, and whether a merged one in the row below is part of it. */
interface Open { readonly cell: PlacedCell & { rowSpan: number }; readonly takesMore: boolean }

type GridBlock = Extract<Block, { kind: 'grid' }>;

/** More columns than this no page holds; Word allows 63. */
const mostColumns = 1000;

/** No style has this name. */
const unnamed = ' ';

/** The children of an element, those of content controls and of what was inserted among them. */
export function contentOf(element: Element): Element[] {
  return element.children.flatMap((child) => {
    if (child.name === 'sdt') return contentOf(childOf(child, 'sdtContent') ?? child);
    return ['ins', 'moveTo', 'customXml', 'smartTag'].includes(child.name) ? contentOf(child) : [child];
  });
}

/** A table as Word shows it (Office Open XML, 17.4). `line`: its number among the document's parts; `oddStyles` as `wordText` takes them. */
export function tableOf(table: Element, line: number, oddStyles: ReadonlySet<string>): GridBlock {
  const cells: Open['cell'][] = [];
  /** What a cell may go on with, by column. */
  let above = new Map<number, Open>();
  let [rows, columns] = [0, 0];
  const isOdd = oddStyles.has(valueOf(childOf(childOf(table, 'tblPr'), 'tblStyle')) || unnamed);
  for (const row of contentOf(table).filter((c) => c.name === 'tr')) {
    const properties = childOf(row, 'trPr');
    if (childOf(properties, 'del') || isOn(properties, 'hidden')) continue;
    let column = Math.min(number(childOf(properties, 'gridBefore'), 0), mostColumns);
    const here = new Map<number, Open>();
    for (const cell of contentOf(row).filter((c) => c.name === 'tc')) {
      const of = childOf(cell, 'tcPr');
      const columnSpan = Math.max(1, Math.min(number(childOf(of, 'gridSpan'), 1), mostColumns - column));
      const merge = childOf(of, 'vMerge');
      const goesOn = merge !== undefined && valueOf(merge) !== 'restart';
      const over = goesOn && above.get(column)?.takesMore ? above.get(column) : undefined;
      if (over && over.cell.columnSpan === columnSpan) {
        over.cell.rowSpan++;
        here.set(column, over);
      } else {
        const { text, unclear } = cellText(cell, oddStyles);
        // Nothing stands above that it could go on with: what belongs here may be elsewhere.
        const isStray = goesOn && text.trim() === '';
        const placed = { row: rows, column, rowSpan: 1, columnSpan, text, ...(unclear || isStray || childOf(of, 'cellDel') || (isOdd && text.trim() !== '') ? { unclear: true as const } : {}) };
        cells.push(placed);
        // A label that does not say it begins a merge still does where the cell below goes on with it; a number's place is too dear for that.
        here.set(column, { cell: placed, takesMore: merge !== undefined && !isStray || /\p{L}/u.test(text) });
      }
      column += columnSpan;
      if (column >= mostColumns) break;
    }
    above = here;
    columns = Math.max(columns, column);
    rows++;
  }
  return { kind: 'grid', rows, columns, cells, line };
}

const number = (element: Element | undefined, otherwise: number): number => {
  const value = Number.parseInt(valueOf(element), 10);
  return Number.isNaN(value) || value < 0 ? otherwise : value;
};

/** The lines of a cell, those of a small table and of text boxes in it among them. */
function cellText(cell: Element, oddStyles: ReadonlySet<string>): { text: string; unclear: boolean } {
  const lines: string[] = [];
  let unclear = false;
  const isShaded = hasGround(childOf(cell, 'tcPr'));
  const take = (part: Element): void => {
    if (part.name === 'p') {
      const said = wordText(part, oddStyles, isShaded);
      unclear ||= said.unclear;
      lines.push(...said.text.split('\n').map((line) => line.trim()).filter((line) => line !== ''));
      // What a box over a cell says may be the cell's or not.
      if (hasPart(part, 'txbxContent')) unclear = true;
    } else if (part.name === 'tbl' || part.name === 'tr' || part.name === 'tc') for (const child of contentOf(part)) take(child);
  };
  for (const child of contentOf(cell)) take(child);
  return { text: lines.join('\n'), unclear };
}

/** Whether there is an element of a name anywhere under another. */
export const hasPart = (element: Element, name: string): boolean => element.children.some((c) => c.name === name || hasPart(c, name));
