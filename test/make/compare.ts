// npx tsx test/make/compare.ts SETDIR DATASETDIR
// Holds the tables of a dataset against the truth beside the documents. Exits 1 when any vouched value is wrong.

import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseString } from 'fast-csv';
import type { Truth, TruthTable } from './truth-file.js';

type Line = Record<string, string>;
type TableName = 'requests' | 'proceedings' | 'disclosure';
interface Score { right: number; marked: number; wrong: string[]; mismatches: string[] }

const vouched = new Set(['read', 'blank', 'repaired', 'corrected']);
const keys: Readonly<Record<TableName, readonly [string, string, string]>> = {
  requests: ['item', 'applicant', 'count'], proceedings: ['procedure', 'outcome', 'count'], disclosure: ['item', 'measure', 'value'],
};

async function linesOf(path: string): Promise<Line[]> {
  if (!existsSync(path)) return [];
  const text = (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
  return new Promise((resolve, reject) => {
    const lines: Line[] = [];
    parseString<Line, Line>(text, { headers: true }).on('data', (line: Line) => lines.push(line)).on('error', reject).on('end', () => resolve(lines));
  });
}

const shown = (value: string | null | undefined): string => (value === undefined ? 'not printed' : value === null || value === '' ? 'blank' : value);

function compareTable(name: TableName, truth: TruthTable, lines: readonly Line[], score: Score): void {
  const [row, column, count] = keys[name];
  const seen = new Set<string>();
  for (const line of lines) {
    const cell = `${line[row] ?? ''}/${line[column] ?? ''}`;
    const expected = truth[line[row] ?? '']?.[line[column] ?? ''];
    const { status = '', [count]: value = '' } = line;
    if (seen.has(cell)) score.wrong.push(`${name} ${cell} stands twice`);
    seen.add(cell);
    const isVouched = vouched.has(status);
    const isRight = expected !== undefined && value === (expected ?? '') && (expected === null) === (status === 'blank');
    if (isVouched && isRight) score.right += 1;
    else if (isVouched) score.wrong.push(`${name} ${cell}: printed ${shown(expected)}, dataset ${shown(value)} (${status})`);
    else if (expected !== undefined) score.marked += 1;
  }
  for (const [item, cells] of Object.entries(truth)) {
    score.marked += Object.keys(cells).filter((each) => !seen.has(`${item}/${each}`)).length;
  }
}

function compareUnits(truth: Truth, lines: readonly Line[], score: Score): void {
  for (const line of lines) {
    const cell = `${line['item'] ?? ''}/${line['measure'] ?? ''}`;
    const expected = truth.units[cell];
    if (expected !== undefined && vouched.has(line['status'] ?? '') && line['unit'] !== expected) {
      score.mismatches.push(`unit of ${cell}: printed ${shown(expected)}, dataset ${shown(line['unit'])}`);
    }
  }
}

function compareReport(truth: Truth, report: Line, cells: readonly Line[], score: Score): void {
  const facts = { issuer: truth.issuer, title: truth.title, year: String(truth.year), template: truth.template, division_code: truth.division_code };
  for (const [name, expected] of Object.entries(facts)) {
    const found = name === 'title' ? (report[name] ?? '').replace(/\s+/g, '') : report[name] ?? '';
    if (found !== expected) score.mismatches.push(`${name}: ${shown(expected)}, dataset ${shown(found)}`);
  }
  for (const label of truth.extra) {
    if (cells.length > 0 && !cells.some((cell) => (cell['row'] ?? '').startsWith('extra.') && (cell['row'] ?? '').replace(/\s+/g, '').includes(label))) {
      score.mismatches.push(`extra row ${label} is not in cells.csv`);
    }
  }
}

const [setFolder, dataFolder] = process.argv.slice(2);
if (setFolder === undefined || dataFolder === undefined) throw new Error('usage: compare.ts SETDIR DATASETDIR');
const table = (name: string): Promise<Line[]> => linesOf(join(dataFolder, `${name}.csv`));
const [reports, requests, proceedings, disclosure, cells] = await Promise.all(['reports', 'requests', 'proceedings', 'disclosure', 'cells'].map(table));
const ofReport = (lines: readonly Line[] | undefined, id: string): Line[] => (lines ?? []).filter((line) => line['report_id'] === id);

const scores = new Map<string, Score>();
for (const file of (await readdir(setFolder)).filter((each) => each.endsWith('.truth.json')).sort()) {
  const name = file.slice(0, -'.truth.json'.length);
  const truth = JSON.parse(await readFile(join(setFolder, file), 'utf8')) as Truth;
  const score: Score = { right: 0, marked: 0, wrong: [], mismatches: [] };
  const found = (reports ?? []).filter((report) => (report['file'] ?? '').replace(/\.[a-z]+$/, '') === name);
  if (found.length !== 1) score.mismatches.push(`${found.length} reports instead of one`);
  const id = found[0]?.['report_id'] ?? '';
  compareTable('requests', truth.requests, ofReport(requests, id), score);
  compareTable('proceedings', truth.proceedings, ofReport(proceedings, id), score);
  compareTable('disclosure', truth.disclosure, ofReport(disclosure, id), score);
  compareUnits(truth, ofReport(disclosure, id), score);
  if (found[0]) compareReport(truth, found[0], ofReport(cells, id), score);
  scores.set(name, score);
}

const total = { right: 0, marked: 0, wrong: 0, mismatches: 0, clean: 0 };
for (const [name, score] of scores) {
  console.log(`${name}: ${score.right} right, ${score.marked} marked, ${score.wrong.length} SILENTLY WRONG, ${score.mismatches.length} mismatches`);
  for (const text of score.wrong) console.log(`  WRONG ${text}`);
  for (const text of score.mismatches) console.log(`  ${text}`);
  total.right += score.right;
  total.marked += score.marked;
  total.wrong += score.wrong.length;
  total.mismatches += score.mismatches.length;
  if (score.marked + score.wrong.length + score.mismatches.length === 0) total.clean += 1;
}
console.log(`${scores.size} documents, ${total.clean} of them without a fault: ${total.right} right, ${total.marked} marked, ${total.wrong} SILENTLY WRONG, ${total.mismatches} mismatches`);
if (total.wrong > 0) process.exitCode = 1;
