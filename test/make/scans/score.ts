// npx tsx test/make/scans/score.ts SETDIR [--only NAME] [--group NAME] [--limit N] [--show] [--json]
//
// Reads each document of a set and holds the values against its truth. For each document and each group: cells right,
// suspect, missing, silently wrong (phantom, lost, misread), wrongly repaired, false alarms (right but suspect), names
// that differ, seconds by the clock and of the processors, and the memory that this process had at most. `--show` lists every cell that is not right. Exits 1 when a
// vouched value is wrong.

import { readdir, readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { DocumentResult } from '../../../src/model/report.js';
import { defaultPipelineFolder, loadPipeline } from '../../../src/pipeline/load-pipeline.js';
import { runDocument } from '../../../src/pipeline/run-document.js';
import { KeptReaders } from '../../../src/pipeline/scan-readers.js';
import type { Truth } from '../truth-file.js';
import { heldAgainst, misnamed, type Held } from './held-against.js';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, group: { type: 'string' }, limit: { type: 'string' }, show: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
});
const folder = positionals[0];
if (folder === undefined) throw new Error('usage: score.ts SETDIR [--only NAME] [--group NAME] [--limit N] [--show] [--json]');

interface About { readonly file: string; readonly group: string }
interface Score {
  readonly name: string;
  readonly group: string;
  readonly outcome: string;
  readonly held: readonly Held[];
  readonly misnamed: readonly string[];
  readonly findings: readonly string[];
  /** By the clock, of the processors. */
  readonly seconds: readonly [number, number];
}
type Sums = Readonly<Record<'documents' | 'cells' | 'right' | 'suspect' | 'missing' | 'wrong' | 'phantom' | 'lost' | 'misread' | 'wronglyRepaired' | 'falseAlarms' | 'misnamed' | 'seconds' | 'cpuSeconds', number>>;

const textOf = (path: string): Promise<string> => readFile(path, 'utf8');

/** A set that was typeset and not scanned has no word on what was done to it: its documents are PDFs of no group. */
async function aboutOf(name: string, into: string): Promise<About> {
  const path = join(into, `${name}.scan.json`);
  return existsSync(path) ? JSON.parse(await textOf(path)) as About : { file: `${name}.pdf`, group: '' };
}

const pipeline = await loadPipeline(defaultPipelineFolder());
const readers = new KeptReaders();

async function readDocument(path: string, file: string): Promise<DocumentResult | Error> {
  try {
    const bytes = await readFile(path);
    return await runDocument(new Uint8Array(bytes), { path, file, sha256: createHash('sha256').update(bytes).digest('hex') }, pipeline, readers.open);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

async function scored(name: string, { file, group }: About, into: string): Promise<Score> {
  const truth = JSON.parse(await textOf(join(into, `${name}.truth.json`))) as Truth;
  const [begin, cpu] = [performance.now(), process.cpuUsage()];
  const result = await readDocument(join(into, file), file);
  const used = process.cpuUsage(cpu);
  const seconds = [(performance.now() - begin) / 1000, (used.user + used.system) / 1e6] as const;
  if (result instanceof Error) return { name, group, outcome: 'CRASHED', held: heldAgainst(truth, { reports: [] }), misnamed: [], findings: [result.stack ?? result.message], seconds };
  const findings = [...result.findings, ...result.reports.flatMap((report) => report.findings)].map((each) => each.code);
  return { name, group, outcome: result.outcome, held: heldAgainst(truth, result), misnamed: misnamed(truth, result), findings, seconds };
}

function sumsOf(scores: readonly Score[]): Sums {
  const held = scores.flatMap((score) => score.held);
  const count = (...verdicts: readonly Held['verdict'][]): number => held.filter(({ verdict }) => verdicts.includes(verdict)).length;
  const kind = (wanted: Held['kind']): number => held.filter((each) => each.kind === wanted).length;
  const round = (seconds: readonly number[]): number => Math.round(10 * seconds.reduce((sum, each) => sum + each, 0)) / 10;
  return {
    documents: scores.length, cells: held.length, right: count('right'), suspect: count('suspect', 'false-alarm'), missing: count('missing'),
    wrong: count('wrong', 'wrongly-repaired'), phantom: kind('phantom'), lost: kind('lost'), misread: kind('misread'), wronglyRepaired: count('wrongly-repaired'),
    falseAlarms: count('false-alarm'), misnamed: scores.reduce((sum, score) => sum + score.misnamed.length, 0),
    seconds: round(scores.map((score) => score.seconds[0])), cpuSeconds: round(scores.map((score) => score.seconds[1])),
  };
}

function line(name: string, sums: Sums): string {
  const share = sums.cells === 0 ? 0 : 100 * sums.right / sums.cells;
  return `${name}: ${sums.right} of ${sums.cells} right (${share.toFixed(2)} %), ${sums.suspect} suspect, ${sums.missing} missing, ${sums.wrong} SILENTLY WRONG ` +
    `(${sums.phantom} phantom, ${sums.lost} lost, ${sums.misread} misread; ${sums.wronglyRepaired} wrongly repaired), ${sums.falseAlarms} false alarms, ${sums.misnamed} names, ${sums.seconds} s (${sums.cpuSeconds} CPU s)`;
}

function tell(score: Score): void {
  console.log(`${line(score.name, sumsOf([score]))}${score.outcome === 'report' ? '' : ` ${score.outcome}: ${score.findings.join(', ')}`}`);
  for (const each of score.held) {
    const isWrong = each.verdict === 'wrong' || each.verdict === 'wrongly-repaired';
    if (isWrong || (options.show && each.verdict !== 'right' && score.outcome === 'report')) console.log(`  ${isWrong ? 'WRONG' : each.verdict} ${each.cell}: printed ${each.printed}, read ${each.read}`);
  }
  if (options.show) for (const text of score.misnamed) console.log(`  ${text}`);
}

const scores: Score[] = [];
for (const truthFile of (await readdir(folder)).filter((each) => each.endsWith('.truth.json')).sort()) {
  const name = truthFile.slice(0, -'.truth.json'.length);
  const about = await aboutOf(name, folder);
  if (options.only !== undefined && !name.includes(options.only)) continue;
  if (options.group !== undefined && about.group !== options.group) continue;
  if (scores.length >= Number(options.limit ?? Infinity)) break;
  const score = await scored(name, about, folder);
  scores.push(score);
  if (!options.json) tell(score);
}

const groups = [...new Set(scores.map(({ group }) => group))];
const total = sumsOf(scores);
const peak = Math.round(process.resourceUsage().maxRSS / 1024);
if (options.json) {
  const documents = scores.map((score) => ({ ...score, held: score.held.filter(({ verdict }) => verdict !== 'right'), sums: sumsOf([score]) }));
  console.log(JSON.stringify({ documents, groups: Object.fromEntries(groups.map((group) => [group, sumsOf(scores.filter((each) => each.group === group))])), total, peakMegabytes: peak }, null, 1));
} else {
  console.log('');
  for (const group of groups) console.log(line(group === '' ? 'no group' : group, sumsOf(scores.filter((each) => each.group === group))));
  console.log(`${line(`${scores.length} documents`, total)}, ${peak} MB at most`);
}
// Readers may keep workers and models of their own open.
process.exit(total.wrong > 0 ? 1 : 0);
