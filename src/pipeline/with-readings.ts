import { centre, contains, height, width, type Box } from '../model/box.js';
import type { Cell, Grid, Place } from '../model/grid.js';
import { seesNothing, type Readings } from '../model/readings.js';
import { withAlignedFrames } from './aligned-frames.js';
import type { ScannedCell } from './scanned-numbers.js';

/** What was read from the picture of a page, or of a part of it. */
export interface Scan {
  readonly cells: readonly ScannedCell[];
  /** Where on the page the picture is that was read; null: all of it. */
  readonly region: Box | null;
  /** Of a picture in a source without pages: the line at which it stands. */
  readonly line?: number;
  toPage(box: Box): Box;
}

/** Ruled cells are the same where their middles are no further apart than this. Points. */
const sameCell = 2;
/** Rows without lines are the same where their middles are no further apart than this part of their height. */
const sameRow = 0.35;
/** Ink may reach over the edge of a frame by so much. Points. */
const overEdge = 0.5;
/** No more than this part of a frame may have been left out. */
const leftOut = 0.25;

/**
 * The tables with what the readers say of each scanned cell, at their places on
 * the pages as shown. Of a cell that a page break divides all parts must have
 * been read, and no more than one of them hold anything. What was read from a
 * picture and has no such reading is unclear.
 */
export function withReadings(grids: readonly Grid[], scans: ReadonlyMap<number, readonly Scan[]>): Grid[] {
  if (scans.size === 0) return [...grids];
  const scanAt = ({ page, box }: Place): Scan | undefined => scans.get(page)?.find(({ region }) => region === null || (box !== null && contains(region, centre(box).x, centre(box).y)));
  const shown = (place: Place): Place => {
    const scan = place.box ? scanAt(place) : undefined;
    return scan && place.box ? { ...place, box: scan.toPage(place.box), ...(scan.line === undefined ? {} : { line: scan.line }) } : place;
  };
  return grids.map(withAlignedFrames).map((grid) => ({
    ...grid,
    places: grid.places.map(shown),
    cells: grid.cells.map((cell): Cell => {
      if (!cell.places.some((place) => scanAt(place))) return cell;
      const found = (cell.frames ?? []).flatMap((f) => readingsAt(scanAt(f), f.box));
      const isWhole = found.length === cell.frames?.length;
      const filled = found.filter((readings) => !seesNothing(readings));
      const [only] = filled.length === 0 ? found : filled;
      const places = cell.places.map(shown);
      return only && isWhole && filled.length < 2 ? { ...cell, places, readings: only } : { ...cell, places, unclear: true };
    }),
  }));
}

function readingsAt(scan: Scan | undefined, frame: Box | null): Readings[] {
  if (!scan || !frame) return [];
  const { x, y } = centre(frame);
  const ruled = scan.cells.filter((c) => c.isRuled && Math.abs(centre(c.frame).x - x) < sameCell && Math.abs(centre(c.frame).y - y) < sameCell);
  const loose = scan.cells.filter((c) => !c.isRuled && c.frame.x0 < frame.x1 && c.frame.x1 > frame.x0 && Math.abs(centre(c.frame).y - y) < sameRow * Math.min(height(c.frame), height(frame)));
  return [...ruled, ...inFrame(loose, frame)].map((c) => c.readings);
}

/**
 * What was read in a frame that no lines bound, of the cells of its row that
 * reach into it: that of the one whose ink is in it, or without any ink there, of
 * the blank one in its middle. A page alone may show fewer columns than a table
 * has, or others: its cells may be wider, and what is in them another's.
 */
function inFrame(cells: readonly ScannedCell[], frame: Box): ScannedCell[] {
  const covered = cells.reduce((sum, c) => sum + Math.min(c.frame.x1, frame.x1) - Math.max(c.frame.x0, frame.x0), 0);
  if (covered < (1 - leftOut) * width(frame)) return [];
  const inked = cells.filter(({ ink }) => ink && ink.from < frame.x1 && ink.to > frame.x0);
  const isWithin = ({ ink }: ScannedCell): boolean => ink !== null && ink.from > frame.x0 - overEdge && ink.to < frame.x1 + overEdge;
  if (inked.length > 0) return inked.length === 1 && inked.every(isWithin) ? inked : [];
  return cells.filter((c) => seesNothing(c.readings) && c.ink === null && c.frame.x0 < centre(frame).x && c.frame.x1 > centre(frame).x);
}
