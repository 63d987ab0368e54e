import type { ListReading, ListRequest } from '../lists/list.js';
import { readList } from '../lists/read-list.js';
import type { Source } from '../sources/source.js';
import type { PageBrowser, Rendered } from './browser.js';
import { pageStep, type StepOf } from './page-step.js';

/** Whether a browser may show more of a page: it has scripts, and names no report and nothing that follows, or turns its pages by a script alone. */
export function wantsBrowser(plain: ListReading, { titles }: Source): boolean {
  if (!plain.scripts) return false;
  return plain.obstacle === 'pages-by-script' || (plain.further.length === 0 && !plain.entries.some(({ title }) => titles.verdict(title, plain.title) === 'report'));
}

/**
 * What stands on a page once its scripts have run, and on the pages that it is
 * turned to, as long as the pass goes on: a list that stands as it stood is
 * turned no further.
 *
 * @param state how far the pass is, to be changed: a copy
 */
export async function shownPages(request: ListRequest, render: PageBrowser['render'], state: Omit<StepOf, 'list'>): Promise<readonly ListReading[]> {
  const { source } = state;
  const read = ({ address, text }: Rendered, turns: boolean): ListReading => {
    const { obstacle, ...reading } = readList({ request, address, text }, source.layouts);
    // whether a script turns the page the browser knows: on the last one its link is there, switched off
    return { ...reading, turns, ...(obstacle === 'too-long' ? { obstacle } : {}) };
  };
  const next = source.layouts.flatMap((layout) => layout.next ?? [])[0];
  const readings: ListReading[] = [];
  const end = { goesOn: false };
  await render(request, next, (shown, turns) => {
    const reading = read(shown, turns);
    readings.push(reading);
    end.goesOn = turns && pageStep(reading, { ...state, list: shown.address }).goesOn;
    return end.goesOn && readings.length < source.pages;
  });
  // one that was not turned to its end is told
  const last = readings.pop();
  return last === undefined ? [] : [...readings, end.goesOn ? { ...last, turns: false, obstacle: 'pages-by-script' } : last];
}
