import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { tablesJson } from '../../src/export/grid-json.js';
import type { Grid } from '../../src/model/grid.js';
import { findDocumentTables } from '../../src/pipeline/find-document-tables.js';
import { defaultTablesPipelineFolder, loadTablesPipeline } from '../../src/pipeline/load-tables-pipeline.js';
import { icdarScore, type IcdarDocument, type ScoredCell } from './icdar-score.js';
import { icdarTruth } from './icdar-truth.js';

/**
 * `npm run bench:icdar -- FOLDER [--json DIR] [--each]`: how well the tables of the
 * ICDAR 2013 table competition are found. FOLDER has `X.pdf` and `X-str.xml`;
 * a truth without its document is left out. `--json` keeps what was found,
 * `--each` prints a line for each document.
 */
const { folder, json, each } = argumentsOf(process.argv.slice(2));
const names = readdirSync(folder);
const documents = names.filter((name) => name.endsWith('-str.xml')).map((name) => name.slice(0, -'-str.xml'.length)).filter((name) => names.includes(`${name}.pdf`)).sort();
if (documents.length === 0) throw new Error(`There is no X.pdf with its X-str.xml in ${folder}`);

const pipeline = await loadTablesPipeline(defaultTablesPipelineFolder());
const scored: IcdarDocument[] = [];
for (const name of documents) {
  const file = path.join(folder, `${name}.pdf`);
  const { grids, findings } = await findDocumentTables(readFileSync(file), { path: file, file: `${name}.pdf`, sha256: '' }, pipeline, { join: true });
  for (const { severity, message } of findings) if (severity !== 'info') console.error(`${name}: ${message}`);
  if (json !== null) writeFileSync(path.join(json, `${name}.json`), [...tablesJson({ source: file, files: [], grids })].join(''));
  const document = { found: grids.map(cellsOf), true: icdarTruth(readFileSync(path.join(folder, `${name}-str.xml`), 'utf8')) };
  scored.push(document);
  if (each) console.log(line(name.padEnd(12), [document]));
}
console.log(line(`${scored.length} documents`, scored));

function line(name: string, some: readonly IcdarDocument[]): string {
  const { tables, precision, recall, f1, pooledF1, perfect } = icdarScore(some);
  return `${name}  P ${precision.toFixed(4)}  R ${recall.toFixed(4)}  F1 ${f1.toFixed(4)}  pooled F1 ${pooledF1.toFixed(4)}  perfect ${perfect} of ${tables} tables`;
}

function cellsOf({ cells }: Grid): readonly ScoredCell[] {
  return cells.map((cell): ScoredCell => [cell.row, cell.column, cell.rowSpan, cell.columnSpan, cell.text]);
}

function argumentsOf(given: readonly string[]): { folder: string; json: string | null; each: boolean } {
  const at = given.indexOf('--json');
  const into = at < 0 ? null : (given[at + 1] ?? null);
  const [from] = given.filter((one, index) => one !== '--each' && !(at >= 0 && (index === at || index === at + 1)));
  if (from === undefined) throw new Error('npm run bench:icdar -- FOLDER [--json DIR] [--each]');
  if (into !== null) mkdirSync(into, { recursive: true });
  return { folder: from, json: into, each: given.includes('--each') };
}
