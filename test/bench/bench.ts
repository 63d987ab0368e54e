import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';

/**
 * `npm run bench [FILE…]`: CPU time a page, as a ratio to bare pdf.js (text and
 * operator list) on the same files in the same run, the two in turn; the same
 * of `pdftotext -layout` where it is installed; and whether memory stays flat
 * over 500 documents. Reads the samples where no files are named.
 */
interface Measure {
  readonly pages: number;
  readonly seconds: number;
  readonly early: number;
  readonly late: number;
}

const samples = path.join(import.meta.dirname, '..', '..', 'samples');
const named = process.argv.slice(2);
const files = named.length > 0 ? named : readdirSync(samples).filter((f) => f.endsWith('.pdf')).map((f) => path.join(samples, f));
const turns = 5;
const documents = 500;

function measure(side: 'pdfjs' | 'gongkai', rounds: number): Measure {
  const script = path.join(import.meta.dirname, 'measured.ts');
  return JSON.parse(execFileSync(process.execPath, ['--import', 'tsx', script, side, String(rounds), ...files], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })) as Measure;
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
const spread = (values: readonly number[]): string => `${median(values).toFixed(2)} (${Math.min(...values).toFixed(2)} to ${Math.max(...values).toFixed(2)})`;
const aPage = (m: Measure): number => (1000 * m.seconds) / m.pages;

const rounds = Math.max(2, Math.ceil(30 / files.length));
const pairs = Array.from({ length: turns }, () => ({ peer: measure('pdfjs', rounds), own: measure('gongkai', rounds) }));
const pages = pairs[0]?.own.pages ?? 0;
console.log(`${files.length} files, ${pages} pages a turn, ${turns} turns; median (least to most)`);
console.log(`bare pdf.js, CPU ms a page       ${spread(pairs.map((p) => aPage(p.peer)))}`);
console.log(`gongkai, CPU ms a page           ${spread(pairs.map((p) => aPage(p.own)))}`);
console.log(`gongkai / bare pdf.js            ${spread(pairs.map((p) => aPage(p.own) / aPage(p.peer)))}`);

if (spawnSync('pdftotext', ['-v']).error === undefined) {
  const childSeconds = (): number => {
    const started = performance.now();
    for (const file of files) execFileSync('pdftotext', ['-layout', file, '-'], { stdio: ['ignore', 'ignore', 'ignore'] });
    return (performance.now() - started) / 1000;
  };
  const perPage = Array.from({ length: turns }, () => (1000 * childSeconds()) / (pages / rounds));
  console.log(`pdftotext -layout, wall ms a page ${spread(perPage)} (a process a file)`);
  console.log(`gongkai / pdftotext -layout      ${(median(pairs.map((p) => aPage(p.own))) / median(perPage)).toFixed(1)}`);
}

const long = measure('gongkai', Math.ceil(documents / files.length));
const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(0)} MB`;
console.log(`memory over ${documents} documents in one process: ${megabytes(long.early)} after a fifth, ${megabytes(long.late)} at the end`);
