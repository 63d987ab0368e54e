import type { EventEmitter } from 'node:events';

/** Exit codes of a run that was told to stop. */
const CODES = { SIGINT: 130, SIGTERM: 143 } as const;

/** The exit code of a command that was told to stop; undefined where it was not. */
export function stoppedWith(signal: AbortSignal): 130 | 143 | undefined {
  const reason: unknown = signal.aborted ? signal.reason : undefined;
  return reason === 130 || reason === 143 ? reason : undefined;
}

/** Aborted, with the exit code as its reason, by the first signal to stop; a second one ends the process at once. */
export function interruptionOf(signals: Pick<EventEmitter, 'once'>): AbortSignal {
  const interruption = new AbortController();
  for (const [name, code] of Object.entries(CODES)) signals.once(name, () => interruption.abort(code));
  return interruption.signal;
}
