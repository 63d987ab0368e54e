import { childOf, childrenOf, numbersIn, parseXml, type Element } from '../xml.js';

/** The parts of a package by their names. */
export interface Parts {
  readonly names: readonly string[];
  read(name: string): Promise<Uint8Array>;
}

/** A page of an OFD document: its content and the templates under and over it, in the order they are painted. */
export interface OfdPage {
  /** x, y, width and height in millimetres. */
  readonly box: readonly number[];
  readonly layers: readonly Element[];
}

/** What is declared once for all pages. */
export interface Resources {
  /** Drawing parameters by their ids. */
  readonly drawParams: ReadonlyMap<string, Element>;
  /** Graphics that pages name, by their ids. */
  readonly graphics: ReadonlyMap<string, Element>;
  /** The parts that hold images, by the images' ids. */
  readonly images: ReadonlyMap<string, string>;
}

/** A4: the page where none is given. */
const a4 = [0, 0, 210, 297];

/** An OFD document (GB/T 33190-2016): its pages one after the other, as they are asked for. */
export class OfdPackage {
  readonly #parts: Parts;
  readonly #documents: { readonly path: string; readonly root: Element }[] = [];

  private constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Throws where its parts are not there or broken. */
  static async open(parts: Parts): Promise<OfdPackage> {
    const ofd = new OfdPackage(parts);
    const entry = await ofd.#part('OFD.xml');
    for (const body of childrenOf(entry, 'DocBody')) {
      const path = resolved('OFD.xml', childOf(body, 'DocRoot')?.text ?? '');
      ofd.#documents.push({ path, root: await ofd.#part(path) });
    }
    if (ofd.#documents.length === 0) throw new Error('it names no document');
    return ofd;
  }

  get pageCount(): number {
    return this.#documents.reduce((sum, { root }) => sum + childrenOf(childOf(root, 'Pages'), 'Page').length, 0);
  }

  /** The pages with what they draw from; a page that can't be read is the reason why. */
  async *pages(): AsyncGenerator<{ page: OfdPage; resources: Resources } | Error> {
    for (const { path, root } of this.#documents) {
      const common = childOf(root, 'CommonData');
      const resources = await this.#resources(path, common);
      const templates = new Map(childrenOf(common, 'TemplatePage').map((t) => [t.attributes['ID'] ?? '', { path: resolved(path, t.attributes['BaseLoc'] ?? ''), order: t.attributes['ZOrder'] }] as const));
      const usual = boxOf(childOf(common, 'PageArea')) ?? a4;
      for (const each of childrenOf(childOf(root, 'Pages'), 'Page')) {
        try {
          const page = await this.#part(resolved(path, each.attributes['BaseLoc'] ?? ''));
          const under: Element[] = [];
          const over: Element[] = [];
          for (const used of childrenOf(page, 'Template')) {
            const template = templates.get(used.attributes['TemplateID'] ?? '');
            if (!template) throw new Error('it names a template that is not there');
            ((used.attributes['ZOrder'] ?? template.order) === 'Foreground' ? over : under).push(...layersOf(await this.#part(template.path)));
          }
          yield { page: { box: boxOf(childOf(page, 'Area')) ?? usual, layers: [...under, ...layersOf(page), ...over] }, resources };
        } catch (error) {
          yield error instanceof Error ? error : new Error(String(error));
        }
      }
    }
  }

  async #resources(path: string, common: Element | undefined): Promise<Resources> {
    const drawParams = new Map<string, Element>();
    const graphics = new Map<string, Element>();
    const images = new Map<string, string>();
    for (const named of [...childrenOf(common, 'PublicRes'), ...childrenOf(common, 'DocumentRes')]) {
      const at = resolved(path, named.text);
      const root = await this.#part(at).catch(() => undefined);
      const folder = root?.attributes['BaseLoc'] ?? '';
      for (const param of childrenOf(childOf(root, 'DrawParams'), 'DrawParam')) drawParams.set(param.attributes['ID'] ?? '', param);
      for (const unit of childrenOf(childOf(root, 'CompositeGraphicUnits'), 'CompositeGraphicUnit')) graphics.set(unit.attributes['ID'] ?? '', unit);
      for (const media of childrenOf(childOf(root, 'MultiMedias'), 'MultiMedia')) images.set(media.attributes['ID'] ?? '', resolved(resolved(at, `./${folder}/of`), childOf(media, 'MediaFile')?.text ?? ''));
    }
    return { drawParams, graphics, images };
  }

  async #part(name: string): Promise<Element> {
    return parseXml(await this.bytesOf(name));
  }

  /** What a part holds. Throws where it is not there. */
  async bytesOf(name: string): Promise<Uint8Array> {
    const { names } = this.#parts;
    const found = names.includes(name) ? name : names.find((n) => n.replace(/^\/+/, '').toLowerCase() === name.toLowerCase());
    if (found === undefined) throw new Error(`the part ${name} is not there`);
    return this.#parts.read(found);
  }
}

/** Layers of the background lie under those of the body, and these under the foreground. */
function layersOf(page: Element): Element[] {
  const height = (layer: Element): number => ({ Background: 0, Foreground: 2 })[layer.attributes['Type'] ?? ''] ?? 1;
  return childrenOf(childOf(page, 'Content'), 'Layer').toSorted((a, b) => height(a) - height(b));
}

function boxOf(area: Element | undefined): number[] | null {
  const box = numbersIn(childOf(area, 'PhysicalBox')?.text);
  return box.length === 4 && (box[2] ?? 0) > 0 && (box[3] ?? 0) > 0 ? box : null;
}

/** The name of a part that another names: from the root where it begins with a slash, else from the folder of that part. Never a path of this machine. */
function resolved(from: string, to: string): string {
  const path = to.trim().replaceAll('\\', '/');
  const steps: string[] = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
