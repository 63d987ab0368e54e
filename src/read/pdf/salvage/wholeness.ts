import type { FileObject, FileObjects } from './file-objects.js';
import { isProgram } from './content-program.js';
import { hole, isArray, isDictionary, isNamed, Name, Reference, type Dictionary, type PdfValue } from './syntax.js';

/** What a page shows stands under these entries; what may be inherited, in the nodes above it too (ISO 32000-1, table 30). */
const inherited = ['Resources', 'MediaBox', 'CropBox', 'Rotate'] as const;
/** Entries that lead away from what is shown. */
const leadsAway = new Set(['Parent', 'P', 'Dest', 'A', 'AA', 'IRT', 'Popup', 'Metadata', 'PieceInfo', 'StructParent', 'StructParents', 'Thumb', 'B', 'Lock', 'SV', 'Alternates', 'OPI', 'Length']);
/** All pages of a file together may lead to no more than this many values. */
const mostValues = 20_000_000;
const deepestTree = 60;
/** Text and operators have no hole of zeros; pictures among them may. */
const isBlankedOut = (program: string): boolean => program.includes(hole) && !program.includes('EI');
const deflated = new Set(['FlateDecode', 'Fl']);
/** ISO 32000-1, tables 6 and 94. */
const filterNames = new Set([...deflated, 'ASCIIHexDecode', 'AHx', 'ASCII85Decode', 'A85', 'LZWDecode', 'LZW', 'RunLengthDecode', 'RL', 'CCITTFaxDecode', 'CCF', 'JBIG2Decode', 'DCTDecode', 'DCT', 'JPXDecode', 'Crypt']);
/** The two bytes that deflated data begins with (RFC 1950, 2.2). */
const isDeflateHeader = ([first = 0, second = 0]: Uint8Array): boolean => (first & 15) === 8 && (first * 256 + second) % 31 === 0;

/** What is known of the file that a page stands in. */
export interface FileState {
  /** Its end is sound, so that a length that is wrong was written so. */
  readonly isSound: boolean;
  /** Its catalog is there, which says what layers are hidden. */
  readonly hasCatalog: boolean;
}

/** Tells whether all that a page shows is there: its content, fonts, forms, and the nodes that it inherits from. */
export class Wholeness {
  /** All that they lead to is whole. */
  private readonly sound = new Set<number>();
  /** What each stream lacks that was looked into. */
  private readonly streams = new Map<number, string | null>();
  private values = 0;

  constructor(
    private readonly objects: FileObjects,
    private readonly state: FileState,
  ) {}

  /** What a page lacks; null where it is whole. */
  lackOf(page: Reference | Dictionary): string | null {
    const dictionary = this.objects.dictionary(page);
    if (!dictionary) return this.state.isSound && this.objects.isBlind ? null : 'its object';
    if (page instanceof Reference && this.objects.isHurt(page.number)) return 'a part of its object';
    const shown: PdfValue[] = [dictionary.get('Contents') ?? null];
    let node: Dictionary | undefined = dictionary;
    const lacking = new Set<string>(inherited.filter((key) => !dictionary.has(key)));
    for (const key of inherited) if (dictionary.has(key)) shown.push(dictionary.get(key) ?? null);
    for (let depth = 0; lacking.size > 0 && depth < deepestTree; depth++) {
      const parent: PdfValue | undefined = node.get('Parent');
      if (parent === undefined) break;
      node = this.objects.dictionary(parent);
      if (!node) return this.missing('a node of the page tree');
      if (parent instanceof Reference && this.objects.isHurt(parent.number)) return 'a part of a node of the page tree';
      for (const key of [...lacking]) {
        if (!node.has(key)) continue;
        shown.push(node.get(key) ?? null);
        lacking.delete(key);
      }
    }
    return this.lackIn(shown) ?? this.lackOfContents(dictionary.get('Contents')) ?? this.lackOfNotes(dictionary.get('Annots'));
  }

  /** What of a page's own content was written over, where no checksum tells. */
  private lackOfContents(contents: PdfValue | undefined): string | null {
    const resolved = this.objects.resolve(contents);
    const parts = isArray(resolved) ? resolved : contents === undefined ? [] : [contents];
    const programs = parts.map((part) => (part instanceof Reference ? this.plainProgram(part) : null));
    // An operator may stand in another stream than its operands.
    if (programs.every((program) => program !== null) && !isProgram(programs.join('\n'))) return 'a part of a stream';
    return programs.some((program) => program !== null && isBlankedOut(program)) ? 'a part of a stream' : null;
  }

  /** The text of a stream that is not packed in any way; null of any other. */
  private plainProgram(part: Reference): string | null {
    const object = this.objects.get(part.number);
    if (!object?.stream || !isDictionary(object.value) || object.value.has('Filter')) return null;
    return Buffer.from(this.objects.dataOf(object)).toString('latin1');
  }

  /** Notes count for how they look. */
  private lackOfNotes(value: PdfValue | undefined): string | null {
    if (value === undefined) return null;
    const notes = this.objects.resolve(value);
    if (value instanceof Reference && this.objects.isHurt(value.number)) return 'a part of its notes';
    if (notes === undefined) return this.missing('its notes');
    if (!isArray(notes)) return null;
    const looks: PdfValue[] = [];
    for (const each of notes) {
      const note = this.objects.dictionary(each);
      if (each instanceof Reference && this.objects.isHurt(each.number)) return 'a part of a note';
      if (note) looks.push(note.get('AP') ?? null, note.get('OC') ?? null);
      else if (this.objects.resolve(each) === undefined && !this.state.isSound) return 'a note';
    }
    return this.lackIn(looks);
  }

  private lackIn(roots: readonly PdfValue[]): string | null {
    const seen = new Set<number>();
    const open: PdfValue[] = [...roots];
    for (let value = open.pop(); value !== undefined; value = open.pop()) {
      if (++this.values > mostValues) return 'too much to be looked through';
      if (value instanceof Reference) {
        if (seen.has(value.number) || this.sound.has(value.number)) continue;
        seen.add(value.number);
        const object = this.objects.get(value.number);
        const lack = object ? this.lackOfObject(object) : this.missing(`object ${value.number}`);
        if (lack !== null) return lack;
        if (object) open.push(object.value);
      } else if (isDictionary(value)) {
        if (!this.state.hasCatalog && (value.has('OC') || isNamed(value.get('Type'), 'OCG'))) return 'what says which layers are hidden';
        for (const [key, entry] of value) if (!leadsAway.has(key) && typeof entry === 'object' && entry !== null) open.push(entry);
      } else if (isArray(value)) {
        for (const entry of value) if (typeof entry === 'object' && entry !== null) open.push(entry);
      }
    }
    for (const number of seen) this.sound.add(number);
    return null;
  }

  private lackOfObject(object: FileObject): string | null {
    return this.objects.isHurt(object.number) ? `a part of object ${object.number}` : this.lackOfStream(object);
  }

  private lackOfStream(object: FileObject): string | null {
    const known = this.streams.get(object.number);
    if (known !== undefined) return known;
    const lack = this.lookInto(object);
    this.streams.set(object.number, lack);
    return lack;
  }

  private lookInto(object: FileObject): string | null {
    const { value, stream } = object;
    if (!stream || !isDictionary(value)) return null;
    const isPicture = isNamed(value.get('Subtype'), 'Image');
    const filters = this.objects.resolve(value.get('Filter'));
    const names = (isArray(filters) ? filters : [filters]).map((filter) => this.objects.resolve(filter));
    const first = names[0];
    const { start, end, closed, asLong } = stream;
    if (!isPicture && first instanceof Name && deflated.has(first.text) && end > start) {
      const { state } = this.objects.inflater.inflate(this.objects.dataOf(object));
      if (state === 'whole') return null;
      // Some programs never write the last block, or the checksum. What is too large to be looked at is let pass where nothing else is wrong.
      return this.state.isSound && (state === 'too large' || (state === 'unsealed' && closed && asLong)) ? null : 'the end of a stream';
    }
    if (names.some((name) => name instanceof Name && !filterNames.has(name.text))) return 'what a stream is to be read with';
    if (first === undefined && this.isDeflated(object)) return 'what a stream is to be read with';
    if (!closed) return 'the end of a stream';
    return asLong || this.state.isSound ? null : 'a part of a stream';
  }

  /** Whether a stream is deflated that is not said to be. */
  private isDeflated(object: FileObject): boolean {
    const data = this.objects.dataOf(object);
    return isDeflateHeader(data) && this.objects.inflater.inflate(data).state === 'whole';
  }

  private missing(what: string): string | null {
    return this.state.isSound && this.objects.isBlind ? null : what;
  }
}
