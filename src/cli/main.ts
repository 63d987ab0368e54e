#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { availableParallelism, hostname } from 'node:os';
import { extname } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { chromiumAt, openBrowser } from '../acquire/crawl/browser.js';
import { webClient } from '../acquire/client/client.js';
import { systemClock } from '../acquire/client/clock.js';
import { interruptionOf } from './interruption.js';
import { loadedFetching, loadedPipeline, loadedSources, loadedTablesPipeline, loadedTimetable } from './loaded-pipeline.js';
import { program } from './program.js';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
const workerNamed = (name: string): string => fileURLToPath(new URL(`../batch/${name}${extname(import.meta.url)}`, import.meta.url));

// A reader that has seen enough, as `| head`, is no failure; data that could not be written is one.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return;
  process.exitCode = 5;
  process.stderr.write(`gongkai: Can't write to standard output: ${error.message}\n`);
});
process.stderr.on('error', () => undefined);

const exitCode = await program(process.argv.slice(2), {
  version,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  terminal: process.stderr.isTTY ? process.stderr : null,
  now: () => new Date(),
  holder: { pid: process.pid, host: hostname() },
  cores: availableParallelism(),
  signal: interruptionOf(process),
  pipelineIn: loadedPipeline,
  readerFor: (pipeline) => ({ path: workerNamed('worker'), arguments: [pipeline.folder], nodeArguments: process.execArgv }),
  tablesPipelineIn: loadedTablesPipeline,
  tablesReaderFor: (pipeline, work) => ({ path: workerNamed('tables-worker'), arguments: [pipeline.folder, JSON.stringify(work)], nodeArguments: process.execArgv }),
  input: () => buffer(process.stdin),
  fetchingIn: loadedFetching,
  clientOf: webClient,
  sourcesIn: loadedSources,
  timetableIn: loadedTimetable,
  sleep: (duration, signal) => systemClock.sleep(duration, signal),
  chromium: (named) => chromiumAt(named, process.env.PATH ?? ''),
  browserOf: (chromium, client) => openBrowser(chromium, client, Date.now),
});
process.exitCode ??= exitCode;
