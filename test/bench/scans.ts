import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Truth } from '../make/truth-file.js';
import { heldAgainst, type Held } from '../make/scans/held-against.js';
import type { DocumentResult } from '../../src/model/report.js';
import { oneCore } from '../../src/batch/reader-process.js';
import { read } from '../../src/read/readers.js';

/**
 * `npm run bench:scans [-- FOLDER]`: the scans of a folder with their truth
 * (as `test/make/scans/make-scans.ts` writes them; without one, test/scans),
 * each in a process of its own, set up as those of a run are. For each document
 * how its values were read, and what a page took: CPU seconds, in a process that
 * begins and in one that goes on, and the most memory at once. Beside it
 * `tesseract` on the same page pictures in the same run, where it and
 * GNU time are installed: it only reads text, and knows of no tables.
 */
const folder = process.argv[2] ?? path.join(import.meta.dirname, '..', 'scans');

/** What one process took. */
interface Cost { readonly seconds: number; readonly megabytes: number }
export interface Measured extends Cost { readonly first: number; readonly result: Pick<DocumentResult, 'reports' | 'outcome'>; readonly pages: number }

const gnuTime = '/usr/bin/time';
const hasTesseract = existsSync(gnuTime) && spawnSync('tesseract', ['--version']).error === undefined;
const language = hasTesseract && execFileSync('tesseract', ['--list-langs'], { encoding: 'utf8' }).includes('chi_sim') ? 'chi_sim' : 'eng';

/** Reads a document in a process of its own. */
function own(file: string): Measured {
  const script = path.join(import.meta.dirname, 'measured-scan.ts');
  return JSON.parse(execFileSync(process.execPath, [...oneCore, '--import', 'tsx', script, file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1e9 })) as Measured;
}

/** What tesseract takes for the pictures of a document's pages, on one thread. */
async function peer(file: string): Promise<Cost> {
  const { document } = await read(new Uint8Array(await readFile(file)), { pages: 1000 });
  const work = await mkdtemp(path.join(tmpdir(), 'bench-scans-'));
  try {
    const costs: Cost[] = [];
    for (const { number } of document.pages) {
      const picture = await document.pictures?.pictureOf(number);
      if (!picture) continue;
      const { width, height, pixels, dpi } = picture.all;
      const page = path.join(work, `${String(number)}.pgm`);
      await writeFile(page, Buffer.concat([Buffer.from(`P5\n${String(width)} ${String(height)}\n255\n`, 'latin1'), pixels]));
      const { stderr } = spawnSync(gnuTime, ['-f', '%U %S %M', 'tesseract', page, '-', '-l', language, '--psm', '11', '--dpi', String(Math.round(dpi))], { encoding: 'utf8', env: { ...process.env, OMP_THREAD_LIMIT: '1' } });
      const [user = 0, system = 0, kilobytes = 0] = (stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
      costs.push({ seconds: user + system, megabytes: kilobytes / 1024 });
    }
    return { seconds: costs.reduce((sum, c) => sum + c.seconds, 0), megabytes: Math.max(0, ...costs.map((c) => c.megabytes)) };
  } finally {
    await document.pictures?.close();
    await rm(work, { recursive: true });
  }
}

const columns = ['pages', 'right', 'suspect', 'missing', 'silently wrong', 'phantom', 'wrongly repaired', 'CPU s a page: beginning', 'going on', 'MB', ...(hasTesseract ? ['tesseract: CPU s a page', 'MB'] : [])];
const row = (name: string, cells: readonly (string | number)[]): void => console.log(`| ${[name, ...cells].join(' | ')} |`);
row('document', columns);
row('---', columns.map(() => '---:'));

const all: { held: readonly Held[]; pages: number; first: number; mine: Cost; theirs: Cost | null }[] = [];
const cellsOf = (some: typeof all): (string | number)[] => {
  const held = some.flatMap((s) => s.held);
  const pages = some.reduce((sum, s) => sum + s.pages, 0);
  const count = (...verdicts: readonly Held['verdict'][]): number => held.filter((h) => verdicts.includes(h.verdict)).length;
  const each = (seconds: readonly number[]): string => (seconds.reduce((sum, s) => sum + s, 0) / Math.max(1, pages)).toFixed(1);
  const cost = (costs: readonly Cost[]): string[] => [each(costs.map((c) => c.seconds)), Math.max(0, ...costs.map((c) => c.megabytes)).toFixed(0)];
  return [pages, count('right'), count('suspect', 'false-alarm'), count('missing'), count('wrong', 'wrongly-repaired'), held.filter((h) => h.kind === 'phantom').length, count('wrongly-repaired'), each(some.map((s) => s.first)), ...cost(some.map((s) => s.mine)), ...(hasTesseract ? cost(some.flatMap((s) => s.theirs ?? [])) : [])];
};
for (const truthFile of (await readdir(folder)).filter((f) => f.endsWith('.truth.json')).sort()) {
  const name = truthFile.replace(/\.truth\.json$/, '');
  const { file } = JSON.parse(await readFile(path.join(folder, `${name}.scan.json`), 'utf8')) as { file: string };
  const truth = JSON.parse(await readFile(path.join(folder, truthFile), 'utf8')) as Truth;
  const { result, pages, first, ...mine } = own(path.join(folder, file));
  all.push({ held: heldAgainst(truth, result), pages, first, mine, theirs: hasTesseract ? await peer(path.join(folder, file)) : null });
  row(name, cellsOf(all.slice(-1)));
}
row(`**${String(all.length)} documents**`, cellsOf(all));
