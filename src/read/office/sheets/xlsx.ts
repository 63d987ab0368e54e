import type { Block } from '../../../model/page.js';
import { withPictures, type InsetPicture } from '../../inset-pictures.js';
import { childOf, childrenOf } from '../../xml.js';
import type { Reader } from '../../reader.js';
import { documentLimits, isZip, openZip } from '../../zip.js';
import { asOnePage } from '../one-page.js';
import { macrosIn } from '../macros.js';
import { partOf, relatedTo } from '../parts.js';
import { looksOf } from './look.js';
import { sheetBlocks } from './sheet-blocks.js';
import { sheetPictures } from './sheet-pictures.js';
import { sharedText, worksheetOf } from './worksheet.js';

const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const main = 'xl/workbook.xml';

/** Reads Excel workbooks (Office Open XML): the sheets that are shown, their cells as they are shown. Nothing is calculated. */
export const xlsxReader: Reader = {
  mediaType,
  method: 'office',
  recognises: (bytes) => isZip(bytes) && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(main),
  async read(bytes) {
    const zip = await openZip(bytes, documentLimits);
    const workbook = await partOf(zip, main);
    const styles = zip.names.includes('xl/styles.xml') ? await partOf(zip, 'xl/styles.xml') : null;
    const strings = zip.names.includes('xl/sharedStrings.xml') ? await partOf(zip, 'xl/sharedStrings.xml') : undefined;
    const shared = { texts: childrenOf(strings, 'si').map((si) => sharedText(si)), look: looksOf(styles), from1904: ['1', 'true'].includes(childOf(workbook, 'workbookPr')?.attributes['date1904'] ?? '') };
    const targets = new Map((await relatedTo(zip, main)).map((r) => [r.id, r.part]));
    const blocks: Block[] = [];
    const pictures: InsetPicture[] = [];
    for (const sheet of childrenOf(childOf(workbook, 'sheets'), 'sheet')) {
      if ((sheet.attributes['state'] ?? 'visible') !== 'visible') continue;
      const target = targets.get(Object.entries(sheet.attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '');
      // A sheet of charts has no cells.
      if (target === undefined || !zip.names.includes(target)) continue;
      blocks.push(...sheetBlocks(worksheetOf(await partOf(zip, target), shared)));
      pictures.push(...(await sheetPictures(zip, target)));
    }
    const { document, findings } = await withPictures(asOnePage(mediaType, blocks), pictures);
    return { document, findings: [...findings, ...macrosIn(zip.names)] };
  },
};
