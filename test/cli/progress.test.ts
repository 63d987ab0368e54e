import { Writable } from 'node:stream';
import type { Progress } from '../../src/batch/run-batch.js';
import { progressLine } from '../../src/cli/progress.js';

function drawn(progress: Progress): string {
  let text = '';
  const write = (chunk: Buffer, _: string, done: () => void): void => {
    text += chunk.toString();
    done();
  };
  const line = progressLine(Object.assign(new Writable({ write }), { isTTY: true, columns: 120 }));
  line.show(progress);
  line.end();
  return text;
}

describe('the progress line of a run', () => {
  it('says which page of a scan was read last', () => {
    expect(drawn({ documents: 3, done: 1, resumed: 0, last: 'archive/b.pdf', scan: { page: 17, pages: 200 } })).toContain('b.pdf, scanned page 17 of 200');
  });

  it('says nothing of pages where a document was done', () => {
    expect(drawn({ documents: 3, done: 2, resumed: 0, last: 'archive/b.pdf' })).not.toContain('page');
  });
});
