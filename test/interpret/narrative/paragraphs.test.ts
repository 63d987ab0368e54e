import { fileOf, narrativeScore, paragraphsIn, precisionOf, recallOf, sets } from '../../bench/narrative-score.js';
import { defaultPipelineFolder, loadPipeline } from '../../../src/pipeline/load-pipeline.js';

const pipeline = await loadPipeline(defaultPipelineFolder());

describe('the figures of a set of paragraphs', () => {
  it.each(sets)('%s are read with a precision of 0.98 and a recall of 0.85 at least', (set) => {
    const score = narrativeScore(paragraphsIn(fileOf(set)), pipeline);
    expect(precisionOf(score)).toBeGreaterThanOrEqual(0.98);
    expect(recallOf(score)).toBeGreaterThanOrEqual(0.85);
  });
});

describe('paragraphs that are made to mislead', () => {
  it('tell nothing wrong', () => {
    const score = narrativeScore(paragraphsIn(fileOf('misleading')), pipeline);
    expect(score.wrong).toEqual([]);
    expect(score.right).toBeGreaterThanOrEqual(28);
  });
});

describe('the indicators that are read out of sentences', () => {
  it('are indicators of the form of 2014', () => {
    const ids = new Set(pipeline.forms.find((f) => f.id === '2014')?.tables.flatMap((t) => t.list?.rows.map((r) => r.id) ?? []));
    expect(pipeline.narrative.source.indicators.map((i) => i.id).filter((id) => !ids.has(id))).toEqual([]);
  });
});
