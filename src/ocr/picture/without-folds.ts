import type { Raster } from '../../model/picture.js';
import type { Line } from './rulings.js';

/** A line that comes this near to the edge of the page runs off it. Points. */
const atEdge = 9;
/** From the edge of a page to the outermost rule of its table is further than this; the table of a picture that was cut close may begin anywhere nearer. Points. */
const margin = 30;
/** Of the lines of its direction no more than this part run off the same edge: where more do, the picture ends within the table. */
const few = 0.25;
/** A piece lies on a fold when its ends are this near to it: points… */
const onFold = 1.5;
/** …and so much more for each point of distance, for the slope of what was seen of it is not exact. */
const wander = 0.004;
/** A fold that is steeper than this is not to be taken for a level rule. */
const oblique = 0.008;

/**
 * The lines of a page without the shadows of folds and of sheets that lay on
 * it: they run off the page, across the margin, where no rule of a table runs.
 * A fold is often seen in pieces; those that lie further on along it go, too.
 * `long`: those of the lines that are no strokes of characters. `joins`: whether
 * a line runs from one ruling to another, as a piece of a fold does by chance;
 * on a fold as level as the rules such a line is a rule.
 */
export function withoutFolds(lines: readonly Line[], long: readonly Line[], page: Raster, joins: (line: Line) => boolean): Line[] {
  const folds = long.filter((line) => isFold(line, long, page));
  return lines.filter((line) => !folds.some((fold) => fold === line || (isOn(line, fold) && (Math.abs(fold.slope) > oblique || !joins(line)))));
}

function isFold(line: Line, long: readonly Line[], page: Raster): boolean {
  const end = ((line.axis === 'horizontal' ? page.width : page.height) * 72) / page.dpi;
  const parallel = long.filter((l) => l.axis === line.axis);
  const crossed = long.filter((l) => l.axis !== line.axis && l.from - onFold <= line.at && l.to + onFold >= line.at).map((l) => l.at);
  const isOff = (runs: (l: Line) => boolean, crossesAt: (at: number) => boolean): boolean =>
    runs(line) && !crossed.some(crossesAt) && line.to - line.from >= margin && parallel.filter(runs).length <= few * parallel.length;
  return isOff((l) => l.from <= atEdge, (at) => at <= margin) || isOff((l) => l.to >= end - atEdge, (at) => at >= end - margin);
}

/** Whether both ends of a line lie where the fold runs on. */
function isOn(line: Line, fold: Line): boolean {
  if (line.axis !== fold.axis) return false;
  const [middle, own] = [(fold.from + fold.to) / 2, (line.from + line.to) / 2];
  return [line.from, line.to].every((end) => {
    const away = Math.abs(end - middle);
    const there = line.at + line.slope * (end - own);
    return Math.abs(fold.at + fold.slope * (end - middle) - there) <= onFold + wander * away;
  });
}
