import { isTag, isText, type AnyNode, type Element, type ParentNode } from 'domhandler';

/** A step through a tree of markup: into an element, out of it, or over a piece of text. */
export type Step = { readonly kind: 'open' | 'close'; readonly element: Element } | { readonly kind: 'text'; readonly text: string };

/**
 * Goes through what is under `root`, in the order of the page. `enters` says
 * whether to go into an element; one that is not entered gives no step. Not
 * recursive: pages may nest as deep as they like.
 */
export function* walk(root: ParentNode, enters: (element: Element) => boolean): Generator<Step> {
  let node: AnyNode | null = root.firstChild;
  while (node !== null) {
    if (isText(node)) yield { kind: 'text', text: node.data };
    else if (isTag(node) && enters(node)) {
      yield { kind: 'open', element: node };
      if (node.firstChild !== null) {
        node = node.firstChild;
        continue;
      }
      yield { kind: 'close', element: node };
    }
    while (node.next === null) {
      const parent: ParentNode | null = node.parent;
      if (parent === null || parent === root) return;
      if (isTag(parent)) yield { kind: 'close', element: parent };
      node = parent;
    }
    node = node.next;
  }
}

const noText = new Set(['script', 'style', 'template']);

/** The text of an element, shown or not, as it stands in the source: its first `most` characters. */
export function textOf(root: ParentNode, most = Infinity): string {
  let text = '';
  for (const step of walk(root, ({ name }) => !noText.has(name))) {
    if (step.kind === 'text') text += step.text;
    if (text.length >= most) break;
  }
  return text.slice(0, most);
}

/** Line of the source on which an element begins, from 1. */
export const lineOf = (element: Element): number => element.sourceCodeLocation?.startLine ?? 1;
