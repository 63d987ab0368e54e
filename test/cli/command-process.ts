import { spawn, type ChildProcess } from 'node:child_process';
import { builtCommand } from '../built-program.js';

/** What a process of the command came to. */
export interface Ended {
  /** Null where it was killed. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The command as it is delivered, in a process of its own. */
export interface CommandProcess {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

export function started(args: readonly string[]): CommandProcess {
  const child = spawn(process.execPath, [builtCommand, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  child.stdout.on('data', (data: Buffer) => void (out += data.toString()));
  child.stderr.on('data', (data: Buffer) => void (err += data.toString()));
  return { child, ended: new Promise((done) => child.once('close', (code) => done({ code, out, err }))) };
}
