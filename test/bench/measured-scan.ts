import { readFile } from 'node:fs/promises';
import { defaultPipelineFolder, loadPipeline } from '../../src/pipeline/load-pipeline.js';
import { runDocument } from '../../src/pipeline/run-document.js';
import { KeptReaders } from '../../src/pipeline/scan-readers.js';
import type { Measured } from './scans.js';

// One scan, in a process of its own:  measured-scan.ts FILE
// Prints what was read, the pages, the CPU seconds without those of opening the readers, and the most memory at once.
const [file = ''] = process.argv.slice(2);
const pipeline = await loadPipeline(defaultPipelineFolder());
const readers = new KeptReaders();
await readers.open();
const before = process.cpuUsage();
const { reports, outcome, pages } = await runDocument(new Uint8Array(await readFile(file)), { path: file, file, sha256: '' }, pipeline, readers.open);
const { user, system } = process.cpuUsage(before);
const measured: Measured = { result: { reports, outcome }, pages, seconds: (user + system) / 1e6, megabytes: process.resourceUsage().maxRSS / 1024 };
process.stdout.write(JSON.stringify(measured), () => process.exit(0));
