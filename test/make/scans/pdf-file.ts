// A small writer of PDF: objects in the order they are added, one cross-reference table.

export class PdfFile {
  readonly #objects: Buffer[] = [];
  readonly #pages: number[] = [];
  readonly #tree: number;

  constructor() {
    this.#tree = this.reserve();
  }

  /** A number for an object that is written later. */
  reserve(): number {
    this.#objects.push(Buffer.alloc(0));
    return this.#objects.length;
  }

  /** Gives the number of the object. */
  add(body: string): number {
    return this.#objects.push(Buffer.from(body, 'latin1'));
  }

  stream(dictionary: string, data: Buffer): number {
    return this.#objects.push(Buffer.concat([Buffer.from(`<< ${dictionary} /Length ${data.length} >>\nstream\n`, 'latin1'), data, Buffer.from('\nendstream', 'latin1')]));
  }

  /** Boxes are in points; `more` are further entries of the page. */
  page(box: readonly [number, number], content: string, resources: string, more = ''): void {
    const contents = this.stream('', Buffer.from(content, 'latin1'));
    this.#pages.push(this.add(`<< /Type /Page /Parent ${this.#tree} 0 R /MediaBox [0 0 ${box[0]} ${box[1]}] /Contents ${contents} 0 R /Resources << ${resources} >> ${more} >>`));
  }

  bytes(): Buffer {
    this.#objects[this.#tree - 1] = Buffer.from(`<< /Type /Pages /Kids [${this.#pages.map((page) => `${page} 0 R`).join(' ')}] /Count ${this.#pages.length} >>`, 'latin1');
    const root = this.add(`<< /Type /Catalog /Pages ${this.#tree} 0 R >>`);
    const parts: Buffer[] = [Buffer.from('%PDF-1.5\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
    let length = parts[0]?.length ?? 0;
    const put = (part: Buffer): void => {
      parts.push(part);
      length += part.length;
    };
    const entries = this.#objects.map((object, place) => {
      const entry = `${String(length).padStart(10, '0')} 00000 n \n`;
      put(Buffer.concat([Buffer.from(`${place + 1} 0 obj\n`, 'latin1'), object, Buffer.from('\nendobj\n', 'latin1')]));
      return entry;
    });
    const count = this.#objects.length + 1;
    const start = length;
    put(Buffer.from(`xref\n0 ${count}\n0000000000 65535 f \n${entries.join('')}trailer << /Size ${count} /Root ${root} 0 R >>\nstartxref\n${start}\n%%EOF\n`, 'latin1'));
    return Buffer.concat(parts);
  }
}
