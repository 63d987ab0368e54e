import type { FileObjects } from './file-objects.js';
import { isArray, isDictionary, isNamed, Reference, type Dictionary, type PdfValue } from './syntax.js';

/** A page that the file has or once had. */
export interface ListedPage {
  /** Reference to its object, or the dictionary itself; null where it is lost. */
  readonly page: Reference | Dictionary | null;
}

/** The pages of a document in their order. */
export interface PageList {
  readonly pages: readonly ListedPage[];
  /** The order is that of the document, and every page that is lost has its place. Else it is that of the file. */
  readonly isSure: boolean;
  /** The catalog of the document, where it is there. */
  readonly catalog: Dictionary | null;
}

/** Pages after these are not listed. */
const mostPages = 20_000;
const deepest = 60;

/** Lists the pages of a file from its page tree, or from what is left of it. */
export function listPages(objects: FileObjects): PageList {
  const catalog = catalogOf(objects);
  const orphans = new Orphans(objects);
  const roots = catalog ? [] : orphans.roots;
  const root = catalog?.get('Pages') ?? (roots.length === 1 ? roots[0] : undefined);
  const walk = new TreeWalk(objects, orphans);
  if (root !== undefined && isNode(objects.dictionary(root))) {
    walk.visit(root, null, 0);
    const count = objects.resolve(objects.dictionary(root)?.get('Count'));
    return { pages: walk.pages, isSure: !walk.isHurt && (count === undefined || count === walk.pages.length || walk.pages.length >= mostPages), catalog };
  }
  for (const top of orphans.tops) walk.visit(top, null, 0);
  return { pages: walk.pages, isSure: false, catalog };
}

/** The catalog that the last trailer names, else the last one in the file. */
function catalogOf(objects: FileObjects): Dictionary | null {
  for (const trailer of objects.trailers.toReversed()) {
    const root = objects.dictionary(trailer.get('Root'));
    if (root?.has('Pages')) return root;
  }
  let last: Dictionary | null = null;
  for (const { value } of objects.all()) if (isDictionary(value) && isNamed(value.get('Type'), 'Catalog')) last = value;
  return last;
}

const isNode = (value: Dictionary | undefined): value is Dictionary => value !== undefined && (value.has('Kids') || isNamed(value.get('Type'), 'Pages'));

/** Pages and nodes by the node that they say they belong to. */
class Orphans {
  private readonly byParent = new Map<number, Reference[]>();
  /** Nodes that belong to none. */
  readonly roots: Reference[] = [];
  /** Pages and nodes whose node is not there, in the order of the file. */
  readonly tops: Reference[] = [];

  constructor(objects: FileObjects) {
    for (const { number, generation, value } of objects.all()) {
      if (!isDictionary(value) || !(isNamed(value.get('Type'), 'Page') || isNamed(value.get('Type'), 'Pages'))) continue;
      const own = new Reference(number, generation);
      const parent = value.get('Parent');
      if (parent instanceof Reference) {
        const siblings = this.byParent.get(parent.number);
        if (siblings) siblings.push(own);
        else this.byParent.set(parent.number, [own]);
      } else if (isNode(value)) this.roots.push(own);
      if (!(parent instanceof Reference) || objects.get(parent.number) === undefined) this.tops.push(own);
    }
  }

  of(parent: number): readonly Reference[] {
    return this.byParent.get(parent) ?? [];
  }
}

class TreeWalk {
  readonly pages: ListedPage[] = [];
  /** A node is not as it was written, or what it leads to is no page: pages may be gone from it. */
  isHurt = false;
  private readonly visited = new Set<number>();

  constructor(
    private readonly objects: FileObjects,
    private readonly orphans: Orphans,
  ) {}

  /** `pagesBelow`: how many pages the node is said to have, where that can be told from outside of it. */
  visit(node: PdfValue, pagesBelow: number | null, depth: number): void {
    if (this.pages.length >= mostPages || depth > deepest) return;
    if (node instanceof Reference) {
      if (this.visited.has(node.number)) return;
      this.visited.add(node.number);
    }
    const value = this.objects.dictionary(node);
    if (value === undefined) this.lost(node, pagesBelow, depth);
    else if (isNode(value)) {
      this.isHurt ||= node instanceof Reference && this.objects.isHurt(node.number);
      this.visitKids(value, depth);
    } else this.visitPage(node, value);
  }

  private visitPage(node: PdfValue, value: Dictionary): void {
    const isStream = node instanceof Reference && this.objects.get(node.number)?.stream !== null;
    this.isHurt ||= isStream || (value.has('Type') && !isNamed(value.get('Type'), 'Page'));
    this.pages.push({ page: isStream ? null : node instanceof Reference ? node : value });
  }

  private visitKids(node: Dictionary, depth: number): void {
    const kids = this.objects.resolve(node.get('Kids'));
    if (!isArray(kids)) return;
    // Of one node that is lost, the others' counts tell how many pages it had.
    const counted = kids.map((kid) => this.countOf(kid));
    const total = this.objects.resolve(node.get('Count'));
    const rest = typeof total === 'number' ? total - counted.reduce<number>((sum, n) => sum + (n ?? 0), 0) : null;
    const unknown = counted.filter((n) => n === null).length;
    kids.forEach((kid, i) => {
      this.visit(kid, counted[i] === null && unknown === 1 ? rest : null, depth + 1);
    });
  }

  /** Pages at or below a kid; null where it is lost. */
  private countOf(kid: PdfValue): number | null {
    const value = this.objects.dictionary(kid);
    if (value === undefined) return null;
    const count = isNode(value) ? this.objects.resolve(value.get('Count')) : 1;
    return typeof count === 'number' ? count : 0;
  }

  /** In the place of a lost node stand the pages that name it as theirs, then those that are lost with it. */
  private lost(node: PdfValue, pagesBelow: number | null, depth: number): void {
    const before = this.pages.length;
    if (node instanceof Reference) for (const orphan of this.orphans.of(node.number)) this.visit(orphan, null, depth + 1);
    const expected = Math.min(pagesBelow ?? 1, mostPages - before);
    while (this.pages.length - before < Math.max(1, expected)) this.pages.push({ page: null });
  }
}
