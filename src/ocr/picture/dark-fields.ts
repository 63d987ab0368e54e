import { height, width, type Box } from '../../model/box.js';
import type { Raster } from '../../model/picture.js';
import { pixelsOfPoint } from './bitmap.js';
import { componentsOf } from './components.js';
import { fromAfar } from './reduced.js';

/** Fields are looked for in a picture of about so many dots to an inch. */
const coarse = 50;
/** A field is darker than this part of the paper's lightness… */
const dark = 0.7;
/** …at least as high and as wide as a cell of one line and one word… Points. */
const lowest = 9;
const narrowest = 24;
/** …and fills this part of the box around it, also where that stands askew. */
const filled = 0.5;
/** Print differs from the field by as much, of 255… */
const contrast = 60;
/** …and takes this part of it: less is no text, more a picture. */
const leastPrint = 0.005;
const mostPrint = 0.4;
/** It is light on dark where what is darker than the field, rules for one, is no more than this part of it. */
const darkPrint = 0.5;

/** A dark field of a page: for each row of the reduced picture from `top` on, its first and last pixel. */
interface Field {
  readonly top: number;
  readonly rows: readonly (readonly [number, number])[];
  /** Lightness of its ground, and of what is printed on it. */
  readonly ground: number;
  readonly print: number;
}

/**
 * The page with what is printed light on dark fields, as boxheads are, turned
 * to dark on white; `inked` with the same there. What is darker than a field
 * is a rule, and stays. A field that reaches the edge of the picture is the lid
 * of the scanner.
 */
export function withoutDarkFields(page: Raster, inked: Raster): { readonly page: Raster; readonly inked: Raster } {
  const factor = Math.max(1, Math.round(page.dpi / coarse));
  const small = fromAfar(page, factor);
  const fields = fieldsOf(small).flatMap((rows) => measured(rows, page, factor) ?? []);
  if (fields.length === 0) return { page, inked };
  const turned = page.pixels.slice();
  const other = page === inked ? turned : inked.pixels.slice();
  for (const field of fields) {
    eachPixel(field, factor, page, (at) => {
      const value = page.pixels[at] ?? 255;
      turned[at] = value < field.ground - contrast ? value : 255 - Math.round(255 * Math.min(1, Math.max(0, (value - field.ground) / (field.print - field.ground))));
      other[at] = turned[at];
    });
    eachRim(field, factor, page, (at) => {
      if ((page.pixels[at] ?? 255) >= field.ground - contrast) turned[at] = other[at] = 255;
    });
  }
  const result = { ...page, pixels: turned };
  return { page: result, inked: page === inked ? result : { ...inked, pixels: other } };
}

/** The rows of fields, each from its first to its last dark pixel, in the reduced picture. */
function fieldsOf(small: Raster): Pick<Field, 'top' | 'rows'>[] {
  const scale = pixelsOfPoint(small);
  const paper = small.pixels.toSorted()[Math.floor(0.75 * small.pixels.length)] ?? 255;
  const ink = small.pixels.map((value) => (value < dark * paper ? 1 : 0));
  const isField = ({ box, pixels }: { readonly box: Box; readonly pixels: number }): boolean =>
    height(box) >= lowest * scale && width(box) >= narrowest * scale && pixels >= filled * height(box) * width(box) && box.x0 > 0 && box.y0 > 0 && box.x1 < small.width && box.y1 < small.height;
  return componentsOf({ width: small.width, height: small.height, dpi: small.dpi, ink }).filter(isField).map(({ box, runs }) => {
    const rows = Array.from({ length: height(box) }, (): [number, number] => [Infinity, -Infinity]);
    for (let i = 0; i < runs.length; i += 3) {
      const row = rows[(runs[i] ?? 0) - box.y0];
      if (row) [row[0], row[1]] = [Math.min(row[0], runs[i + 1] ?? 0), Math.max(row[1], (runs[i + 2] ?? 0) - 1)];
    }
    return { top: box.y0, rows };
  });
}

/** The field with the lightness of its ground and of its print; null where that is not light on dark. */
function measured(rows: Pick<Field, 'top' | 'rows'>, page: Raster, factor: number): Field | null {
  const counts = new Uint32Array(256);
  let all = 0;
  eachPixel(rows, factor, page, (at) => {
    const value = page.pixels[at] ?? 255;
    counts[value] = (counts[value] ?? 0) + 1;
    all++;
  });
  const countOf = (from: number, to: number): number => counts.subarray(Math.max(0, from), Math.max(0, to)).reduce((a, b) => a + b, 0);
  const ground = counts.indexOf(Math.max(...counts));
  const light = countOf(ground + contrast, 256);
  if (light < leastPrint * all || light > mostPrint * all || countOf(0, ground - contrast) > darkPrint * light) return null;
  // Thin strokes are seldom as light as the ink is: the lightest quarter of them tells.
  let left = light / 4;
  let print = 255;
  while (print > ground + contrast && left > (counts[print] ?? 0)) left -= counts[print--] ?? 0;
  return { ...rows, ground, print };
}

/** Each pixel within a field, off its rim. */
function eachPixel({ top, rows }: Pick<Field, 'top' | 'rows'>, factor: number, page: Raster, visit: (at: number) => void): void {
  rows.forEach(([first, last], i) => {
    if (i === 0 || i === rows.length - 1) return;
    for (let y = (top + i) * factor; y < Math.min(page.height, (top + i + 1) * factor); y++) for (let x = (first + 1) * factor; x < Math.min(page.width, last * factor); x++) visit(y * page.width + x);
  });
}

/** Each pixel of the rim: the outermost of a field, and those around it, which it shades. */
function eachRim({ top, rows }: Field, factor: number, page: Raster, visit: (at: number) => void): void {
  const visitRow = (row: number, from: number, to: number): void => {
    for (let y = Math.max(0, row * factor); y < Math.min(page.height, (row + 1) * factor); y++) for (let x = Math.max(0, from * factor); x < Math.min(page.width, (to + 1) * factor); x++) visit(y * page.width + x);
  };
  rows.forEach(([first, last], i) => {
    if (i === 0 || i === rows.length - 1) {
      visitRow(top + i, first - 1, last + 1);
      visitRow(top + i + (i === 0 ? -1 : 1), first - 1, last + 1);
    } else {
      visitRow(top + i, first - 1, first);
      visitRow(top + i, last, last + 1);
    }
  });
}
