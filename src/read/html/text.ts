import type { Element } from 'domhandler';
import { isBlock, isOdd, isShown } from './shown.js';
import { walk } from './walk.js';

/** What a cell says. */
export interface CellText {
  /** Lines parted by `\n`, as a browser breaks them. */
  readonly text: string;
  /** Something in it is crossed out, raised, typed into a field or a picture: its characters do not tell what it says. */
  readonly unclear: boolean;
}

/** White space of the source is one blank; what is written as an entity (`&nbsp;`, a full-width blank) stays. */
export const collapsed = (text: string): string => text.replace(/[ \t\r\n\f]+/g, ' ');

/** A line as it is read: without the blanks of any kind around it, and the signs of no width in it. */
export const trimmed = (line: string): string => line.replace(/[\u200b\u200c\u200d\u2060\ufeff\u00ad]/g, '').trim();

/** The text of a cell. Elements within a line part nothing: a number may be written in several. */
export function cellText(cell: Element): CellText {
  const lines: string[] = [];
  let line = '';
  let unclear = false;
  let odd = 0;
  const endLine = (): void => {
    lines.push(line);
    line = '';
  };
  for (const step of walk(cell, isShown)) {
    if (step.kind === 'text') {
      if (odd > 0 && step.text.trim() !== '') unclear = true;
      line += collapsed(step.text);
      continue;
    }
    const { element } = step;
    if (isOdd(element)) odd += step.kind === 'open' ? 1 : -1;
    if (element.name === 'br' ? step.kind === 'open' : isBlock(element)) endLine();
    if (step.kind === 'open' && ['img', 'input', 'textarea'].includes(element.name)) unclear ||= !isSpacer(element);
  }
  endLine();
  const text = lines.map((one) => trimmed(one.replace(/ +/g, ' '))).filter((one) => one !== '').join('\n');
  return { text, unclear };
}

/** A picture that is there to hold a place. Pixels. */
const smallest = 4;

const isSpacer = ({ name, attribs }: Element): boolean => name === 'img' && (Number(attribs['width'] ?? NaN) <= smallest || Number(attribs['height'] ?? NaN) <= smallest);
