// A report as a flat OpenDocument text for LibreOffice to print.

import type { Box, Row, Table } from './boxes.js';
import { contentWidth, proseLine, tableLine, type Dress } from './dress.js';
import { escaped, linesOf } from './markup.js';
import { markedBox, markOf, type Block } from './page.js';
import { edgesOf, fillOf, type Spot } from './rules.js';

const namespaces = ['office', 'style', 'text', 'table'].map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat(['fo', 'svg'].map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name === 'fo' ? 'xsl-fo' : name}-compatible:1.0"`)).join(' ');

const typeOf = (font: string, size: number): string =>
  `<style:text-properties style:font-name="${font}" style:font-name-asian="${font}" fo:font-family="${font}" style:font-family-asian="${font}" fo:font-size="${size}pt" style:font-size-asian="${size}pt" fo:language="en" style:language-asian="zh" style:country-asian="CN"/>`;

function paragraphStyle(name: string, font: string, size: number, line: number, more: string): string {
  return `<style:style style:name="${name}" style:family="paragraph"><style:paragraph-properties fo:line-height="${line}pt" fo:margin-top="0pt" fo:orphans="0" fo:widows="0" ${more}/>${typeOf(font, size)}</style:style>`;
}

class Styles {
  readonly #known = new Map<string, string>();
  /** One style for each different spelling; make gets the name. */
  named(prefix: string, make: (name: string) => string): string {
    const spelling = make('?');
    const known = [...this.#known].find(([, text]) => text === spelling)?.[0];
    if (known !== undefined) return known;
    const name = `${prefix}${this.#known.size}`;
    this.#known.set(name, spelling);
    return name;
  }
  toString(): string {
    return [...this.#known].map(([name, text]) => text.replace('style:name="?"', `style:name="${name}"`)).join('\n');
  }
}

function cellStyle(each: Box, spot: Spot, table: Table, dress: Dress, top: boolean): string {
  const colour = fillOf(each, spot, dress);
  const fill = colour === '' ? '' : ` fo:background-color="${colour}"`;
  const edges = edgesOf(each, spot, table, dress);
  const borders = (['top', 'right', 'bottom', 'left'] as const).map((side) => {
    const third = (edges[side] / 3).toFixed(2);
    const lines = edges[side] > 0 && dress.ruleStyle === 'double' ? ` style:border-line-width-${side}="${third}pt ${third}pt ${third}pt"` : '';
    return `fo:border-${side}="${edges[side] === 0 ? 'none' : `${edges[side]}pt ${dress.ruleStyle} ${dress.ruleColour}`}"${lines}`;
  }).join(' ');
  const sides = dress.sides === undefined ? '' : ` fo:padding-left="${dress.sides}pt" fo:padding-right="${dress.sides}pt"`;
  const lines = linesOf(each, dress) === 'vertical' ? ' style:writing-mode="tb-rl"' : '';
  return `<style:style style:name="?" style:family="table-cell"><style:table-cell-properties ${borders} fo:padding="${dress.padding}pt"${sides} style:vertical-align="${top ? 'top' : dress.align}"${fill}${lines}/></style:style>`;
}

class Writer {
  readonly styles = new Styles();
  readonly #dress: Dress;
  readonly #marks: boolean;
  readonly #counts = new Map<string, number>();

  constructor(dress: Dress, marks: boolean) {
    this.#dress = dress;
    this.#marks = marks;
  }

  block(block: Block): string {
    const { prose, font, headingFont } = this.#dress;
    const line = proseLine(this.#dress);
    if (block.kind === 'title') return this.#paragraph(block.text, headingFont, prose + 5, line + 6, 'fo:text-align="center"');
    if (block.kind === 'heading') {
      const fresh = block.fresh ? ' fo:break-before="page"' : '';
      return this.#paragraph(block.text, headingFont, prose, line, `fo:text-indent="${2 * prose}pt" fo:keep-with-next="always" fo:margin-bottom="${block.after.toFixed(1)}pt"${fresh}`);
    }
    if (block.kind === 'paragraph') {
      return this.#paragraph(block.text, font, prose, line, `fo:text-indent="${2 * prose}pt" fo:text-align="justify" fo:margin-bottom="${block.after.toFixed(1)}pt"`);
    }
    return this.#table(block.table);
  }

  #paragraph(text: string, font: string, size: number, line: number, more: string): string {
    const style = this.styles.named('P', (name) => paragraphStyle(name, font, size, line, more));
    return `<text:p text:style-name="${style}">${text}</text:p>`;
  }

  #box(each: Box, spot: Spot, table: Table, mark: string): string {
    const dress = this.#dress;
    const style = this.styles.named('C', () => cellStyle(each, spot, table, dress, mark !== ''));
    const set = each.kind === 'label' ? dress.labels : each.kind === 'value' ? dress.values : 'center';
    const align = set === 'left' ? 'start' : set === 'right' ? 'end' : 'center';
    const text = linesOf(each, dress) === 'stacked' ? Array.from(each.text).map(escaped).join('<text:line-break/>') : escaped(each.text);
    const tiny = this.styles.named('T', () => `<style:style style:name="?" style:family="text"><style:text-properties fo:font-size="1pt" style:font-size-asian="1pt"/></style:style>`);
    const marked = mark === '' ? text : `<text:span text:style-name="${tiny}">${mark}</text:span>${text}`;
    const spans = `${each.columns > 1 ? ` table:number-columns-spanned="${each.columns}"` : ''}${each.rows > 1 ? ` table:number-rows-spanned="${each.rows}"` : ''}`;
    return `<table:table-cell table:style-name="${style}"${spans}>${this.#paragraph(marked, dress.font, dress.size, tableLine(dress), `fo:text-align="${align}"`)}</table:table-cell>`;
  }

  #row(row: Row, place: number, table: Table, mark: string, held: number[]): string {
    const dress = this.#dress;
    const marked = mark === '' ? -1 : markedBox(row);
    const waiting = row.boxes.map((each, of) => ({ each, of }));
    let cells = '';
    for (let column = 0; column < table.widths.length; column += 1) {
      const over = held[column] ?? 0;
      const next = over > 0 ? undefined : waiting.shift();
      if (!next) {
        held[column] = over - 1;
        cells += '<table:covered-table-cell/>';
        continue;
      }
      const { each } = next;
      cells += this.#box(each, { row: place, column }, table, next.of === marked ? mark : '') + '<table:covered-table-cell/>'.repeat(each.columns - 1);
      for (let of = 0; of < each.columns; of += 1) held[column + of] = each.rows - 1;
      column += each.columns - 1;
    }
    const vertical = row.boxes.filter((each) => linesOf(each, dress) === 'vertical' && each.rows === 1).map((each) => each.text.length * dress.size * 1.25 + 6);
    const height = Math.max(dress.rowHeight, ...vertical);
    const style = this.styles.named('R', () => `<style:style style:name="?" style:family="table-row"><style:table-row-properties style:min-row-height="${height.toFixed(1)}pt" fo:keep-together="${dress.cutRows ? 'auto' : 'always'}"/></style:style>`);
    return `<table:table-row table:style-name="${style}">${cells}</table:table-row>`;
  }

  #table(table: Table): string {
    const dress = this.#dress;
    const total = table.widths.reduce((sum, width) => sum + width, 0);
    const columns = table.widths.map((width) => {
      const points = ((contentWidth(dress) * width) / total).toFixed(2);
      return `<table:table-column table:style-name="${this.styles.named('K', () => `<style:style style:name="?" style:family="table-column"><style:table-column-properties style:column-width="${points}pt"/></style:style>`)}"/>`;
    }).join('');
    const first = this.#counts.get(table.id) ?? 0;
    this.#counts.set(table.id, first + table.rows.length);
    const held = table.widths.map(() => 0);
    const rows = table.rows.map((row, place) => this.#row(row, place, table, this.#marks ? markOf(table, first + place) : '', held));
    const depth = dress.repeatHead ? table.rows.filter((row) => row.isHead).length : 0;
    const head = depth > 0 ? `<table:table-header-rows>${rows.slice(0, depth).join('')}</table:table-header-rows>` : '';
    const style = this.styles.named('B', () => `<style:style style:name="?" style:family="table"><style:table-properties style:width="${contentWidth(dress).toFixed(2)}pt" table:align="center" fo:margin-bottom="6pt" style:may-break-between-rows="true" table:border-model="collapsing"/></style:style>`);
    return `<table:table table:style-name="${style}">${columns}${head}${rows.slice(depth).join('')}</table:table>`;
  }
}

const numberField = '<text:page-number text:select-page="current">1</text:page-number>';
const footers = { '': '', '-N-': `- ${numberField} -`, '—N—': `— ${numberField} —`, '第N页': `第 ${numberField} 页`, 'N': numberField };

function masterOf(dress: Dress): string {
  const text = footers[dress.pageNumber];
  const footer = text === '' ? '' : `<style:footer><text:p text:style-name="Foot${dress.outside ? 'Right' : ''}">${text}</text:p></style:footer>` +
    (dress.outside ? `<style:footer-left><text:p text:style-name="FootLeft">${text}</text:p></style:footer-left>` : '');
  const header = dress.runningHead === '' ? '' : `<style:header><text:p text:style-name="Running">${escaped(dress.runningHead)}</text:p></style:header>`;
  return `<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page">${header}${footer}</style:master-page></office:master-styles>`;
}

function pageLayout(dress: Dress): string {
  const [top, right, bottom, left] = dress.margin;
  const foot = dress.pageNumber === '' ? 0 : 34;
  const head = dress.runningHead === '' ? 0 : 24;
  const footer = foot === 0 ? '' : `<style:footer-style><style:header-footer-properties svg:height="${foot}pt" fo:margin-top="14pt" style:dynamic-spacing="false"/></style:footer-style>`;
  const header = head === 0 ? '' : `<style:header-style><style:header-footer-properties svg:height="${head}pt" fo:margin-bottom="6pt" style:dynamic-spacing="false"/></style:header-style>`;
  return `<style:page-layout style:name="Page"><style:page-layout-properties fo:page-width="${dress.paper[0]}pt" fo:page-height="${dress.paper[1]}pt" style:print-orientation="${dress.paper[0] > dress.paper[1] ? 'landscape' : 'portrait'}" fo:margin-top="${top - head}pt" fo:margin-right="${right}pt" fo:margin-bottom="${bottom - foot}pt" fo:margin-left="${left}pt"/>${header}${footer}</style:page-layout>`;
}

export function fodtOf(blocks: readonly Block[], title: string, dress: Dress, marks: boolean): string {
  const writer = new Writer(dress, marks);
  const body = blocks.map((block) => writer.block(block.kind === 'table' ? block : { ...block, text: escaped(block.text) })).join('\n');
  const fixed = [['Foot', 'center'], ['FootRight', 'end'], ['FootLeft', 'start']].map(([name, align]) =>
    paragraphStyle(name ?? '', dress.font, 12, 14, `fo:text-align="${align ?? ''}"`)).join('') +
    paragraphStyle('Running', dress.font, 9, 12, 'fo:text-align="center" fo:border-bottom="0.5pt solid #000000"');
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${namespaces} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:meta><dc:title xmlns:dc="http://purl.org/dc/elements/1.1/">${escaped(title)}</dc:title></office:meta>
<office:styles>${fixed}</office:styles>
<office:automatic-styles>${pageLayout(dress)}${writer.styles.toString()}</office:automatic-styles>
${masterOf(dress)}
<office:body><office:text>${body}</office:text></office:body></office:document>`;
}
