import type { FileObject, FileObjects } from './file-objects.js';
import type { PageList } from './page-list.js';
import { largestNumber } from './scan.js';
import { Literal, Name, Reference, written, type Dictionary, type PdfValue } from './syntax.js';

/** A page that is lost keeps its number by an empty one in its place. Points: those of A4. */
const emptyPage: Dictionary = new Map<string, PdfValue>([
  ['Type', new Name('Page')],
  ['MediaBox', [0, 0, 595, 842]],
  ['Resources', new Map()],
]);

/** New objects are numbered from here on, above all that a lost object may have had and a reference may still name. */
const firstFree = largestNumber + 1;

/**
 * The file with what a reader needs to open it written behind its bytes: the
 * objects that stood in object streams, a catalog with a page tree over the
 * listed pages, a cross-reference table and a trailer.
 */
export function rebuild(objects: FileObjects, list: PageList, encryption: PdfValue | undefined): Uint8Array {
  const original = objects.bytes.subarray(objects.header);
  // Ends whatever the cut left open.
  let tail = '\nendstream\nendobj\n';
  const places = new Map<number, { offset: number; generation: number }>();
  let last = firstFree;
  const append = (number: number, value: PdfValue): void => {
    places.set(number, { offset: original.length + tail.length, generation: 0 });
    tail += `${number} 0 obj\n${written(value)}\nendobj\n`;
  };
  const place = ({ number, generation, value, at }: FileObject): void => {
    if (at === null) append(number, value);
    else places.set(number, { offset: at - objects.header, generation });
  };
  for (const object of objects.all()) if (object.number > 0 && (object.at ?? Infinity) >= objects.header) place(object);

  const next = (): number => ++last;
  const [catalog, tree] = [next(), next()];
  const kids = list.pages.map(({ page }) => {
    if (page instanceof Reference) return page;
    const number = next();
    append(number, page ?? emptyPage);
    return new Reference(number, 0);
  });
  append(tree, new Map<string, PdfValue>([['Type', new Name('Pages')], ['Kids', kids], ['Count', kids.length]]));
  append(catalog, new Map<string, PdfValue>([...(list.catalog ?? []), ['Type', new Name('Catalog')], ['Pages', new Reference(tree, 0)]]));

  const start = original.length + tail.length;
  const trailer = new Map<string, PdfValue>([
    ['Size', last + 1],
    ['Root', new Reference(catalog, 0)],
    ['ID', identifierOf(objects)],
    ...(encryption === undefined ? [] : [['Encrypt', encryption] as const]),
  ]);
  const entries = [...places].sort(([a], [b]) => a - b).map(([number, { offset, generation }]) => `${number} 1\n${digits(offset, 10)} ${digits(generation, 5)} n \n`);
  tail += `xref\n0 1\n0000000000 65535 f \n${entries.join('')}trailer\n${written(trailer)}\nstartxref\n${start}\n%%EOF\n`;
  const whole = new Uint8Array(original.length + tail.length);
  whole.set(original);
  whole.set(Buffer.from(tail, 'latin1'), original.length);
  return whole;
}

/** The file's identifier, which the key of an encrypted file is made with. */
function identifierOf(objects: FileObjects): PdfValue {
  const found = objects.trailers.findLast((t) => t.has('ID'))?.get('ID');
  const empty = new Literal('<00>');
  return objects.resolve(found) ?? [empty, empty];
}

const digits = (value: number, width: number): string => String(value).padStart(width, '0');
