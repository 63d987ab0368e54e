import { chaptersOf } from '../../../src/interpret/chapters/chapters.js';
import { paragraphsOf } from '../../../src/interpret/chapters/paragraphs.js';
import { heldAgainst } from '../../../src/interpret/narrative/held-against.js';
import { toldFigures } from '../../../src/interpret/narrative/told-figures.js';
import type { TableId, Value } from '../../../src/model/report.js';
import { defaultPipelineFolder, loadPipeline } from '../../../src/pipeline/load-pipeline.js';

const { narrative, chapters, labels } = await loadPipeline(defaultPipelineFolder());

const cell = (table: TableId, row: string, column: string, value: string | null): Value => ({ table, row, column, value, unit: '', status: value === null ? 'blank' : 'read', raw: '', method: 'text', confidence: 1, place: null });
const held = (text: string, values: readonly Value[]) => {
  const lines = ['一、总体情况', text].map((t, i) => ({ text: t, page: 1, size: 0, line: i + 1 }));
  const figures = toldFigures(chaptersOf(paragraphsOf(lines), chapters, labels), { year: 2022, issuer: '甲县', scanned: new Set() }, narrative, labels);
  return heldAgainst(figures, values, narrative.source);
};
const now = '2022年，收到政府信息公开申请17件。';

describe('a figure in the text of a report with tables', () => {
  it('is held against the table', () => {
    expect(held(now, [cell('requests', 'new', 'total', '17')])).toEqual({ checks: [{ id: 'narrative.new', table: 'requests', left: '17', right: '17', held: true, terms: ['new/total'] }], findings: [] });
  });

  it('differs where the text is of the office and the table of the region: a finding, and no change', () => {
    const { checks, findings } = held(now, [cell('requests', 'new', 'total', '95')]);
    expect(checks).toMatchObject([{ id: 'narrative.new', left: '17', right: '95', held: false }]);
    expect(findings).toMatchObject([{ code: 'told-otherwise', severity: 'info', place: 'requests/narrative.new' }]);
  });

  it('can not be held against a blank', () => {
    expect(held(now, [cell('requests', 'new', 'total', null)]).checks).toMatchObject([{ held: null, right: '' }]);
  });

  it('is held against the sum of both kinds of lawsuits', () => {
    const values = [cell('proceedings', 'litigation_direct', 'total', '2'), cell('proceedings', 'litigation_after_reconsideration', 'total', '1')];
    expect(held('因政府信息公开被提起行政诉讼3件。', values).checks).toMatchObject([{ id: 'narrative.litigation', right: '3', held: true }]);
  });

  it('is held against the 统计表 under the id of its indicator', () => {
    expect(held(now, [cell('statistics', 'received.total', 'value', '17')]).checks).toMatchObject([{ id: 'narrative.received.total', table: 'statistics', held: true }]);
  });

  it('makes no check where it is doubtful, approximate, or the table does not have it', () => {
    expect(held('2022年，收到政府信息公开申请约17件。', [cell('requests', 'new', 'total', '95')]).checks).toEqual([]);
    expect(held(now, [cell('requests', 'granted', 'total', '17')]).checks).toEqual([]);
  });
});
