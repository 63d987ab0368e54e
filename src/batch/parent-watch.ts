import { Worker } from 'node:worker_threads';

/** Looks for the parent once a second; runs in a thread of its own, since a parse that never ends leaves no room for it in this one. */
const WATCH = `
const { workerData } = require('node:worker_threads');
setInterval(() => { if (process.ppid !== workerData) process.kill(process.pid, 'SIGKILL'); }, 1000);
`;

/** Ends this process when its parent is gone, however busy it is. An interrupt is for the parent to deal with. */
export function watchParent(): void {
  process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => undefined);
  new Worker(WATCH, { eval: true, workerData: process.ppid, execArgv: [], stdout: true, stderr: true }).unref();
}
