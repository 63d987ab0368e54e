import type { FileHandle } from 'node:fs/promises';

export interface FileLine {
  readonly offset: number;
  /** With the line end. */
  readonly bytes: Buffer;
}

const CHUNK = 1 << 20;
const LINE_END = 0x0a;

/** The whole lines of a file, one at a time. What stands after the last line end is left out. */
export async function* linesOf(file: FileHandle): AsyncGenerator<FileLine> {
  let offset = 0;
  let begun: Buffer[] = [];
  for (let position = 0; ; ) {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(CHUNK), 0, CHUNK, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    let rest = buffer.subarray(0, bytesRead);
    for (let end = rest.indexOf(LINE_END); end >= 0; end = rest.indexOf(LINE_END)) {
      const bytes = Buffer.concat([...begun, rest.subarray(0, end + 1)]);
      yield { offset, bytes };
      offset += bytes.length;
      begun = [];
      rest = rest.subarray(end + 1);
    }
    if (rest.length > 0) begun.push(rest);
  }
}
