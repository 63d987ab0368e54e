import type { FileObject, FileObjects } from './file-objects.js';
import { isArray, isDictionary, isNamed, Reference, type Dictionary, type PdfValue } from './syntax.js';

/** What a page shows stands under these entries; what may be inherited, in the nodes above it too (ISO 32000-1, table 30). */
const inherited = ['Resources', 'MediaBox', 'CropBox', 'Rotate'] as const;
/** Entries that lead away from what is shown. */
const leadsAway = new Set(['Parent', 'P', 'Dest', 'A', 'AA', 'IRT', 'Popup', 'Metadata', 'PieceInfo', 'StructParent', 'StructParents', 'Thumb', 'B', 'Lock', 'SV', 'Alternates', 'OPI', 'Length']);
/** All pages of a file together may lead to no more than this many values. */
const mostValues = 20_000_000;
const deepestTree = 60;
/** What was never written to a disk or never came over the line reads as zeros; text and operators have no such run of them, pictures among them may. */
const isBlankedOut = (program: string): boolean => program.includes('\0'.repeat(8)) && !program.includes('EI');
const deflated = new Set(['FlateDecode', 'Fl']);

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
    const shown: PdfValue[] = [dictionary.get('Contents') ?? null];
    let node: Dictionary | undefined = dictionary;
    const lacking = new Set<string>(inherited.filter((key) => !dictionary.has(key)));
    for (const key of inherited) if (dictionary.has(key)) shown.push(dictionary.get(key) ?? null);
    for (let depth = 0; lacking.size > 0 && depth < deepestTree; depth++) {
      const parent: PdfValue | undefined = node.get('Parent');
      if (parent === undefined) break;
      node = this.objects.dictionary(parent);
      if (!node) return this.missing('a node of the page tree');
      for (const key of [...lacking]) {
        if (!node.has(key)) continue;
        shown.push(node.get(key) ?? null);
        lacking.delete(key);
      }
    }
    return this.lackIn(shown) ?? this.lackOfContents(dictionary.get('Contents')) ?? this.lackOfNotes(dictionary.get('Annots'));
  }

  /** What of a page's own content was blanked out, where no checksum tells. */
  private lackOfContents(contents: PdfValue | undefined): string | null {
    const resolved = this.objects.resolve(contents);
    const parts = isArray(resolved) ? resolved : [contents];
    for (const part of parts) {
      const object = part instanceof Reference ? this.objects.get(part.number) : undefined;
      if (object?.stream && isDictionary(object.value) && !object.value.has('Filter') && isBlankedOut(this.objects.text.slice(object.stream.start, object.stream.end))) return 'a part of a stream';
    }
    return null;
  }

  /** Notes count for how they look. */
  private lackOfNotes(value: PdfValue | undefined): string | null {
    if (value === undefined) return null;
    const notes = this.objects.resolve(value);
    if (notes === undefined) return this.missing('its notes');
    if (!isArray(notes)) return null;
    const looks: PdfValue[] = [];
    for (const each of notes) {
      const note = this.objects.dictionary(each);
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
        const lack = object ? this.lackOfStream(object) : this.missing(`object ${value.number}`);
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

  private lackOfStream(object: FileObject): string | null {
    const known = this.streams.get(object.number);
    if (known !== undefined) return known;
    const lack = this.lookInto(object);
    this.streams.set(object.number, lack);
    return lack;
  }

  private lookInto({ value, stream }: FileObject): string | null {
    if (!stream || !isDictionary(value)) return null;
    const isPicture = isNamed(value.get('Subtype'), 'Image');
    const filters = this.objects.resolve(value.get('Filter'));
    const first = this.objects.resolve(isArray(filters) ? filters[0] : filters);
    const { start, end, closed, asLong } = stream;
    if (!isPicture && first instanceof Object && 'text' in first && deflated.has(first.text) && end > start) {
      const { state } = this.objects.inflater.inflate(this.objects.bytes.subarray(start, end));
      if (state === 'whole') return null;
      // Some programs never write the last block, or the checksum. What is too large to be looked at is let pass where nothing else is wrong.
      return this.state.isSound && (state === 'too large' || (state === 'short' && closed && asLong)) ? null : 'the end of a stream';
    }
    if (!closed) return 'the end of a stream';
    return asLong || this.state.isSound ? null : 'a part of a stream';
  }

  private missing(what: string): string | null {
    return this.state.isSound && this.objects.isBlind ? null : what;
  }
}
