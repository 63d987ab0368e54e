import type { Box } from '../model/box.js';
import type { Grid, Place } from '../model/grid.js';
import { hundredths } from './points.js';

/** How the JSON of a document's tables begins; a file that begins otherwise was written by something else. */
export const TABLES_HEAD = '{"writer":"gongkai tables","source":';

export interface TablesRecord {
  /** The document, as it was given. */
  readonly source: string;
  /** Names of the files that belong to it, without this one. */
  readonly files: readonly string[];
  readonly grids: readonly Grid[];
}

/**
 * The tables of a document as JSON, a table at a time:
 * `{"writer", "source", "files", "tables": [{"page", "bbox", "method", "places", "cells"}]}`.
 * `bbox` is [x0, y0, x1, y1] in points from the top left of the page, null in
 * a format without geometry; page and bbox are those of the first part, `places`
 * has those of each. A cell is [row, column, rowspan, columnspan, text], rows
 * and columns counted from 0.
 */
export function* tablesJson({ source, files, grids }: TablesRecord): Generator<string> {
  yield `${TABLES_HEAD}${JSON.stringify(source)},\n"files":${JSON.stringify(files)},\n"tables":[`;
  for (const [index, grid] of grids.entries()) {
    const places = grid.places.map(placeOf);
    const cells = grid.cells.map((cell) => [cell.row, cell.column, cell.rowSpan, cell.columnSpan, cell.text]);
    yield `${index === 0 ? '' : ','}\n${JSON.stringify({ ...places[0], method: grid.method, places, cells })}`;
  }
  yield ']}\n';
}

const placeOf = ({ page, box }: Place): { page: number; bbox: readonly number[] | null } => ({ page, bbox: box === null ? null : bbox(box) });

const bbox = ({ x0, y0, x1, y1 }: Box): readonly number[] => [x0, y0, x1, y1].map(hundredths);
