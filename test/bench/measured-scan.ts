import { readFile } from 'node:fs/promises';
import { defaultPipelineFolder, loadPipeline } from '../../src/pipeline/load-pipeline.js';
import { runDocument } from '../../src/pipeline/run-document.js';
import { KeptReaders } from '../../src/pipeline/scan-readers.js';
import type { Measured } from './scans.js';

// One scan, in a process of its own:  measured-scan.ts FILE
// Prints what was read, the pages, the CPU seconds without those of opening the readers (of a process that begins, and of one that goes on: V8 compiles while it reads), and the most memory at once.
const [file = ''] = process.argv.slice(2);
const pipeline = await loadPipeline(defaultPipelineFolder());
const readers = new KeptReaders();
await readers.open();
const bytes = await readFile(file);
const once = (): ReturnType<typeof runDocument> => runDocument(new Uint8Array(bytes), { path: file, file, sha256: '' }, pipeline, readers.open);
const since = (before?: NodeJS.CpuUsage): number => (({ user, system }) => (user + system) / 1e6)(process.cpuUsage(before));
const before = process.cpuUsage();
const { reports, outcome, pages } = await once();
const first = since(before);
const between = process.cpuUsage();
await once();
const measured: Measured = { result: { reports, outcome }, pages, first, seconds: since(between), megabytes: process.resourceUsage().maxRSS / 1024 };
process.stdout.write(JSON.stringify(measured), () => process.exit(0));
