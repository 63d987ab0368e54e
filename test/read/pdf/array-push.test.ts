import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { openPdf } from '../../../src/read/pdf/open.js';

test('Opening a PDF leaves the lists of the whole program as quick as they were', async () => {
  const { document } = await openPdf(new Uint8Array(await readFile(path.join(import.meta.dirname, '..', '..', 'scans', 'grey-200.pdf'))));
  await document.loadingTask.destroy();
  expect(Function.prototype.toString.call(Array.prototype.push)).toContain('[native code]');
});
