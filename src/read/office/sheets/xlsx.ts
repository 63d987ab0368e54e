import { SkipDocument } from '../../../model/errors.js';
import { finding } from '../../../model/findings.js';
import { childOf, childrenOf, parseXml, type Element } from '../../xml.js';
import type { Reader } from '../../reader.js';
import { documentLimits, isZip, openZip, type Zip } from '../../zip.js';
import { asOnePage } from '../one-page.js';
import { macrosIn } from '../macros.js';
import { looksOf } from './look.js';
import { sheetBlocks } from './sheet-blocks.js';
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
    const targets = await targetsOf(zip);
    const blocks = [];
    for (const sheet of childrenOf(childOf(workbook, 'sheets'), 'sheet')) {
      if ((sheet.attributes['state'] ?? 'visible') !== 'visible') continue;
      const target = targets.get(Object.entries(sheet.attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '');
      // A sheet of charts has no cells.
      if (target !== undefined && zip.names.includes(target)) blocks.push(...sheetBlocks(worksheetOf(await partOf(zip, target), shared)));
    }
    return { document: asOnePage(mediaType, blocks), findings: macrosIn(zip.names) };
  },
};

/** The parts that the workbook's relationships name, by their ids. */
async function targetsOf(zip: Zip): Promise<Map<string, string>> {
  const relationships = await partOf(zip, 'xl/_rels/workbook.xml.rels');
  return new Map(childrenOf(relationships, 'Relationship').map(({ attributes }) => {
    const target = attributes['Target'] ?? '';
    return [attributes['Id'] ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^(?:\.\/)+/, '')}`] as const;
  }));
}

async function partOf(zip: Zip, name: string): Promise<Element> {
  const bytes = await zip.read(name);
  try {
    return parseXml(bytes);
  } catch (error) {
    throw new SkipDocument(finding('unreadable', '', { reason: `${name}: ${error instanceof Error ? error.message : String(error)}` }));
  }
}
