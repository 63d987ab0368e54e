/**
 * Prints how well figures are read out of sentences: precision and recall over
 * sets of paragraphs with known truth, and what was wrong or missed.
 *
 *   npm run bench:narrative -- [FILE …]
 */
import { defaultPipelineFolder, loadPipeline } from '../../src/pipeline/load-pipeline.js';
import { fileOf, narrativeScore, paragraphsIn, precisionOf, recallOf, sets } from './narrative-score.js';

const pipeline = await loadPipeline(defaultPipelineFolder());
const given = process.argv.slice(2);
for (const file of given.length > 0 ? given : [...sets, 'misleading'].map(fileOf)) {
  const score = narrativeScore(paragraphsIn(file), pipeline);
  console.log(`${file}: ${score.paragraphs} paragraphs, precision ${precisionOf(score).toFixed(3)}, recall ${recallOf(score).toFixed(3)} (${score.right} right, ${score.wrong.length} wrong, ${score.missed.length} missed, ${score.marked} marked)`);
  for (const one of score.wrong) console.log(`  wrong   ${one}`);
  for (const one of score.missed) console.log(`  missed  ${one}`);
}
