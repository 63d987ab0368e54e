import { tinyZip } from '../../tiny-zip.js';

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

export interface TinySheet {
  /** Markup of its rows, in `<sheetData>`. */
  readonly rows: string;
  /** Markup before and behind them. */
  readonly before?: string;
  readonly behind?: string;
  readonly state?: string;
}

/** A workbook of such sheets. `strings`: markup of the shared texts; `styles`: of what stands in `<styleSheet>`. */
export function tinyXlsx(sheets: readonly TinySheet[], { strings = '', styles = '', prolog = '', more = [] as { name: string; content: string }[] } = {}): Uint8Array {
  const list = sheets.map(({ state }, i) => `<sheet name="S${i + 1}" sheetId="${i + 1}" r:id="rId${i + 1}"${state === undefined ? '' : ` state="${state}"`}/>`).join('');
  const relationships = sheets.map((_, i) => `<Relationship Id="rId${i + 1}" Type="worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('');
  return tinyZip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'xl/workbook.xml', content: `${prolog}<workbook ${main}><sheets>${list}</sheets></workbook>` },
    { name: 'xl/_rels/workbook.xml.rels', content: `<Relationships>${relationships}</Relationships>` },
    { name: 'xl/sharedStrings.xml', content: `<sst ${main}>${strings}</sst>` },
    { name: 'xl/styles.xml', content: `<styleSheet ${main}>${styles}</styleSheet>` },
    ...sheets.map(({ rows, before = '', behind = '' }, i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, content: `<worksheet ${main}>${before}<sheetData>${rows}</sheetData>${behind}</worksheet>` })),
    ...more,
  ]);
}
