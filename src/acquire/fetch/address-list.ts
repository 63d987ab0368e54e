import { parseString } from '@fast-csv/parse';
import { z } from 'zod';
import { archiveAddress, type Planned } from '../archive/archive.js';
import { pageText } from '../pages/page-text.js';
import type { Listed } from '../receipt.js';

const names = z.array(z.string().min(1)).min(1);

/** `address_lists:` of pipeline.yaml: how the columns of a user's list may be headed. */
export const addressListSchema = z.strictObject({ address: names, issuer: names, year: names, title: names, date: names });

export type ListColumns = z.infer<typeof addressListSchema>;

/** A line of a list that can't be followed. */
export interface BadLine {
  /** From 1. */
  readonly line: number;
  readonly text: string;
  readonly reason: string;
}

export interface AddressList {
  /** Each address once, with what the first line that names it says. */
  readonly planned: readonly Planned[];
  readonly bad: readonly BadLine[];
}

/**
 * The addresses in a user's list: a table with a head (separated by commas,
 * semicolons or tabs) of which a column is headed as addresses are, or a text
 * with an address on each line. Empty lines and those that begin with `#` are
 * left out.
 *
 * @param list its name, as receipts will tell it
 */
export async function readAddressList(bytes: Uint8Array, list: string, columns: ListColumns): Promise<AddressList> {
  const text = pageText(bytes).replace(/^\ufeff/, '');
  const rows = (await tableIn(text, columns)) ?? lines(text);
  const planned = new Map<string, Planned>();
  const bad: BadLine[] = [];
  for (const { line, address, ...said } of rows) {
    const reason = address === '' ? 'it has no address' : refusalOf(address);
    if (reason !== undefined) bad.push({ line, text: address, reason });
    else {
      const key = archiveAddress({ address });
      if (!planned.has(key)) planned.set(key, { address: key, role: 'document', listed: { list, ...said } });
    }
  }
  return { planned: [...planned.values()], bad };
}

interface Line extends Omit<Listed, 'list'> {
  readonly line: number;
  readonly address: string;
}

/** The lines of a table; undefined where the text has no head of one. */
async function tableIn(text: string, columns: ListColumns): Promise<readonly Line[] | undefined> {
  const head = text.split(/\r?\n/, 1)[0] ?? '';
  const delimiter = ['\t', ',', ';'].find((one) => head.includes(one)) ?? ',';
  const [first, ...rows] = await cells(text, delimiter);
  const at = (known: readonly string[]): number => first?.findIndex((cell) => known.includes(cell.trim().toLowerCase())) ?? -1;
  const places = { address: at(columns.address), issuer: at(columns.issuer), year: at(columns.year), title: at(columns.title), date: at(columns.date) };
  if (places.address < 0) return undefined;
  return rows.flatMap((row, index) => {
    const cell = (place: number): string => row[place]?.trim() ?? '';
    if (row.every((one) => one.trim() === '') || row[0]?.startsWith('#')) return [];
    const year = /^(\d{4})\s*年?$/.exec(cell(places.year))?.[1];
    const date = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(cell(places.date));
    return {
      line: index + 2,
      address: cell(places.address),
      ...(cell(places.issuer) === '' ? {} : { issuer: cell(places.issuer) }),
      ...(cell(places.title) === '' ? {} : { title: cell(places.title) }),
      ...(year === undefined ? {} : { year: Number(year) }),
      ...(date === null ? {} : { date: `${date[1] ?? ''}-${(date[2] ?? '').padStart(2, '0')}-${(date[3] ?? '').padStart(2, '0')}` }),
    };
  });
}

async function cells(text: string, delimiter: string): Promise<readonly (readonly string[])[]> {
  const rows: string[][] = [];
  for await (const row of parseString<string[], string[]>(text, { headers: false, delimiter, quote: delimiter === '\t' ? null : '"', ignoreEmpty: false })) rows.push(row as string[]);
  return rows;
}

const lines = (text: string): readonly Line[] =>
  text
    .split(/\r?\n/)
    .map((address, index) => ({ line: index + 1, address: address.trim() }))
    .filter(({ address }) => address !== '' && !address.startsWith('#'));

/** Why a text is no address that can be asked; undefined where it is one. */
function refusalOf(text: string): string | undefined {
  if (!URL.canParse(text)) return 'it is no address';
  const { protocol, username, password } = new URL(text);
  if (protocol !== 'http:' && protocol !== 'https:') return 'only http and https are asked';
  if (username !== '' || password !== '') return 'it has a name or password in it';
  return /["\s]|,(?=[^\w%/?&=.-])/.test(text) ? 'it has more than an address in it (a table wants a head that names its columns)' : undefined;
}
