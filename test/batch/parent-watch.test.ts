import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fault } from './folder.js';

// Processes start slowly on a busy machine.
import.meta.jest.setTimeout(60_000);

describe('a reader that is too busy to hear anything', () => {
  it('dies with its parent, even if that is killed', async () => {
    const parent = spawn(process.execPath, [fault('parent.mjs')], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(parent.stdout, 'data');
    // The child holds the other end of this pipe, too: it closes when both are gone.
    parent.kill('SIGKILL');
    await once(parent.stdout, 'close');
  });
});
