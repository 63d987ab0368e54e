import type { Raster } from '../../model/picture.js';
import type { Ruling } from '../../model/page.js';

/** A ruling as it stands in the picture: pixels, `from` and `to` along it, `first` to `last` across it, both included. */
export interface DrawnRuling {
  readonly axis: Ruling['axis'];
  readonly first: number;
  readonly last: number;
  readonly from: number;
  readonly to: number;
}

/** Rules may be as pale as this on even ground. */
const palest = 205;
/** A run of ink shorter than this is no piece of a rule: strokes of characters are. Inches. */
const shortest = 0.22;
/** A piece has holes no longer than this. Inches. */
const hole = 0.016;
/** Rules are no thicker than this. Inches. */
const thickest = 0.09;
/** Pieces of one rule are no further apart along it than this, and stand in rows that touch, give or take the second. Inches. */
const between = 0.12;
const wobble = 0.014;
/** A rule that meets no other at its ends has at least this length. Inches. */
const alone = 0.6;
/** Rules that end so near to another meet it. Inches. */
const meeting = 0.05;
/** What lies so near to the edge of the picture is the edge of the paper. Inches. */
const edge = 0.06;

/** The horizontal and vertical rules of a level picture on even ground. */
export function rulingsOf(raster: Raster): DrawnRuling[] {
  const across = piecesOf(raster, 'horizontal');
  const down = piecesOf(raster, 'vertical');
  const all = [...joined(across, raster.dpi), ...joined(down, raster.dpi)].filter((r) => !isEdge(r, raster));
  return all.filter((r) => (r.to - r.from) / raster.dpi >= alone || meetsAtBothEnds(r, all, raster.dpi));
}

/** Rules in points of the page. */
export const inPoints = (rulings: readonly DrawnRuling[], dpi: number): Ruling[] => rulings.map(({ axis, first, last, from, to }) => {
  const k = 72 / dpi;
  return { axis, at: ((first + last + 1) / 2) * k, from: from * k, to: (to + 1) * k, thickness: (last - first + 1) * k };
});

interface Run {
  readonly row: number;
  readonly from: number;
  to: number;
}

/** Long runs of ink, those of touching rows put together. */
function piecesOf({ width, height, pixels, dpi }: Raster, axis: Ruling['axis']): DrawnRuling[] {
  const lies = axis === 'horizontal';
  const [length, rows] = lies ? [width, height] : [height, width];
  const [stepAlong, stepAcross] = lies ? [1, width] : [width, 1];
  const most = Math.max(1, Math.round(hole * dpi));
  const least = shortest * dpi;
  const groups: { first: number; last: number; from: number; to: number; latest: Run[] }[] = [];
  let open: typeof groups = [];
  for (let row = 0; row < rows; row++) {
    const runs: Run[] = [];
    let run: Run | null = null;
    let dark = 0;
    const end = (): void => {
      if (run && run.to - run.from + 1 >= least && dark >= 0.75 * (run.to - run.from + 1)) runs.push(run);
    };
    for (let i = 0, o = row * stepAcross; i < length; i++, o += stepAlong) {
      if ((pixels[o] ?? 255) >= palest) continue;
      if (run && i - run.to <= most) {
        run.to = i;
        dark++;
      } else {
        end();
        run = { row, from: i, to: i };
        dark = 1;
      }
    }
    end();
    const next: typeof groups = [];
    for (const r of runs) {
      const touching = open.filter((g) => g.latest.some((l) => l.from <= r.to + 2 && l.to >= r.from - 2));
      const [group] = touching;
      if (group) {
        group.last = row;
        group.from = Math.min(group.from, r.from);
        group.to = Math.max(group.to, r.to);
        if (group.latest[0]?.row === row) group.latest.push(r);
        else group.latest = [r];
        if (!next.includes(group)) next.push(group);
      } else {
        const fresh = { first: row, last: row, from: r.from, to: r.to, latest: [r] };
        groups.push(fresh);
        next.push(fresh);
      }
    }
    open = next;
  }
  return groups.filter((g) => g.last - g.first + 1 <= thickest * dpi + (g.to - g.from) * 0.004).map(({ first, last, from, to }) => ({ axis, first, last, from, to }));
}

/** Pieces on one line as one rule. */
function joined(pieces: readonly DrawnRuling[], dpi: number): DrawnRuling[] {
  const rest = pieces.toSorted((a, b) => a.first - b.first || a.from - b.from);
  const result: DrawnRuling[] = [];
  for (const piece of rest) {
    const i = result.findIndex((r) => piece.first <= r.last + wobble * dpi && piece.last >= r.first - wobble * dpi && piece.from <= r.to + between * dpi && piece.to >= r.from - between * dpi);
    const other = result[i];
    if (!other) result.push(piece);
    else result[i] = { ...other, first: Math.min(other.first, piece.first), last: Math.max(other.last, piece.last), from: Math.min(other.from, piece.from), to: Math.max(other.to, piece.to) };
  }
  return result.length < pieces.length ? joined(result, dpi) : result;
}

function isEdge(r: DrawnRuling, { width, height, dpi }: Raster): boolean {
  const across = r.axis === 'horizontal' ? height : width;
  return r.last < edge * dpi || r.first > across - 1 - edge * dpi;
}

function meetsAtBothEnds(r: DrawnRuling, all: readonly DrawnRuling[], dpi: number): boolean {
  const near = meeting * dpi;
  const meets = (end: number): boolean => all.some((o) => o.axis !== r.axis && o.first - near <= end && o.last + near >= end && o.from - near <= r.last && o.to + near >= r.first);
  return meets(r.from) && meets(r.to);
}

/** The picture with its rules painted white, `margin` pixels around them too. */
export function withoutRulings(raster: Raster, rulings: readonly DrawnRuling[], margin: number): Raster {
  const { width, height } = raster;
  const pixels = raster.pixels.slice();
  for (const r of rulings) {
    const [x0, x1, y0, y1] = r.axis === 'horizontal' ? [r.from, r.to, r.first - margin, r.last + margin] : [r.first - margin, r.last + margin, r.from, r.to];
    for (let y = Math.max(0, y0); y <= Math.min(height - 1, y1); y++) pixels.fill(255, y * width + Math.max(0, x0), y * width + Math.min(width - 1, x1) + 1);
  }
  return { ...raster, pixels };
}
