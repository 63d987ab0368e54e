import type { Element, ParentNode } from 'domhandler';
import type { Block } from '../../model/page.js';
import { isBlock, isShown } from './shown.js';
import { gridOf, rowsOfParts, type TableKinds } from './tables.js';
import { collapsed, trimmed } from './text.js';
import { lineOf, walk } from './walk.js';

/** A line of which so much is links leads elsewhere: a menu, the path to the page. */
const mostlyLinks = 0.5;

/** What stands under an element, in reading order, without the lines that lead elsewhere. */
export function blocksOf(root: ParentNode, { data }: TableKinds): Block[] {
  const blocks: Block[] = [];
  let [text, linked, links, line] = ['', 0, 0, 1];
  const endLine = (): void => {
    const whole = trimmed(text.replace(/ +/g, ' '));
    if (whole !== '' && linked < mostlyLinks * whole.replace(/\s+/gu, '').length) blocks.push({ kind: 'text', text: whole, line });
    [text, linked] = ['', 0];
  };
  const table = (element: Element): Block | null => {
    if (data.has(element)) return gridOf(element);
    return element.name === 'div' || element.name === 'ul' ? rowsOfParts(element) : null;
  };
  const enters = (element: Element): boolean => {
    if (!isShown(element)) return false;
    const made = table(element);
    if (!made) return true;
    endLine();
    blocks.push(made);
    return false;
  };
  for (const step of walk(root, enters)) {
    if (step.kind === 'text') {
      text += collapsed(step.text);
      if (links > 0) linked += step.text.replace(/\s+/gu, '').length;
      continue;
    }
    const { element } = step;
    if (element.name === 'a' && element.attribs['href'] !== undefined) links += step.kind === 'open' ? 1 : -1;
    if (element.name === 'br' ? step.kind === 'open' : isBlock(element)) {
      endLine();
      line = lineOf(element);
    }
  }
  endLine();
  return blocks;
}
