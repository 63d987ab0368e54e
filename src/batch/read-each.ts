import pLimit from 'p-limit';
import { StopRun } from '../model/errors.js';
import type { Finding } from '../model/finding.js';
import { finding } from '../model/findings.js';
import { Pool } from './pool.js';
import type { Limits, ReaderModule, Reading } from './reader-process.js';

export interface ReadSettings {
  /** How many documents are read at a time. */
  readonly jobs: number;
  readonly limits: Limits;
  readonly reader: ReaderModule;
  /** Aborted with the exit code, 130 or 143, as its reason. */
  readonly signal: AbortSignal;
}

/**
 * Takes each document in its turn, some at a time, with a pool of processes to
 * read it in. Gives what `one` makes of them, in their order. The first failure
 * of `one` ends them all: it is not a document's.
 */
export async function readEach<Result, Done>(sources: readonly string[], settings: ReadSettings, one: (source: string, pool: Pool<Result>) => Promise<Done>): Promise<readonly Done[]> {
  const failure = new AbortController();
  const signal = AbortSignal.any([settings.signal, failure.signal]);
  const pool = new Pool<Result>({ reader: settings.reader, limits: settings.limits, signal });
  const read = async (source: string): Promise<Done> => {
    try {
      signal.throwIfAborted();
      return await one(source, pool);
    } catch (error) {
      failure.abort(error);
      throw error;
    }
  };
  try {
    const limit = pLimit(settings.jobs);
    const settled = await Promise.allSettled(sources.map((source) => limit(read, source)));
    failure.signal.throwIfAborted();
    return settled.flatMap((document) => (document.status === 'fulfilled' ? [document.value] : []));
  } finally {
    await pool.close();
  }
}

/** Why a document has no result: it went beyond a limit, or took its process with it twice. */
export function lossOf(reading: Exclude<Reading<never>, { kind: 'result' }>, limits: Limits): Finding {
  if (reading.kind === 'timeout') return finding('timeout', '', { seconds: limits.seconds });
  if (reading.kind === 'out-of-memory') return finding('out-of-memory', '', { megabytes: limits.megabytes });
  return finding('crashed', '', { reason: reading.reason });
}

/** The end of a run that was told to stop; null where it was not. `hint` says how it goes on. */
export function interruption(signal: AbortSignal, message: string, hint: string): StopRun | null {
  return signal.aborted && typeof signal.reason === 'number' ? new StopRun(signal.reason, message, hint) : null;
}
