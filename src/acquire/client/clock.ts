/** Time, as the client needs it; a test brings its own. All durations are milliseconds. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Resolves when the time is over; rejects with the signal's reason when that comes first. */
  sleep(duration: number, signal: AbortSignal): Promise<void>;
  /** Runs `action` when the time is over, unless the function that is returned is called before. */
  after(duration: number, action: () => void): () => void;
}

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (duration, signal) =>
    new Promise((resolve, reject) => {
      const stopped = (): void => {
        clearTimeout(timer);
        reject(signal.reason as Error);
      };
      const timer = setTimeout(() => {
        signal.removeEventListener('abort', stopped);
        resolve();
      }, duration);
      if (signal.aborted) stopped();
      else signal.addEventListener('abort', stopped, { once: true });
    }),
  after: (duration, action) => {
    const timer = setTimeout(action, duration);
    return () => clearTimeout(timer);
  },
};
