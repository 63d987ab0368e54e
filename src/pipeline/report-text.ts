import { chaptersOf, type Chapter } from '../interpret/chapters/chapters.js';
import { paragraphsOf } from '../interpret/chapters/paragraphs.js';
import type { Grid } from '../model/grid.js';
import type { ReportSection } from '../model/report.js';
import type { TextLine } from '../tables/grid-finders.js';
import type { Pipeline } from './load-pipeline.js';

/** The chapters of a report out of its lines of prose. `inLines`: the tables that were found in those lines; their lines are no text. */
export function chaptersIn(lines: readonly TextLine[], inLines: readonly Grid[], pipeline: Pipeline): Chapter[] {
  const spans = inLines.map((grid) => {
    const own = grid.cells.flatMap((cell) => cell.places.flatMap((place) => place.line ?? []));
    return { from: Math.min(...own), to: Math.max(...own) };
  });
  const prose = lines.filter(({ line }) => line === undefined || !spans.some((span) => line >= span.from && line <= span.to));
  return chaptersOf(paragraphsOf(prose), pipeline.chapters, pipeline.labels);
}

export const sectionsOf = (chapters: readonly Chapter[]): ReportSection[] => chapters.map(({ section, heading, text, page }) => ({ section, heading, text, page }));
