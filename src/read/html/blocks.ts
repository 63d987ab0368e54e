import type { Element, ParentNode } from 'domhandler';
import type { Block } from '../../model/page.js';
import { blocksOf as blocksOfText } from '../plain-text/blocks.js';
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
  const made = (element: Element): readonly Block[] => {
    if (data.has(element)) return [gridOf(element)];
    if (element.name === 'pre') return blocksOfText(asTyped(element));
    const rows = element.name === 'div' || element.name === 'ul' ? rowsOfParts(element) : null;
    return rows ? [rows] : [];
  };
  const enters = (element: Element): boolean => {
    if (!isShown(element)) return false;
    const own = made(element);
    if (own.length === 0) return true;
    endLine();
    blocks.push(...own);
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

/** The text of an element that is shown as it was typed. */
function asTyped(element: Element): string {
  let text = '';
  for (const step of walk(element, isShown)) text += step.kind === 'text' ? step.text : step.kind === 'open' && step.element.name === 'br' ? '\n' : '';
  return text;
}
