import { defaultPipelineFolder, loadPipeline } from '../../src/pipeline/load-pipeline.js';
import { identify } from '../../src/interpret/identity/identify.js';
import * as all from '../interpret/identity/titles.js';
const { gazetteer, identity: words } = await loadPipeline(defaultPipelineFolder());
const set = (all as Record<string, readonly all.TitleTruth[]>)[process.argv[2] ?? 'knownTitles']!;
let right = 0;
for (const t of set) {
  const { identity: i, findings } = identify([t.title, ...t.lines].map((text) => ({ text, page: 1, size: 0 })), gazetteer, words);
  const faults = [...(i.issuerKind !== t.kind ? [`kind ${i.issuerKind} for ${t.kind}`] : []), ...(i.year !== t.year ? [`year ${i.year}`] : []), ...(i.divisionCode !== t.code ? [`code ${i.divisionCode} for ${t.code}`] : [])];
  if (faults.length === 0) right++; else console.log(t.title, i.issuer, i.issuerId, faults.join('; '), findings.map((f) => f.code).join(' '));
}
console.log(right, 'of', set.length);
