import { narrativeScore, paragraphsIn, precisionOf, recallOf } from '../../bench/narrative-score.js';
import { defaultPipelineFolder, loadPipeline } from '../../../src/pipeline/load-pipeline.js';

const pipeline = await loadPipeline(defaultPipelineFolder());

describe('the figures of a set of paragraphs', () => {
  it.each(['paragraphs.yaml', 'held-out.yaml', 'held-out-2.yaml', 'held-out-3.yaml', 'held-out-4.yaml', 'held-out-5.yaml', 'held-out-6.yaml', 'held-out-7.yaml', 'held-out-8.yaml', 'held-out-9.yaml', 'held-out-10.yaml', 'held-out-11.yaml', 'held-out-12.yaml', 'held-out-13.yaml'])('%s are read with a precision of 0.98 and a recall of 0.85 at least', (file) => {
    const score = narrativeScore(paragraphsIn(`test/interpret/narrative/${file}`), pipeline);
    expect(precisionOf(score)).toBeGreaterThanOrEqual(0.98);
    expect(recallOf(score)).toBeGreaterThanOrEqual(0.85);
  });
});

describe('paragraphs that are made to mislead', () => {
  it('tell nothing wrong', () => {
    const score = narrativeScore(paragraphsIn('test/interpret/narrative/misleading.yaml'), pipeline);
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
