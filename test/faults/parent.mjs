// A parent that says when its child is busy, and does nothing more.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const child = fork(fileURLToPath(new URL('busy-child.ts', import.meta.url)), [], { execArgv: ['--import', 'tsx'] });
child.on('message', (message) => console.log(message));
