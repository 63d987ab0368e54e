import { SaxesParser } from 'saxes';

/** An element, by its name without prefix. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** The text in it, without that of its children. */
  readonly text: string;
}

/** Markup nested deeper than this, or of more elements, is no document. */
const deepest = 200;
const mostElements = 2_000_000;

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The root of an XML document. Throws where it is broken, has a document type (and so entities), or is beyond a limit. */
export function parseXml(bytes: Uint8Array): Element {
  const encoding = /^<\?xml[^>]*encoding\s*=\s*["']([\w-]+)["']/i.exec(Buffer.from(bytes.subarray(0, 200)).toString('latin1'))?.[1] ?? 'utf-8';
  const text = new TextDecoder(/^gb/i.test(encoding) ? 'gb18030' : bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8').decode(bytes);
  const root: { children: Element[] } = { children: [] };
  const open: { children: Element[]; text: string }[] = [{ ...root, text: '' }];
  let elements = 0;
  const parser = new SaxesParser();
  parser.on('doctype', () => {
    throw new Error('it has a document type');
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length > deepest || ++elements > mostElements) throw new Error('its markup is beyond any limit');
    const element = { name: local(name), attributes: attributes as Record<string, string>, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  const addText = (part: string): void => {
    const element = open.at(-1);
    if (element) element.text += part;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(text).close();
  const [first] = open[0]?.children ?? [];
  if (!first) throw new Error('it has no element');
  return first;
}

export const childrenOf = (element: Element | undefined, name: string): Element[] => element?.children.filter((c) => c.name === name) ?? [];
export const childOf = (element: Element | undefined, name: string): Element | undefined => element?.children.find((c) => c.name === name);

/** The numbers of an attribute or a text, parted by blanks. */
export const numbersIn = (text: string | undefined): number[] => (text ?? '').trim().split(/[\s,]+/u).filter((t) => t !== '').map(Number).filter((n) => Number.isFinite(n));
