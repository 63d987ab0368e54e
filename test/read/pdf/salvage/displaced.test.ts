import { book, contentObject, pageObject } from '../book.js';
import { opened } from '../opened.js';

const lines = ['11', '22', '33'];
const widths = `[${'600 '.repeat(64)}]`;
const withWidths = book(lines, { more: { 3: `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 32 /Widths ${widths} >>` } });
const isDoubted = { partial: [1, 2, 3], codes: expect.arrayContaining(['file-damaged']) as string[] };

/** The bytes with some of them other. */
function changed(bytes: Buffer, at: number, other: string): Buffer {
  const copy = Buffer.from(bytes);
  copy.write(other, at, 'latin1');
  return copy;
}

const without = (bytes: Buffer, at: number, length: number): Buffer => Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
const entryOf = (bytes: Buffer, table: number, number: number): number => bytes.indexOf(' f \n', table) + 4 + (number - 1) * 20;

describe('an object of which the cross-reference table says something else than the file', () => {
  const inWidths = withWidths.bytes.indexOf(widths) + 40;

  it('is as it should be in the whole file', async () => {
    expect(await opened(withWidths.bytes)).toMatchObject({ partial: [], codes: [] });
  });

  it('has lost bytes where all that follows stands nearer, and what is shown with it is not vouched for', async () => {
    expect(await opened(without(withWidths.bytes, inWidths, 8))).toMatchObject(isDoubted);
  });

  it('has bytes twice where all that follows stands further off', async () => {
    const { bytes } = withWidths;
    expect(await opened(Buffer.concat([bytes.subarray(0, inWidths + 8), bytes.subarray(inWidths)]))).toMatchObject(isDoubted);
  });

  it('is not vouched for where the table names another place or generation for it, or none', async () => {
    const { bytes, table } = book(lines);
    const entry = entryOf(bytes, table, contentObject(2));
    for (const damaged of [changed(bytes, entry + 9, '1'), changed(bytes, entry + 15, '3'), changed(bytes, entry + 17, 'f')]) {
      const { partial } = await opened(damaged);
      expect(partial).toContain(2);
    }
  });

  it('is as it should be where the table points to the line end before it', async () => {
    const { bytes, table, at } = book(lines);
    const early = changed(bytes, entryOf(bytes, table, pageObject(2)), String((at.get(pageObject(2)) ?? 0) - 1).padStart(10, '0'));
    expect(await opened(early)).toMatchObject({ texts: lines, partial: [] });
  });

  it('has an earlier version that no table knows, and that counts for nothing', async () => {
    const before = `${contentObject(2)} 0 obj\n<< /Length 2 >>\nstream\nBT\nendstream\nendobj\n`;
    expect(await opened(book(lines, { before }).bytes)).toMatchObject({ texts: lines, partial: [] });
  });
});
