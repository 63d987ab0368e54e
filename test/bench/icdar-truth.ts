import type { ScoredCell } from './icdar-score.js';

const TAG = /<(\/?)(table|region|cell|content)\b((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>([^<]*)/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * The tables of a file `X-str.xml` of the ICDAR 2013 table competition: the
 * cells of all regions of a table, each region moved by its increments.
 * Reads what these files use of XML, and no more.
 */
export function icdarTruth(xml: string): ScoredCell[][] {
  const tables: ScoredCell[][] = [];
  let moved = { rows: 0, columns: 0 };
  let waiting: { readonly attributes: string; content: string | null } | null = null;
  for (const [, closing, name, attributes = '', empty, text = ''] of xml.replace(/<!--[^]*?-->/g, '').matchAll(TAG)) {
    if (closing === '' && name === 'table') tables.push([]);
    if (closing === '' && name === 'region') moved = { rows: number(attributes, 'row-increment') ?? 0, columns: number(attributes, 'col-increment') ?? 0 };
    if (closing === '' && name === 'cell') waiting = { attributes, content: null };
    // Only the first content counts.
    if (closing === '' && name === 'content' && waiting !== null) waiting.content ??= empty === '' ? unescaped(text) : '';
    if (name !== 'cell' || waiting === null || (closing === '' && empty === '')) continue;
    tables.at(-1)?.push(cellOf(waiting.attributes, waiting.content ?? '', moved));
    waiting = null;
  }
  return tables;
}

function cellOf(attributes: string, content: string, moved: { readonly rows: number; readonly columns: number }): ScoredCell {
  const row = number(attributes, 'start-row') ?? NaN;
  const column = number(attributes, 'start-col') ?? NaN;
  const lastRow = number(attributes, 'end-row') ?? row;
  const lastColumn = number(attributes, 'end-col') ?? column;
  return [row + moved.rows, column + moved.columns, lastRow - row + 1, lastColumn - column + 1, content];
}

function number(attributes: string, name: string): number | null {
  const value = new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']\\s*(-?\\d+)\\s*["']`).exec(attributes)?.[1];
  return value === undefined ? null : Number(value);
}

const unescaped = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    if (hex !== undefined) return String.fromCodePoint(parseInt(hex, 16));
    return ENTITIES[name ?? ''] ?? whole;
  });
