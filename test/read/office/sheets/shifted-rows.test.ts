import { defaultPipelineFolder, loadPipeline } from '../../../../src/pipeline/load-pipeline.js';
import { runDocument } from '../../../../src/pipeline/run-document.js';
import type { Box } from '../../../make/boxes.js';
import { documentOf } from '../../../make/documents.js';
import { heldAgainst, type Held } from '../../../make/held-against.js';
import { blocksOf } from '../../../make/page.js';
import { sheetXml } from '../../../make/sheet.js';
import { specs } from '../../../make/specs.js';
import { truthOf } from '../../../make/truth-file.js';
import { tinyXlsx } from './tiny-xlsx.js';

const pipeline = await loadPipeline(defaultPipelineFolder());
const spec = specs.find((s) => s.name === '2019-chromium-songti-plain');

/** What is read of a sheet in which the cells of one row were spoilt. */
async function heldOf(spoil: (boxes: readonly Box[], firstValue: number) => readonly Box[]): Promise<Held> {
  if (!spec) throw new Error('the set has no such report');
  const typeset = documentOf(spec, 5);
  const blocks = blocksOf(typeset, 0).map((b) => (b.kind !== 'table' ? b : { ...b, table: { ...b.table, rows: b.table.rows.map((row) => (row.id === 'new' ? { ...row, boxes: spoil(row.boxes, row.boxes.findIndex((x) => x.kind === 'value')) } : row)) } }));
  return heldAgainst(await runDocument(tinyXlsx([sheetXml(blocks, false)]), { path: 'a', file: 'a', sha256: '' }, pipeline), truthOf(typeset.report));
}

const box = (text: string): Box => ({ kind: 'value', text, columns: 1, rows: 1 });

describe('a row of a sheet', () => {
  it('that stands one column beside its head has no number that is vouched for', async () => {
    expect(await heldOf((boxes, first) => [...boxes.slice(0, first), box(''), ...boxes.slice(first)])).toMatchObject({ wrong: [], marked: 7 });
  });
  it('that has a number too many has none either', async () => {
    expect(await heldOf((boxes, first) => [...boxes.slice(0, first + 2), box('4711'), ...boxes.slice(first + 2)])).toMatchObject({ wrong: [], marked: 7 });
  });
  it('that lost a cell, so that it ends before the others, has none either', async () => {
    expect(await heldOf((boxes, first) => boxes.filter((_, i) => i !== first + 1))).toMatchObject({ wrong: [], marked: 7 });
  });
  it('has all of its numbers where words stand beside the table', async () => {
    expect(await heldOf((boxes) => [...boxes, box('含上年')])).toMatchObject({ wrong: [], marked: 0 });
  });
});
