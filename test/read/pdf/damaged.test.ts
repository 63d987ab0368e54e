import { read } from '../../../src/read/readers.js';
import { book, contentObject, line, pageObject, type Book, type BookStyle } from './book.js';
import { opened } from './opened.js';

const lines = ['11', '22', '33'];
const limits = { pages: 10 };

const offset = ({ at }: Book, number: number): number => at.get(number) ?? 0;
const styles: [string, BookStyle][] = [
  ['with a table', {}],
  ['with deflated contents', { deflated: true }],
  ['with an object stream', { deflated: true, objectStream: true }],
  ['with its page tree at the end', { treeLast: true }],
];

describe('a PDF that is whole', () => {
  it.each(styles)('is said nothing of: %s', async (_, style) => {
    expect(await opened(book(lines, style).bytes)).toEqual({ texts: lines, partial: [], codes: [], messages: [] });
  });
});

describe('a PDF that is cut off before its cross-reference table', () => {
  it.each(styles)('is read to its last page, and said to be cut: %s', async (_, style) => {
    const { bytes, table } = book(lines, style);
    const { texts, partial, codes, messages } = await opened(bytes.subarray(0, table));
    expect({ texts, partial, codes }).toEqual({ texts: lines, partial: [], codes: ['file-cut'] });
    expect(messages[0]).toContain('its pages are whole');
  });

  it('is read where the cut goes through the table, the trailer or the pointer to it', async () => {
    const { bytes, table } = book(lines);
    for (let end = table + 1; end < bytes.length - 8; end += 11) expect((await opened(bytes.subarray(0, end))).texts).toEqual(lines);
  });
});

describe('a PDF that is cut off in its pages', () => {
  it('keeps the numbers of the pages that are lost, and says which they are', async () => {
    const whole = book(lines, { deflated: true });
    const { texts, partial, codes } = await opened(whole.bytes.subarray(0, offset(whole, pageObject(2))));
    expect({ texts, partial }).toEqual({ texts: ['11', '', ''], partial: [2, 3] });
    expect(codes).toEqual(['file-cut', 'page-lost p2']);
  });

  it.each([['as it is', false], ['deflated', true]])('does not vouch for a page whose content is cut: %s', async (_, deflated) => {
    const whole = book(['11', '123456'], { deflated });
    const end = deflated ? offset(whole, contentObject(2)) + 90 : whole.bytes.indexOf('456) Tj');
    const { texts, partial, codes } = await opened(whole.bytes.subarray(0, end));
    expect(texts[0]).toBe('11');
    expect(partial).toEqual([2]);
    expect(codes).toEqual(['file-cut', 'page-cut p2']);
  });

  it('does not vouch for a page whose font is lost', async () => {
    const whole = book(lines, { more: { 40: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>' } });
    const text = whole.bytes.toString('latin1').replace('/F1 3 0 R', '/F1 40 0 R');
    const { partial } = await opened(Buffer.from(text.slice(0, text.indexOf('40 0 obj')), 'latin1'));
    expect(partial).toEqual([1, 2, 3]);
  });

  it('gives what pages there are where the page tree is lost, and vouches for none', async () => {
    const whole = book(lines, { treeLast: true });
    const { bytes } = whole;
    const text = bytes.toString('latin1').replace(/(\/Type \/Page \/Parent 2 0 R)/g, '$1 /MediaBox [0 0 400 300] /Resources << /Font << /F1 3 0 R >> >>');
    const { texts, partial, codes } = await opened(Buffer.from(text.slice(0, text.indexOf('1 0 obj\n<< /Type /Catalog')), 'latin1'));
    expect({ texts, partial }).toEqual({ texts: lines, partial: [1, 2, 3] });
    expect(codes).toContain('nothing-certain');
  });

  it('numbers nothing new as an object that is lost', async () => {
    // The page names object 10 as its notes; the cut has taken it.
    const whole = book(['11'], { more: { 10: '[]' } });
    const text = whole.bytes.toString('latin1').replace('/Contents 5', '/Annots 10 0 R /Contents 5');
    const { texts, partial } = await opened(Buffer.from(text.slice(0, text.indexOf('10 0 obj')), 'latin1'));
    expect({ texts, partial }).toEqual({ texts: ['11'], partial: [1] });
  });

  it('is unreadable where nothing of a page is left', async () => {
    const whole = book(lines);
    await expect(read(whole.bytes.subarray(0, 20), limits)).rejects.toMatchObject({ finding: { code: 'unreadable', message: expect.stringContaining('cut off') as string } });
  });
});

describe('a PDF that lost bytes on its way', () => {
  it('is told from a whole one, and the page that lacks them is not vouched for', async () => {
    const whole = book(lines, { deflated: true });
    const at = offset(whole, contentObject(2)) + 80;
    const { texts, partial, codes } = await opened(Buffer.concat([whole.bytes.subarray(0, at), whole.bytes.subarray(at + 12)]));
    expect([texts[0], texts[2]]).toEqual(['11', '33']);
    expect(partial).toEqual([2]);
    expect(codes).toEqual(['file-damaged', 'page-cut p2']);
  });

  it('keeps the place of a page whose object is blanked out', async () => {
    const whole = book(lines);
    const bytes = Buffer.from(whole.bytes);
    bytes.fill(0, offset(whole, pageObject(2)), offset(whole, contentObject(2)));
    const { texts, partial, codes } = await opened(bytes);
    expect({ texts, partial }).toEqual({ texts: ['11', '', '33'], partial: [2] });
    expect(codes).toEqual(['file-damaged', 'page-lost p2']);
  });

  it('is not vouched for where a content without a checksum is blanked out', async () => {
    const whole = book(lines);
    const bytes = Buffer.from(whole.bytes);
    const at = bytes.indexOf('(22)');
    bytes.fill(0, at - 6, at + 6);
    expect((await opened(bytes)).partial).toEqual([2]);
  });
});

describe('a PDF with a hole of zeros, which reads as white space', () => {
  const font = (widths: string): BookStyle => ({ more: { 3: `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 32 /Widths [${widths}] >>` } });

  it('in a font is not vouched for where that font is used', async () => {
    const { bytes } = book(lines, font(`${'600 '.repeat(30)}${'\0'.repeat(16)} ${'600 '.repeat(30)}`));
    expect(await opened(bytes)).toMatchObject({ partial: [1, 2, 3], codes: ['file-damaged', 'page-cut p1', 'page-cut p2', 'page-cut p3'] });
  });

  it('in a string has none', async () => {
    const { bytes } = book(lines, { more: { 3: `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Note (${'\0'.repeat(16)}) >>` } });
    expect(await opened(bytes)).toMatchObject({ partial: [], codes: [] });
  });

  it('in the list of pages may have lost some of them', async () => {
    const bytes = Buffer.from(book(lines).bytes);
    const at = bytes.indexOf('/Kids [') + '/Kids ['.length;
    bytes.fill(0, at + '4 0 R '.length, at + '4 0 R 6 0 R '.length + 1);
    const blanked = Buffer.from(bytes.toString('latin1').replace(/ 0 R\](?= >>\nendobj\n3 0)/, ' 0 R]'), 'latin1');
    const { partial, codes } = await opened(blanked);
    expect(partial.length).toBeGreaterThan(0);
    expect(codes).toContain('file-damaged');
  });
});

describe('a PDF whose page tree counts other pages than it has', () => {
  it('is read to its last page, and the order of its pages is in doubt', async () => {
    const text = book(lines).bytes.toString('latin1').replace('/Count 3', '/Count 2');
    expect(await opened(Buffer.from(text, 'latin1'))).toMatchObject({ texts: lines, partial: [1, 2, 3], codes: ['file-damaged', 'nothing-certain'] });
  });
});

describe('a PDF whose page tree leads to what is no page', () => {
  it('has lost a page, and the order of its pages is in doubt', async () => {
    const text = book(lines).bytes.toString('latin1').replace(`${pageObject(2)} 0 R `, `${contentObject(2)} 0 R `);
    expect(await opened(Buffer.from(text, 'latin1'))).toMatchObject({ partial: [1, 2, 3], codes: expect.arrayContaining(['nothing-certain']) as string[] });
  });
});

describe('a PDF whose object stream is damaged', () => {
  it.each([['a bit of it', 1], ['more of it', 9]])('is not taken for one that can not be looked into: %s', async (_, length) => {
    const whole = book(lines, { objectStream: true });
    const at = whole.bytes.indexOf('stream\n', whole.bytes.indexOf('/ObjStm')) + 30;
    const bytes = Buffer.from(whole.bytes);
    for (let i = at; i < at + length; i++) bytes[i] = (bytes[i] ?? 0) ^ 4;
    const result = await opened(bytes).catch((error: unknown) => (error as { finding: { code: string } }).finding.code);
    if (typeof result === 'string') expect(result).toBe('unreadable');
    else expect(result).toMatchObject({ codes: expect.arrayContaining(['file-damaged']) as string[] });
  });
});

describe('a page whose content is not said how to decode', () => {
  it.each([['/Filter', '/Filtes'], ['/FlateDecode', '/FlatfDecode']])('is not vouched for: %s is changed', async (entry, other) => {
    const text = book(lines, { deflated: true }).bytes.toString('latin1').replace(entry, other);
    expect(await opened(Buffer.from(text, 'latin1'))).toMatchObject({ partial: [1], codes: expect.arrayContaining(['page-cut p1']) as string[] });
  });
});

describe('a page whose font can not be read', () => {
  it('lacks the text that is set in it', async () => {
    const text = book(['11', '22']).bytes.toString('latin1').replace('/Subtype /Type1 ', '/Subtype /Type0 ');
    expect(await opened(Buffer.from(text, 'latin1'))).toMatchObject({ texts: ['', ''], partial: [1, 2] });
  });
});

describe('a PDF that was not written as it should be', () => {
  const { bytes, table } = book(lines);
  const text = bytes.toString('latin1');
  it.each([
    ['junk before its head', Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\n\r\n'), bytes])],
    ['junk behind its end', Buffer.concat([bytes, Buffer.from('\r\n<html>saved by</html>')])],
    ['a pointer that leads astray', Buffer.from(text.replace(`startxref\n${table}`, 'startxref\n12'), 'latin1')],
    ['no pointer', Buffer.from(text.replace(/startxref\n\d+\n/, ''), 'latin1')],
    ['no end of objects', book(lines, { endobj: '\n' }).bytes],
    ['line ends of carriage returns alone', Buffer.from(text.replaceAll('\n', '\r'), 'latin1')],
    ['lengths that are too short', book(lines, { lengthOf: (n) => String(n - 9) }).bytes],
    ['lengths that are too long', book(lines, { lengthOf: (n) => String(n + 50) }).bytes],
    ['lengths of nothing', book(lines, { lengthOf: () => '99 0 R' }).bytes],
    ['a document within a stream', book(lines, { more: { 30: `<< /Length ${bytes.length} >>\nstream\n${text.replaceAll('22', '99')}\nendstream` } }).bytes],
  ])('is read as it is meant: %s', async (_, damaged) => {
    expect(await opened(damaged)).toMatchObject({ texts: lines, partial: [], codes: [] });
  });

  it('counts the last one of objects with one number', async () => {
    const later = `${contentObject(2)} 0 obj\n<< /Length ${line('99').length} >>\nstream\n${line('99')}\nendstream\nendobj\n`;
    const { texts, codes } = await opened(Buffer.from(`${text.slice(0, table)}${later}${text.slice(table)}`, 'latin1'));
    expect(texts).toEqual(['11', '99', '33']);
    expect(codes).toContain('nothing-certain');
  });
});

describe('a PDF that was changed by appending to it', () => {
  const { bytes, table } = book(lines);
  const content = (text: string): string => `${contentObject(2)} 0 obj\n<< /Length ${line(text).length} >>\nstream\n${line(text)}\nendstream\nendobj\n`;
  const start = bytes.length + content('99').length;
  const changed = `${bytes.toString('latin1')}${content('99')}xref\n${contentObject(2)} 1\n${String(bytes.length).padStart(10, '0')} 00000 n \ntrailer\n<< /Size 12 /Root 1 0 R /Prev ${table} >>\nstartxref\n${start}\n%%EOF\n`;

  it('is read as changed', async () => {
    expect(await opened(Buffer.from(changed, 'latin1'))).toEqual({ texts: ['11', '99', '33'], partial: [], codes: [], messages: [] });
  });

  it.each([
    ['head', 'obj'],
    ['dictionary', '/Length'],
    ['mark of a stream', 'stream'],
  ])('is not vouched for where the %s of the new object is damaged, for the earlier version may be shown', async (_, part) => {
    const damaged = Buffer.from(changed, 'latin1');
    damaged.write(')', damaged.indexOf(part, bytes.length) + 1);
    const { partial } = await opened(damaged);
    expect(partial).toContain(2);
  });

  it.each([
    ['behind the new object', start],
    ['inside of it', start - 40],
    ['inside of its head', bytes.length + 3],
  ])('is not vouched for where the change is cut, for an earlier version may be shown: %s', async (_, end) => {
    const { texts, partial, codes } = await opened(Buffer.from(changed.slice(0, end), 'latin1'));
    expect([texts[0], texts[2]]).toEqual(['11', '33']);
    expect(partial).toEqual([1, 2, 3]);
    expect(codes).toEqual(expect.arrayContaining(['file-cut', 'nothing-certain']));
  });
});
