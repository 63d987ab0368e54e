import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { defaultPipelineFolder, loadPipeline } from '../../src/pipeline/load-pipeline.js';
import { readScans } from '../../src/pipeline/read-scans.js';
import { KeptReaders } from '../../src/pipeline/scan-readers.js';
import { read } from '../../src/read/readers.js';

/**
 * `npm run bench:long-scan [-- FILE [PAGES]]`: reads the pages of a scan again and
 * again as those of one of so many pages (200), in one process with the same
 * readers, and prints the memory that it holds (resident set, megabytes) and the CPU
 * seconds a page as it goes on. What stays level over the pages does not grow.
 */
const [file = path.join(import.meta.dirname, '..', 'scans', 'rubbish-text-200.pdf'), count = '200'] = process.argv.slice(2);
const wanted = Number(count);
const pipeline = await loadPipeline(defaultPipelineFolder());
const readers = new KeptReaders();
await readers.open();
const bytes = new Uint8Array(await readFile(file));
const { document } = await read(bytes, { pages: 1000 });
const pages = Array.from({ length: wanted }, (_, i) => ({ page: document.pages[i % document.pages.length], number: i + 1 })).flatMap(({ page, number }) => (page ? [{ ...page, number }] : []));
const { pictures } = document;
if (!pictures) throw new Error(`${file} has no pictures of pages`);
const told = new Set([1, 20, 60, 100, 150, wanted]);
let before = process.cpuUsage();
let last = 0;
const pictureOf = (page: number): ReturnType<typeof pictures.pictureOf> => pictures.pictureOf(((page - 1) % document.pages.length) + 1);
console.log('| page | resident MB | CPU s a page |\n| ---: | ---: | ---: |');
await readScans({ ...document, pageCount: wanted, pages, pictures: { ...pictures, pictureOf, close: () => pictures.close() } }, { likeLabel: pipeline.likeLabel, units: pipeline.labels.rules.units }, readers.open, (page) => {
  if (!told.has(page)) return;
  const { user, system } = process.cpuUsage(before);
  console.log(`| ${String(page)} | ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} | ${((user + system) / 1e6 / (page - last)).toFixed(1)} |`);
  [before, last] = [process.cpuUsage(), page];
});
await pictures.close();
process.exit(0);
