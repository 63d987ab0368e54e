import type { Page } from '../../model/page.js';
import type { PageContent } from './content.js';
import { seenAreas, sidesOf } from './ground.js';
import { withoutPaleMarks } from './pale-marks.js';
import type { Opacity } from './pictures.js';
import { seenAndHidden } from './visibility.js';
import { askewWords } from './watermarks.js';
import { printedOnce, toWords } from './words.js';

/** A page's number, and its width and height in points. */
export type Sheet = Pick<Page, 'number' | 'width' | 'height'>;

/** What a reader sees of a page, out of what is painted on it, whatever format says so. `opacity` stands beside each of its pictures. */
export function paintedPage(sheet: Sheet, content: PageContent, opacity: readonly Opacity[]): Page {
  const { seen, hidden } = seenAndHidden(content, opacity);
  const { text, marks } = withoutPaleMarks(seen.filter((g) => g.turn !== null));
  const areas = seenAreas(content.areas);
  return {
    ...sheet,
    words: toWords(printedOnce(text), content.rulings, sidesOf(areas)),
    hidden: toWords(hidden, []),
    watermarks: [...askewWords(seen), ...toWords(marks, [])],
    rulings: content.rulings,
    areas,
    pictures: content.pictures.map(({ box: b }) => ({ box: b })),
    blocks: [],
  };
}
