import { suspected, type InterpretedTables } from '../interpret/interpret.js';
import type { Grid } from '../model/grid.js';
import type { Page } from '../model/page.js';

/**
 * The same tables with nothing vouched for that stands where something of the
 * document is lost: on a page that is not whole; on the pages beside it, for a
 * label may go on there; and on those that a table runs on to from there, for
 * its heads and groups come from before. Nor is such a number used to decide others.
 */
export function doubtPartialPages(tables: InterpretedTables, pages: readonly Page[], grids: readonly Grid[]): InterpretedTables {
  const doubtful = doubtfulPages(pages, grids);
  if (doubtful.size === 0) return tables;
  return {
    ...tables,
    values: tables.values.map((v) => (v.place && doubtful.has(v.place.page) ? suspected(v) : v)),
    choices: tables.choices.filter((c) => !c.readings.some((reading) => reading.some(({ place }) => place && doubtful.has(place.page)))),
  };
}

function doubtfulPages(pages: readonly Page[], grids: readonly Grid[]): Set<number> {
  const doubtful = new Set(pages.flatMap(({ number, partial }) => (partial ? [number - 1, number, number + 1] : [])));
  // Reading order: what a table is infected with on one page, a later one that begins on a further page has from it.
  for (const { places } of grids) {
    const first = places.findIndex(({ page }) => doubtful.has(page));
    if (first >= 0) for (const { page } of places.slice(first)) doubtful.add(page);
  }
  return doubtful;
}
