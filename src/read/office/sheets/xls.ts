import { read as readWorkbook, utils, type CellObject, type WorkSheet } from '@e965/xlsx';
import { SkipDocument } from '../../../model/errors.js';
import { finding } from '../../../model/findings.js';
import { withPictures } from '../../inset-pictures.js';
import { isCompoundFile, rootNames } from '../compound-file.js';
import { picturesInXls } from '../compound-pictures.js';
import { macrosIn } from '../macros.js';
import { asOnePage } from '../one-page.js';
import type { Reader } from '../../reader.js';
import { shownNumber } from './number-format.js';
import { sheetBlocks } from './sheet-blocks.js';
import type { Sheet, SheetCell } from './sheet.js';

const mediaType = 'application/vnd.ms-excel';
const streams = ['Workbook', 'Book'];

/** Reads Excel workbooks of before 2007, and of WPS: the sheets that are shown, their cells as they are shown. */
export const xlsReader: Reader = {
  mediaType,
  method: 'office',
  recognises: (bytes) => isCompoundFile(bytes) && [...rootNames(bytes)].some((name) => streams.includes(name)),
  async read(bytes) {
    const workbook = parsed(bytes);
    const from1904 = workbook.Workbook?.WBProps?.date1904 ?? false;
    const blocks = workbook.SheetNames.flatMap((name, i) => {
      const sheet = workbook.Sheets[name];
      return sheet && !workbook.Workbook?.Sheets?.[i]?.Hidden ? sheetBlocks(sheetOf(sheet, from1904)) : [];
    });
    const { document, findings } = await withPictures(asOnePage(mediaType, blocks), picturesInXls(bytes));
    return { document, findings: [...findings, ...macrosIn(rootNames(bytes))] };
  },
};

function parsed(bytes: Uint8Array): ReturnType<typeof readWorkbook> {
  try {
    return readWorkbook(bytes, { type: 'array', cellNF: true, cellStyles: true, sheetStubs: true, cellHTML: false, bookVBA: false });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SkipDocument(/password|encrypt/i.test(reason) ? finding('encrypted', '') : finding('unreadable', '', { reason }));
  }
}

function sheetOf(sheet: WorkSheet, from1904: boolean): Sheet {
  const cells = Object.keys(sheet).filter((key) => !key.startsWith('!')).map((key): SheetCell => {
    const { r, c } = utils.decode_cell(key);
    return { row: r, column: c, ...contentOf(sheet[key] as CellObject, from1904) };
  });
  return {
    cells,
    merges: (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c })),
    isHiddenRow: (at) => sheet['!rows']?.[at]?.hidden ?? false,
    isHiddenColumn: (at) => sheet['!cols']?.[at]?.hidden ?? false,
  };
}

function contentOf(cell: CellObject, from1904: boolean): { readonly text: string; readonly unclear: boolean } {
  if (cell.t === 'z' || cell.v === undefined) return { text: '', unclear: cell.f !== undefined };
  if (cell.t === 's') return { text: String(cell.v).replace(/\r\n?/g, '\n'), unclear: false };
  if (cell.t === 'n' && typeof cell.v === 'number') return shownNumber(cell.v, typeof cell.z === 'string' ? cell.z : 'General', from1904);
  return { text: cell.w ?? String(cell.v), unclear: true };
}
