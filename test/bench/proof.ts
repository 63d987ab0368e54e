// Runs the proof of scanned values over made-up reports with made-up readers, and counts what becomes of them.
// Usage: npx tsx test/bench/proof.ts [--reports N] [--seed S] [--only NAME] [--show]

import { parseArgs } from 'node:util';
import { loadPipeline } from '../../src/pipeline/load-pipeline.js';
import { measureProof, type Tally } from './proof-tally.js';
import { scenarios } from './proof-scenarios.js';

const { values: options } = parseArgs({ options: { reports: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' }, only: { type: 'string', default: '' }, show: { type: 'boolean', default: false } } });
const pipeline = await loadPipeline('pipelines/ogi-annual-report');

const columns: readonly (keyof Tally)[] = ['cells', 'right', 'repaired', 'suspect', 'falseAlarms', 'missing', 'silentlyWrong', 'wrongUnchecked', 'wronglyRepaired'];
console.log(['scenario'.padEnd(22), ...columns.map((c) => c.padStart(c.length + 2)), '   ms', '  p99', '  max'].join(''));
for (const scenario of scenarios.filter((s) => s.name.includes(options.only))) {
  const { tally, times, told } = measureProof(scenario, Number(options.reports), options.seed, pipeline);
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(0).padStart(5);
  console.log([scenario.name.padEnd(22), ...columns.map((c) => String(tally[c]).padStart(c.length + 2)), at(0.5), at(0.99), at(1)].join(''));
  if (options.show) for (const line of told) console.log(`    ${line}`);
}
