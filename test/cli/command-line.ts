import { join } from 'node:path';
import { webClient } from '../../src/acquire/client/client.js';
import { loadedFetching, loadedSources, loadedTimetable } from '../../src/cli/loaded-pipeline.js';
import { program } from '../../src/cli/program.js';
import type { Surroundings } from '../../src/cli/surroundings.js';
import { StopRun } from '../../src/model/errors.js';
import { loopback, TestClock } from '../acquire/client/client.js';
import { fault } from '../batch/folder.js';
import { settings } from '../export/documents.js';

/** Runs a command line with the reader that does what its documents tell it, and gives all that it says. */
export async function gongkai(folder: string, args: readonly string[], changes: Partial<Surroundings> = {}) {
  const said = { out: '', err: '' };
  const code = await program(args, {
    version: '0.1.0',
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
    terminal: null,
    now: () => new Date('2026-11-23T00:00:00Z'),
    holder: { pid: process.pid, host: 'here' },
    cores: 2,
    signal: new AbortController().signal,
    pipelineIn: () => Promise.resolve({ folder: join(folder, 'in'), name: 'ogi-annual-report', version: '7', limits: { seconds: 60, megabytes: 400 }, order: settings.order, labels: [], panel: settings.panel }),
    readerFor: () => ({ path: fault('reader.mjs'), arguments: [], nodeArguments: [] }),
    tablesPipelineIn: () => Promise.resolve({ folder: join(folder, 'in'), name: 'tables', version: '3', limits: { seconds: 60, megabytes: 400 } }),
    tablesReaderFor: () => ({ path: fault('reader.mjs'), arguments: [], nodeArguments: [] }),
    input: () => Promise.resolve(new Uint8Array()),
    fetchingIn: (pipeline) => loadedFetching(pipeline),
    clientOf: (options) => webClient({ ...options, clock: new TestClock(), lookup: loopback, random: () => 0.5 }),
    sourcesIn: (pipeline) => loadedSources(pipeline),
    timetableIn: (pipeline) => loadedTimetable(pipeline),
    sleep: () => Promise.reject(new Error('no time passes in tests')),
    chromium: () => Promise.reject(new StopRun(6, 'No Chromium is installed')),
    browserOf: () => Promise.reject(new Error('no browser in tests')),
    ...changes,
  });
  return { code, ...said };
}
