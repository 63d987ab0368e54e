import fc from 'fast-check';
import { parseString } from 'fast-csv';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { numberCell, rawCell, textCell, textOfCell } from '../../src/export/cell-text.js';
import { CsvFile } from '../../src/export/csv-file.js';
import type { Table } from '../../src/export/table.js';

describe('text in a table', () => {
  it.each(['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＋1条', '－', '＠A1'])('%j is written so that a spreadsheet shows it', (text) => {
    expect(textCell(text)).toBe(`'${text}`);
  });

  it('has a mark that stands there already doubled', () => {
    expect(textCell("'=1")).toBe("''=1");
    expect(textCell("'quoted'")).toBe("''quoted'");
  });

  it.each(['漷县镇', '12', '', '（一）', '—'])('%j is left as it is', (text) => {
    expect(textCell(text)).toBe(text);
  });

  it('always comes back when one mark is taken away', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => textOfCell(textCell(text)) === text));
  });

  it('never begins like a formula, whatever it is', () => {
    fc.assert(fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠', "'", ''), fc.string(), (first, rest) => !/^[=+\-@\t\r＝＋－＠]/u.test(textCell(first + rest))));
  });
});

describe('the text as read of a cell', () => {
  it.each(['+6', '-8', '-', '3', '24252.311082', '＋６'])('%s is a printed number and stays one', (raw) => {
    expect(rawCell(raw)).toBe(raw);
  });

  it.each(['+6条', '-1+2', '--', '=6', '@', '+'])('%s is text', (raw) => {
    expect(rawCell(raw)).toBe(`'${raw}`);
  });
});

describe('a numeric column', () => {
  it('keeps a negative number, and no formula', () => {
    expect(numberCell('-8')).toBe('-8');
    expect(numberCell('-8+1')).toBe("'-8+1");
  });
});

describe('a CSV file', () => {
  const column = (name: string) => ({ name, type: 'string', zh: name, en: name, description: '', of: (row: Record<string, string>) => row[name] ?? '' }) as const;
  const table: Table<Record<string, string>> = { name: 'any', zh: '', en: '', description: '', columns: [column('a'), column('b')], key: [], foreignKeys: [] };

  it('gives every text back when it is read by the rules of RFC 4180', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', "'", ',', '\n', '\r', '|', '=', '+', ';', '　', '漷', '𠮷', ' ', '\t', '\\') });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ a: cell, b: cell }), { maxLength: 4 }), async (rows) => {
        const folder = await mkdtemp(join(tmpdir(), 'gongkai-'));
        const file = new CsvFile(table, folder, { bom: false });
        for (const row of rows) await file.write(row);
        await file.close();
        const text = await readFile(join(folder, 'any.csv'), 'utf8');
        expect(text.endsWith('\n')).toBe(true);
        expect(parse(text).slice(1)).toEqual(rows.map((row) => [textCell(row.a), textCell(row.b)]));
      }),
      { numRuns: 60 },
    );
  });

  it('is read by another reader, too', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gongkai-'));
    const file = new CsvFile(table, folder, { bom: false });
    await file.write({ a: 'line\nbreak', b: 'a "word"' });
    await file.close();
    const rows: unknown[] = [];
    await new Promise<void>((done, fail) => {
      void readFile(join(folder, 'any.csv'), 'utf8').then((text) => parseString(text, { headers: true }).on('data', (row: unknown) => rows.push(row)).on('end', () => done()).on('error', fail));
    });
    expect(rows).toEqual([{ a: 'line\nbreak', b: 'a "word"' }]);
  });

  it('begins with one byte order mark where that is asked for, rows or none', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gongkai-'));
    const written = await new CsvFile(table, folder, { bom: true }).close();
    const bytes = await readFile(join(folder, 'any.csv'));
    expect(bytes).toEqual(Buffer.from('\ufeffa,b\n'));
    expect(written.bytes).toBe(bytes.length);
  });
});

/** RFC 4180 to the letter, written apart from the writer. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      for (at++; !(text[at] === '"' && text[at + 1] !== '"'); at++) {
        if (text[at] === '"') at++;
        cell += text[at] ?? '';
      }
      at++;
    } else for (; text[at] !== ',' && text[at] !== '\n'; at++) cell += text[at] ?? '';
    row.push(cell);
    if (text[at] === '\n') {
      rows.push(row);
      row = [];
    }
    at++;
  }
  return rows;
}
