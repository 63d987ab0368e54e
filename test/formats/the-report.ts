import { documentOf } from '../make/documents.js';
import { specs } from '../make/specs.js';

/** The one report that stands in every format: the Word files of `test/read/office/files` are made from it, too. */
export const theReport = () => {
  const spec = specs.find((s) => s.name === '2019-chromium-songti-plain');
  if (!spec) throw new Error('the set has no such report');
  return documentOf(spec, 6);
};
