import { childOf, childrenOf, type Element } from '../../xml.js';
import { isOddFont, isWhite, type Look } from './look.js';
import { shownNumber } from './number-format.js';
import { areaOf, placeOf, type Sheet, type SheetCell } from './sheet.js';

/** What the cells of a workbook refer to. */
export interface Workbook {
  readonly texts: readonly SharedText[];
  readonly look: (style: number) => Look;
  /** Days are counted from 1904. */
  readonly from1904: boolean;
}

/** A text that cells share: what it says, and whether a part of it is struck out or raised. */
export interface SharedText {
  readonly text: string;
  readonly odd: boolean;
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

/** A worksheet (ECMA-376, 18.3): its cells as they are shown. */
export function worksheetOf(root: Element, workbook: Workbook): Sheet {
  const hidesZeros = childrenOf(childOf(root, 'sheetViews'), 'sheetView').some((v) => ['0', 'false'].includes(v.attributes['showZeros'] ?? '1'));
  const hidesRows = isTrue(childOf(root, 'sheetFormatPr')?.attributes['zeroHeight']);
  const rows = new Map<number, boolean>();
  const cells: SheetCell[] = [];
  let row = -1;
  for (const part of childrenOf(childOf(root, 'sheetData'), 'row')) {
    const told = Number(part.attributes['r']);
    row = Number.isInteger(told) && told > 0 ? told - 1 : row + 1;
    rows.set(row, isTrue(part.attributes['hidden']) || part.attributes['ht'] === '0');
    let column = -1;
    for (const cell of childrenOf(part, 'c')) {
      const place = placeOf(cell.attributes['r'] ?? '');
      column = place?.column ?? column + 1;
      cells.push({ row, column, ...contentOf(cell, workbook, hidesZeros) });
    }
  }
  const hidden = childrenOf(childOf(root, 'cols'), 'col').filter((c) => isTrue(c.attributes['hidden']) || c.attributes['width'] === '0').map((c) => ({ from: Number(c.attributes['min']) - 1, to: Number(c.attributes['max']) - 1 }));
  return {
    cells,
    merges: childrenOf(childOf(root, 'mergeCells'), 'mergeCell').flatMap((m) => areaOf(m.attributes['ref'] ?? '') ?? []),
    isHiddenRow: (at) => rows.get(at) ?? hidesRows,
    isHiddenColumn: (at) => hidden.some(({ from, to }) => at >= from && at <= to),
  };
}

/** What a cell shows. A formula whose result the file does not keep shows something that nobody can tell. */
function contentOf(cell: Element, { texts, look, from1904 }: Workbook, hidesZeros: boolean): { readonly text: string; readonly unclear: boolean } {
  const { format, odd } = look(Number(cell.attributes['s'] ?? 0));
  const kind = cell.attributes['t'] ?? 'n';
  const value = childOf(cell, 'v')?.text ?? '';
  const said = ({ text, odd: isOdd }: SharedText): { text: string; unclear: boolean } => ({ text, unclear: text.trim() !== '' && (odd || isOdd) });
  if (kind === 'inlineStr') return said(sharedText(childOf(cell, 'is')));
  if (value === '') return { text: '', unclear: childOf(cell, 'f') !== undefined && kind !== 'str' };
  if (kind === 's') return said(texts[Number(value)] ?? { text: '', odd: true });
  if (kind === 'str') return said({ text: value, odd: false });
  if (kind === 'd') return { text: value.slice(0, 10), unclear: true };
  if (kind === 'b') return { text: value === '1' ? 'TRUE' : 'FALSE', unclear: true };
  const number = Number(value);
  if (kind !== 'n' || !Number.isFinite(number)) return { text: value, unclear: true };
  const shown = shownNumber(number, format ?? 'General', from1904);
  if (number === 0 && hidesZeros) return { text: '', unclear: true };
  return { text: shown.text, unclear: shown.unclear || odd || format === null };
}

/** A text in one piece or in runs, without what tells how it is pronounced. */
export function sharedText(element: Element | undefined): SharedText {
  let [text, odd] = ['', false];
  // A run that is as pale as paper is hidden beside one that is not; where all are, the cell has a ground of its own.
  const pale = new Set<boolean>();
  for (const part of element?.children ?? []) {
    if (part.name === 't') text += part.text;
    if (part.name !== 'r') continue;
    const run = childrenOf(part, 't').map((t) => t.text).join('');
    const font = childOf(part, 'rPr');
    odd ||= run.trim() !== '' && isOddFont(font);
    if (run.trim() !== '') pale.add(isWhite(font));
    text += run;
  }
  odd ||= pale.size > 1;
  return { text: text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))).replace(/\r\n?/g, '\n'), odd };
}
