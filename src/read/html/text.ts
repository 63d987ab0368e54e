import type { Element } from 'domhandler';
import { isBlock, isPicture, isRaised, isShown, isUnsure } from './shown.js';
import { walk } from './walk.js';

/** What a cell says. */
export interface CellText {
  /** Lines parted by `\n`, as a browser breaks them. */
  readonly text: string;
  /** Something in it is crossed out, may be hidden, is raised beside what is not, typed into a field or a picture: its characters do not tell what it says. */
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
  let [hasPicture, unsure, raised] = [false, isUnsure(cell) ? 1 : 0, 0];
  // Characters in each of these.
  const said = { unsure: 0, raised: 0, level: 0 };
  const endLine = (): void => {
    lines.push(line);
    line = '';
  };
  const enters = (element: Element): boolean => {
    hasPicture ||= isPicture(element);
    return isShown(element);
  };
  for (const step of isShown(cell) ? walk(cell, enters) : []) {
    if (step.kind === 'text') {
      const length = trimmed(step.text).length;
      if (unsure > 0) said.unsure += length;
      said[raised > 0 ? 'raised' : 'level'] += length;
      line += collapsed(step.text);
      continue;
    }
    const { element } = step;
    const by = step.kind === 'open' ? 1 : -1;
    if (isUnsure(element)) unsure += by;
    if (isRaised(element)) raised += by;
    if (element.name === 'br' ? by > 0 : isBlock(element)) endLine();
  }
  endLine();
  const text = lines.map((one) => trimmed(one.replace(/ +/g, ' '))).filter((one) => one !== '').join('\n');
  return { text, unclear: hasPicture || said.unsure > 0 || (said.raised > 0 && said.level > 0) };
}
