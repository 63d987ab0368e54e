import { tinyZip, type TinyMember } from '../../tiny-zip.js';

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
export function tinyXlsx(sheets: readonly TinySheet[], { strings = '', styles = '', prolog = '', more = [] as TinyMember[] } = {}): Uint8Array {
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

/** Members that lay a picture of so many points on the first sheet, at a row from 0. */
export const sheetDrawing = (picture: Uint8Array, { width, height, row }: { readonly width: number; readonly height: number; readonly row: number }): TinyMember[] => [
  { name: 'xl/worksheets/_rels/sheet1.xml.rels', content: '<Relationships><Relationship Id="rId1" Type="x/drawing" Target="../drawings/drawing1.xml"/></Relationships>' },
  { name: 'xl/drawings/_rels/drawing1.xml.rels', content: '<Relationships><Relationship Id="rId1" Type="x/image" Target="/xl/media/image1.png"/></Relationships>' },
  { name: 'xl/drawings/drawing1.xml', content: `<xdr:wsDr xmlns:xdr="xdr" xmlns:a="a" xmlns:r="r"><xdr:oneCellAnchor><xdr:from><xdr:row>${row}</xdr:row></xdr:from><xdr:pic><xdr:blipFill><a:blip r:embed="rId1"/></xdr:blipFill><xdr:spPr><a:xfrm><a:ext cx="${width * 12_700}" cy="${height * 12_700}"/></a:xfrm></xdr:spPr></xdr:pic></xdr:oneCellAnchor></xdr:wsDr>` },
  { name: 'xl/media/image1.png', content: picture },
];
