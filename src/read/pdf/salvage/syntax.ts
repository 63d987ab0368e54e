/** A name, without its slash and with `#xx` resolved. */
export class Name {
  constructor(readonly text: string) {}
}

/** `12 0 R`. */
export class Reference {
  constructor(
    readonly number: number,
    readonly generation: number,
  ) {}
}

/** A string as it stands in the file, brackets and all: its characters are nobody's business here. */
export class Literal {
  constructor(readonly source: string) {}
}

export type Dictionary = ReadonlyMap<string, PdfValue>;
export type PdfValue = null | boolean | number | Name | Reference | Literal | readonly PdfValue[] | Dictionary;

export const isDictionary = (value: PdfValue | undefined): value is Dictionary => value instanceof Map;
export const isArray = (value: PdfValue | undefined): value is readonly PdfValue[] => Array.isArray(value);
/** Whether the entry is this name. */
export const isNamed = (value: PdfValue | undefined, name: string): boolean => value instanceof Name && value.text === name;

/** White space of PDF, as a character class (ISO 32000-1, table 1). */
export const white = '\\0\\t\\n\\f\\r ';
const blanks = new RegExp(`[${white}]+`, 'y');
const comment = /%[^\r\n]*/y;
const reference = new RegExp(`(\\d{1,10})[${white}]+(\\d{1,5})[${white}]+R(?![^${white}()<>[\\]{}/%])`, 'y');
const number = /[+-]*(?:\d+\.?\d*|\.\d+)-?\d*/y;
const name = new RegExp(`/([^${white}()<>[\\]{}/%]*)`, 'y');
const hexString = /<[^<>]*>/y;
const keyword = /true|false|null/y;
/** Deeper nesting is no document's. */
const deepest = 50;

/** What was never written to a disk or never came over the line reads as zeros; no program writes so many of them for white space. */
export const hole = '\0'.repeat(8);
/** The text is not what its place wants, or it ends too early. One for all: a file may have a million of them. */
const notPdf = new Error('no PDF object');

/**
 * Reads one object of a PDF (ISO 32000-1, 7.3) out of `text`, whose characters
 * are the bytes of the file, from `at` on, and tells where it ends, or where it
 * is broken. No value where none stands there that is whole: a number at the
 * very end of the text may be the beginning of a longer one. `holed`: there is a
 * hole of zeros in it, which reads as white space.
 */
export function parseValue(text: string, at: number): { readonly value: PdfValue | undefined; readonly end: number; readonly holed: boolean } {
  const parser = new Parser(text, at);
  try {
    const value = parser.value(0);
    return { value, end: parser.position, holed: parser.holed };
  } catch (error) {
    if (error === notPdf) return { value: undefined, end: parser.position, holed: parser.holed };
    throw error;
  }
}

class Parser {
  holed = false;

  constructor(
    private readonly text: string,
    public position: number,
  ) {}

  value(depth: number): PdfValue {
    if (depth > deepest) throw notPdf;
    this.skip();
    const c = this.text[this.position];
    if (c === '<') return this.text[this.position + 1] === '<' ? this.dictionary(depth) : new Literal(this.expect(hexString)[0]);
    if (c === '[') return this.array(depth);
    if (c === '(') return this.string();
    if (c === '/') return this.unlessAtEnd(new Name(unescaped(this.expect(name)[1] ?? '')));
    const refers = this.match(reference);
    if (refers) return new Reference(Number(refers[1]), Number(refers[2]));
    const digits = this.match(number);
    if (digits) return this.unlessAtEnd(Number.parseFloat(digits[0]) || 0);
    const [word] = this.expect(keyword);
    return word === 'null' ? null : word === 'true';
  }

  private dictionary(depth: number): Dictionary {
    const entries = new Map<string, PdfValue>();
    this.position += 2;
    for (;;) {
      this.skip();
      if (this.text.startsWith('>>', this.position)) break;
      const key = unescaped(this.expect(name)[1] ?? '');
      entries.set(key, this.value(depth + 1));
    }
    this.position += 2;
    return entries;
  }

  private array(depth: number): PdfValue[] {
    const items: PdfValue[] = [];
    this.position++;
    for (;;) {
      this.skip();
      if (this.text[this.position] === ']') break;
      items.push(this.value(depth + 1));
    }
    this.position++;
    return items;
  }

  private string(): Literal {
    const start = this.position;
    for (let depth = 0; this.position < this.text.length; this.position++) {
      const c = this.text[this.position];
      if (c === '\\') this.position++;
      else if (c === '(') depth++;
      else if (c === ')' && --depth === 0) return new Literal(this.text.slice(start, ++this.position));
    }
    throw notPdf;
  }

  private skip(): void {
    const from = this.position;
    this.position = skipGap(this.text, from);
    this.holed ||= this.position - from >= hole.length && this.text.slice(from, this.position).includes(hole);
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.position;
    const found = pattern.exec(this.text);
    if (found) this.position = pattern.lastIndex;
    return found;
  }

  private expect(pattern: RegExp): RegExpExecArray {
    const found = this.match(pattern);
    if (!found) throw notPdf;
    return found;
  }

  private unlessAtEnd<T>(value: T): T {
    if (this.position >= this.text.length) throw notPdf;
    return value;
  }
}

const unescaped = (text: string): string => (text.includes('#') ? text.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text);

/** The position behind white space and comments. */
export function skipGap(text: string, at: number): number {
  let end = at;
  for (;;) {
    const pattern = text[end] === '%' ? comment : blanks;
    pattern.lastIndex = end;
    if (!pattern.test(text)) return end;
    end = pattern.lastIndex;
  }
}

/** The value as it is written into a file. */
export function written(value: PdfValue): string {
  if (value instanceof Name) return writtenName(value.text);
  if (value instanceof Reference) return `${value.number} ${value.generation} R`;
  if (value instanceof Literal) return value.source;
  if (isArray(value)) return `[${value.map(written).join(' ')}]`;
  if (isDictionary(value)) return `<< ${[...value].map(([key, entry]) => `${writtenName(key)} ${written(entry)}`).join(' ')} >>`;
  if (typeof value === 'number') return Number.isInteger(value) ? value.toFixed(0) : value.toFixed(6);
  return String(value);
}

const writtenName = (text: string): string => `/${text.replace(/[^!"$&'*+,\-.0-9:;=?@A-Z\\^_`a-z|~]/g, (c) => `#${c.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;
