import { identify } from '../interpret/identity/identify.js';
import { gridsInLines } from '../interpret/lines/grids-in-lines.js';
import type { Link, ReadDocument } from '../model/page.js';
import type { Report, WebPage } from '../model/report.js';
import type { TextLine } from '../tables/grid-finders.js';
import type { Pipeline } from './load-pipeline.js';
import { chaptersIn, sectionsOf } from './report-text.js';

/** What a page that links to files says of the report that it holds, or that lies in one of these. */
export function webPage(document: ReadDocument, links: readonly Link[], lines: readonly TextLine[], reports: readonly Report[], pipeline: Pipeline): WebPage {
  const [only, ...more] = reports;
  if (only && more.length === 0) return { identity: only.identity, sections: only.sections ?? [], links };
  const inLines = gridsInLines(lines, pipeline.forms, pipeline.labels, document.method);
  const { identity } = identify(lines, pipeline.gazetteer, pipeline.identity, { publisher: document.publisher });
  return { identity, sections: sectionsOf(chaptersIn(lines, inLines, pipeline)), links };
}
