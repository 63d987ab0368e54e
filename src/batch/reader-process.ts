import { fork, type ChildProcess } from 'node:child_process';
import pidusage from 'pidusage';
import { StopRun } from '../model/errors.js';
import { isReaderMessage, type DocumentOrder, type PagesRead, type ReadOrder, type ReaderMessage } from './protocol.js';

export interface ReaderModule {
  /** The module that runs in the child process. */
  readonly path: string;
  readonly arguments: readonly string[];
  /** For node itself, such as a loader. */
  readonly nodeArguments: readonly string[];
}

export interface Limits {
  /** Wall clock for one document… */
  readonly seconds: number;
  /** …and for each page of it that is read from its picture, counted from the page before: a long scan may go on as long as it gets on. */
  readonly scannedPageSeconds?: number;
  /** Resident memory of the process that reads it. */
  readonly megabytes: number;
}

/** How the reading of one document ended. After anything but a result the process is gone. */
export type Reading<Result> =
  | { readonly kind: 'result'; readonly document: Result; readonly resident: number }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'out-of-memory' }
  | { readonly kind: 'crashed'; readonly reason: string };

const MEGABYTE = 1024 * 1024;
/** There are as many processes as cores: threads of V8 beside its own would only compete for them. On scans they took a tenth of all CPU time. */
export const oneCore = ['--v8-pool-size=1', '--single-threaded-gc'];
/** Milliseconds between two looks at the memory of a process. */
const LOOK_EVERY = 200;
/** Time that a process may take until it can begin. */
const START_SECONDS = 120;
const HEAP_EXHAUSTED = /heap out of memory|Array buffer allocation failed/;

/** A child process that reads one document after the other, and may be killed at any time. */
export class ReaderProcess<Result> {
  readonly #child: ChildProcess;
  readonly #limits: Limits;
  readonly #closed: Promise<void>;
  #said = '';
  #hears: (message: ReaderMessage<Result>) => void = () => undefined;
  #dies: (reason: string) => void = () => undefined;
  #dead: string | null = null;
  documents = 0;

  constructor(module: ReaderModule, limits: Limits) {
    this.#limits = limits;
    const execArgv = [...module.nodeArguments, ...oneCore, `--max-old-space-size=${Math.ceil(limits.megabytes)}`];
    this.#child = fork(module.path, [...module.arguments], { execArgv, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#said = (this.#said + text).slice(-4000);
    });
    this.#child.on('message', (message) => {
      if (isReaderMessage<Result>(message)) this.#hears(message);
    });
    this.#closed = new Promise((done) => {
      this.#child.once('close', (code, signal) => {
        this.#end(signal === null ? `exit code ${code ?? 'unknown'}` : `signal ${signal}`);
        done();
      });
      this.#child.on('error', (error) => {
        this.#end(error.message);
        if (this.#child.pid === undefined) done();
      });
    });
  }

  /** Resolves when the process can begin, or with the reason why it can't. */
  async start(): Promise<string | null> {
    const ended = await this.#until(START_SECONDS, (hear) => {
      this.#hears = (message) => {
        if (message.kind === 'ready') hear(null);
      };
    });
    if (ended === null) return null;
    await this.kill();
    return ended === 'timeout' ? `not ready after ${START_SECONDS} s` : ended;
  }

  /** @throws StopRun where the process says that the run can't go on */
  async read(order: DocumentOrder, onPage?: (read: PagesRead) => void): Promise<Reading<Result>> {
    this.documents++;
    const answers: Exclude<ReaderMessage<Result>, { kind: 'ready' | 'page' }>[] = [];
    const ended = await this.#until(this.#limits.seconds, (hear, goOn) => {
      this.#hears = (message) => {
        if (message.kind === 'ready') return;
        if (message.kind === 'page') {
          goOn(this.#limits.scannedPageSeconds ?? 0);
          onPage?.(message);
          return;
        }
        answers.push(message);
        hear(null);
      };
      // A process that is gone is heard of by its end, not by the message that does not reach it.
      this.#child.send({ kind: 'read', ...order } satisfies ReadOrder, () => undefined);
      void this.#watchMemory(hear);
    });
    const [answer] = answers;
    if (answer?.kind === 'stop') throw new StopRun(answer.exitCode, answer.message, answer.hint);
    if (answer !== undefined) return answer;
    await this.kill();
    if (ended === 'timeout') return { kind: 'timeout' };
    if (ended === 'out-of-memory' || HEAP_EXHAUSTED.test(this.#said)) return { kind: 'out-of-memory' };
    return { kind: 'crashed', reason: ended ?? 'unknown' };
  }

  /** What the process last said on its standard error. */
  get lastWords(): string {
    return this.#said.trim();
  }

  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#closed;
  }

  /** Waits for what `begin` has to tell, for the end of the process, or for the clock: null, the reason, or `timeout`. `goOn` gives it so many seconds from now, if that is longer than it has. */
  async #until(seconds: number, begin: (hear: (ended: string | null) => void, goOn: (seconds: number) => void) => void): Promise<string | null> {
    let clock: NodeJS.Timeout | undefined;
    let end = 0;
    try {
      return await new Promise<string | null>((done) => {
        if (this.#dead !== null) {
          done(this.#dead);
          return;
        }
        this.#dies = done;
        const goOn = (more: number): void => {
          const then = performance.now() + more * 1000;
          if (then <= end) return;
          end = then;
          clearTimeout(clock);
          clock = setTimeout(() => done('timeout'), more * 1000);
        };
        goOn(seconds);
        begin(done, goOn);
      });
    } finally {
      clearTimeout(clock);
      this.#hears = this.#dies = () => undefined;
    }
  }

  /** Looks at the process's memory until the document at hand is done. */
  async #watchMemory(hear: (ended: string) => void): Promise<void> {
    const document = this.documents;
    const listening = this.#hears;
    while (this.#dead === null && this.documents === document && this.#hears === listening) {
      if ((await residentMemory(this.#child.pid)) > this.#limits.megabytes * MEGABYTE) {
        if (this.#hears === listening) hear('out-of-memory');
        return;
      }
      await new Promise((done) => setTimeout(done, LOOK_EVERY).unref());
    }
  }

  #end(reason: string): void {
    this.#dead ??= reason;
    this.#dies(reason);
  }
}

/** Bytes; 0 where the process is gone. */
async function residentMemory(pid: number | undefined): Promise<number> {
  if (pid === undefined) return 0;
  try {
    // What is known of a process is forgotten soon, so that its number may go to another.
    return (await pidusage(pid, { maxage: 1000 })).memory;
  } catch {
    return 0;
  }
}
