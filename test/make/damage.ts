// Ways a file is written or spoilt that qpdf would not do. Bytes are handled as Latin-1 text, one character a byte.

const latin = (bytes: Buffer): string => bytes.toString('latin1');
const bytesOf = (text: string): Buffer => Buffer.from(text, 'latin1');

function startOf(text: string): number {
  const offset = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1];
  if (offset === undefined) throw new Error('the file has no startxref');
  return Number(offset);
}

/** Cut off before the cross-reference table or stream. */
export const truncated = (bytes: Buffer): Buffer => bytes.subarray(0, startOf(latin(bytes)));

export const brokenStart = (bytes: Buffer): Buffer => bytesOf(latin(bytes).replace(/(startxref\s+)\d+(\s+%%EOF\s*)$/, '$17$2'));

/** A mail header before the file, so that all offsets are off. */
export const junkBefore = (bytes: Buffer): Buffer => Buffer.concat([bytesOf('Content-Type: application/pdf\r\nContent-Transfer-Encoding: binary\r\n\r\n'), bytes]);

/** Every stream says that it is half as long as it is, every third twice as long. Wants direct lengths; the offsets stay right. */
export function halfLengths(bytes: Buffer): Buffer {
  let count = 0;
  return bytesOf(latin(bytes).replace(/\/Length (\d+)(?=[^\d][^\0]{0,200}?stream\r?\n)/g, (_, digits: string) => {
    count += 1;
    const wrong = count % 3 === 0 ? Math.min(Number(digits) * 2, 10 ** digits.length - 1) : Math.floor(Number(digits) / 2);
    return `/Length ${String(wrong).padStart(digits.length, '0')}`;
  }));
}

/**
 * An older revision in which every page is blank, and an update at the end of the file with their content. Takes a
 * file as `qpdf --qdf` writes it.
 */
export function oldRevision(bytes: Buffer): Buffer {
  const text = latin(bytes);
  const previous = startOf(text);
  const objects: { number: number; text: string }[] = [];
  const blank = text.replace(/(%% Contents for page \d+\n(?:%%.*\n)?)(\d+) 0 obj\n<<\n {2}\/Length \d+ 0 R\n>>\nstream\n([^]*?)\nendstream\nendobj/g, (whole, _: string, number: string, content: string) => {
    objects.push({ number: Number(number), text: `${number} 0 obj\n<< /Length ${content.length} >>\nstream\n${content}\nendstream\nendobj\n` });
    return whole.replace(content, () => ' '.repeat(content.length));
  });
  const trailer = /trailer <<([^]*?)>>\s*startxref/.exec(text)?.[1];
  if (objects.length === 0 || trailer === undefined) throw new Error('no content stream or trailer was found');
  let update = '';
  const entries = objects.map(({ number, text: object }) => {
    const offset = blank.length + update.length;
    update += object;
    return `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const start = blank.length + update.length;
  return bytesOf(`${blank}${update}xref\n${entries.join('')}trailer <<${trailer} /Prev ${previous} >>\nstartxref\n${start}\n%%EOF\n`);
}
