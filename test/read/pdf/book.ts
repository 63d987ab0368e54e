import { deflateSync } from 'node:zlib';

/** A PDF of several pages, each with one line of Helvetica, as a program would write it. */
export interface Book {
  readonly bytes: Buffer;
  /** Offset of each object that stands in the file itself, by number. */
  readonly at: ReadonlyMap<number, number>;
  /** Offset of the cross-reference table or stream. */
  readonly table: number;
}

/** Numbers of the objects: 1 catalog, 2 pages, 3 font; page n has 2n + 2, its content 2n + 3. */
export const pageObject = (number: number): number => 2 * number + 2;
export const contentObject = (number: number): number => 2 * number + 3;

export const line = (text: string): string => `BT /F1 20 Tf 100 200 Td (${text}) Tj ET`;

export interface BookStyle {
  /** Contents are deflated. */
  readonly deflated?: boolean;
  /** All but streams stand in an object stream, with a cross-reference stream. */
  readonly objectStream?: boolean;
  /** The catalog and the page tree are the last objects. */
  readonly treeLast?: boolean;
  /** What is said of the length of a content of so many bytes. */
  readonly lengthOf?: (length: number) => string;
  /** After the bytes of each content. */
  readonly endstream?: string;
  readonly endobj?: string;
  /** Behind the dictionary of the trailer's own entries. */
  readonly trailer?: string;
  /** Before the first object. */
  readonly before?: string;
  /** More objects, by number; 3 is the font. */
  readonly more?: Readonly<Record<number, string>>;
  /** Makes the bytes of a stream unreadable without a key. */
  readonly encrypt?: (object: number, data: Buffer) => Buffer;
}

export function book(lines: readonly string[], style: BookStyle = {}): Book {
  const { lengthOf = String, endstream = '\nendstream', endobj = '\nendobj\n', more = {} } = style;
  const tree: [number, string][] = [
    [1, '<< /Type /Catalog /Pages 2 0 R >>'],
    [2, `<< /Type /Pages /Count ${lines.length} /MediaBox [0 0 400 300] /Resources << /Font << /F1 3 0 R >> >> /Kids [${lines.map((_, i) => `${pageObject(i + 1)} 0 R`).join(' ')}] >>`],
  ];
  const pages = lines.flatMap((text, i): [number, string][] => {
    const plain = Buffer.from(line(text), 'latin1');
    const packed = style.deflated ? deflateSync(plain) : plain;
    const data = style.encrypt?.(contentObject(i + 1), packed) ?? packed;
    return [
      [pageObject(i + 1), `<< /Type /Page /Parent 2 0 R /Contents ${contentObject(i + 1)} 0 R >>`],
      [contentObject(i + 1), `<< /Length ${lengthOf(data.length)}${style.deflated ? ' /Filter /FlateDecode' : ''} >>\nstream\n${data.toString('latin1')}${endstream}`],
    ];
  });
  const font: [number, string] = [3, more[3] ?? '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'];
  const extra = Object.entries(more).map(([number, body]): [number, string] => [Number(number), body]).filter(([number]) => number !== 3);
  const objects = style.treeLast ? [font, ...pages, ...extra, ...tree] : [...tree, font, ...pages, ...extra];
  const size = Math.max(...objects.map(([number]) => number)) + 3;
  const inside = style.objectStream ? objects.filter(([, body]) => !body.includes('stream\n')) : [];
  if (style.objectStream) objects.push([size - 2, streamOf(inside)]);

  let text = `%PDF-1.7\n${style.before ?? ''}`;
  const at = new Map<number, number>();
  for (const [number, body] of objects) {
    if (inside.some(([n]) => n === number)) continue;
    at.set(number, text.length);
    text += `${number} 0 obj\n${body}${endobj}`;
  }
  const table = text.length;
  text += style.objectStream ? tableStream(size, at, inside, table) : tableOf(size, at, style.trailer ?? '');
  text += `startxref\n${table}\n%%EOF\n`;
  return { bytes: Buffer.from(text, 'latin1'), at, table };
}

function tableOf(size: number, at: ReadonlyMap<number, number>, trailer: string): string {
  const entries = Array.from({ length: size - 1 }, (_, i) => `${String(at.get(i + 1) ?? 0).padStart(10, '0')} 00000 ${at.has(i + 1) ? 'n' : 'f'} \n`);
  return `xref\n0 ${size}\n0000000000 65535 f \n${entries.join('')}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\n`;
}

function streamOf(inside: readonly (readonly [number, string])[]): string {
  let body = '';
  const head = inside.map(([number, text]) => {
    const offset = body.length;
    body += `${text} `;
    return `${number} ${offset}`;
  }).join(' ');
  const data = deflateSync(Buffer.from(`${head} ${body}`, 'latin1'));
  return `<< /Type /ObjStm /N ${inside.length} /First ${head.length + 1} /Filter /FlateDecode /Length ${data.length} >>\nstream\n${data.toString('latin1')}\nendstream`;
}

function tableStream(size: number, at: ReadonlyMap<number, number>, inside: readonly (readonly [number, string])[], own: number): string {
  const rows = Array.from({ length: size }, (_, number) => {
    const index = inside.findIndex(([n]) => n === number);
    if (index >= 0) return [2, 0, 0, size - 2, index];
    const offset = number === size - 1 ? own : at.get(number);
    return offset === undefined ? [0, 0, 0, 0, 0] : [1, offset >> 16, (offset >> 8) & 255, offset & 255, 0];
  });
  const data = Buffer.from(rows.flat());
  return `${size - 1} 0 obj\n<< /Type /XRef /Size ${size} /W [1 3 1] /Root 1 0 R /Length ${data.length} >>\nstream\n${data.toString('latin1')}\nendstream\nendobj\n`;
}
