// Finds the room that must stand above a table so that the page ends where the dress says: print with marks, look
// where the rows fell, add what is wanting, look again.

import { contentHeight, tableLine } from './dress.js';
import { layoutOf, markOf, type Typeset } from './page.js';
import { measured, type Mark } from './print.js';
import { tablesOf } from './tables.js';

interface Around { readonly before: Mark | undefined; readonly at: Mark; readonly after: Mark | undefined }

function rowsAround(typeset: Typeset, marks: ReadonlyMap<string, Mark>): Around {
  const { report, wording, dress } = typeset;
  const tables = tablesOf(report, wording, layoutOf(dress)).filter((table) => table.id === dress.break?.table);
  const names = tables.flatMap((table) => table.rows.map((row) => ({ id: row.id, table }))).map(({ id, table }, place) => ({ id, mark: markOf(table, place) }));
  const place = names.findIndex(({ id }) => id === dress.break?.row);
  const get = (of: number): Mark | undefined => marks.get(names[of]?.mark ?? '');
  const at = get(place);
  if (!at) throw new Error(`no row ${dress.break?.row ?? ''} was found on the pages`);
  return { before: get(place - 1), at, after: get(place + 1) };
}

const isDone = (around: Around, inside: number | undefined, bottom: number, top: number, line: number): boolean => {
  if (inside === undefined) return around.before !== undefined && around.at.page === around.before.page + 1;
  if (around.after?.page !== around.at.page + 1) return false;
  const lines = (bottom - around.at.y) / line;
  // What is left of the row stands above the next one: it is cut, not merely the last of the page.
  return lines > inside - 1 + 0.1 && lines < inside - 0.1 && around.after.y > top + 1.9 * line;
};

export interface Placed { readonly typeset: Typeset; readonly pad: number; readonly found: boolean }

/** A report with the room above its table; a chapter that begins a page is easier to place than one that follows on. */
export async function placed(typeset: Typeset): Promise<Placed> {
  const pad = await padFor(typeset);
  if (pad !== undefined) return { typeset, pad, found: true };
  const fresh = { ...typeset, dress: { ...typeset.dress, fresh: true } };
  const freshPad = await padFor(fresh);
  return { typeset: fresh, pad: freshPad ?? 0, found: freshPad !== undefined };
}

/** How much room makes the break fall where it should; undefined where it could not be found. */
async function padFor(typeset: Typeset): Promise<number | undefined> {
  const { dress } = typeset;
  const aim = dress.break;
  if (!aim) return 0;
  const line = tableLine(dress);
  // A cell that is closed at the cut has its padding there too.
  const bottom = dress.paper[1] - dress.margin[2] - (dress.closed && aim.inside !== undefined ? dress.padding : 0);
  const whole = contentHeight(dress);
  let pad = 0;
  for (let round = 0; round < 6; round += 1) {
    const around = rowsAround(typeset, await measured(typeset, pad));
    if (isDone(around, aim.inside, bottom, dress.margin[0], line)) return pad;
    // The mark stands on the first line of its row: about one line and the padding under the top of it.
    const wanted = aim.inside === undefined ? bottom + (dress.cutRows ? 0.3 * line : -0.4 * line) : bottom - (aim.inside - 0.5) * line;
    const down = (((wanted - around.at.y) % whole) + whole) % whole;
    pad += pad + down - whole >= 0 && down > whole / 2 ? down - whole : down;
  }
  return undefined;
}
