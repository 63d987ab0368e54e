import { readFileSync } from 'node:fs';
import { defaultPipelineFolder, loadPipeline } from '../../src/pipeline/load-pipeline.js';
import { runDocument } from '../../src/pipeline/run-document.js';
import { readBare } from './peer-pdfjs.js';

// One side of the comparison, in a process of its own:  measured.ts pdfjs|gongkai ROUNDS FILE…
// Prints the pages, the CPU seconds after a first round that is not counted, and the memory at a fifth of the way and at the end.
const [side = '', rounds = '1', ...files] = process.argv.slice(2);
const pipeline = await loadPipeline(defaultPipelineFolder());

async function readAll(): Promise<number> {
  let pages = 0;
  for (const file of files) {
    pages += side === 'pdfjs' ? await readBare(file) : (await runDocument(readFileSync(file), { path: file, file, sha256: '' }, pipeline)).pages;
  }
  return pages;
}

await readAll();
const before = process.cpuUsage();
let pages = 0;
let early = 0;
for (let round = 0; round < Number(rounds); round++) {
  pages += await readAll();
  if (round === Math.floor(Number(rounds) / 5)) early = process.memoryUsage.rss();
}
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ pages, seconds: (user + system) / 1e6, early, late: process.memoryUsage.rss() }));
