import { titleLines } from '../interpret/interpret.js';
import type { Labels } from '../interpret/labels.js';
import type { Block, Page, ReadDocument } from '../model/page.js';
import type { TextLine } from '../tables/grid-finders.js';

/** A title opens a page where no more lines than these stand above it: the name of the office, the number of the annex. */
const mostAbove = 3;

/**
 * The reports of a compilation, each as a document of its own: cut at the
 * pages, or in a source without geometry at the lines, that a title opens. The
 * document alone where it has no more than one title; null where it has
 * several and one of them opens nothing, so that nobody can tell which table
 * is whose. What stands before the first title (a cover, a list of contents)
 * belongs to no report.
 */
export function reportsApart(document: ReadDocument, lines: readonly TextLine[], labels: Labels): ReadDocument[] | null {
  const { titles, lines: printed } = titleLines(lines, labels);
  if (titles.length < 2) return [document];
  const [only] = document.pages;
  if (document.pages.length === 1 && only !== undefined && only.blocks.length > 0 && only.words.length === 0) return cutAtBlocks(document, only, titles);
  const openings = titles.map((title) => printed.find((l) => l.title === title && linesAbove(lines, l.line) <= mostAbove)?.line.page);
  if (openings.some((page) => page === undefined)) return null;
  const starts = [...new Set(openings.flatMap((page) => page ?? []))].sort((a, b) => a - b);
  if (starts.length < titles.length) return null;
  return starts.map((start, i) => ({ ...document, pages: document.pages.filter((p) => p.number >= start && p.number < (starts[i + 1] ?? Infinity)) }));
}

const linesAbove = (lines: readonly TextLine[], line: TextLine): number => lines.filter((l) => l.page === line.page).indexOf(line);

function cutAtBlocks(document: ReadDocument, page: Page, titles: readonly string[]): ReadDocument[] | null {
  const titleOf = (b: Block): string | undefined => (b.kind === 'text' ? titles.find((t) => t === b.text.replace(/\s+/gu, '')) : undefined);
  // Of a title that stands twice, in a list of contents and over its report, the later one opens the report.
  const starts = titles.map((title) => page.blocks.findLastIndex((b) => titleOf(b) === title)).sort((a, b) => a - b);
  if (starts.some((at) => at < 0)) return null;
  return starts.map((start, i) => ({ ...document, pages: [{ ...page, blocks: page.blocks.slice(start, starts[i + 1]) }] }));
}
