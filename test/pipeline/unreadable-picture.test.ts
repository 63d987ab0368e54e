import sharp from 'sharp';
import type { ScanReaders } from '../../src/pipeline/scanned-numbers.js';
import { loadPipeline } from '../../src/pipeline/load-pipeline.js';
import { runDocument } from '../../src/pipeline/run-document.js';

const pipeline = await loadPipeline('pipelines/ogi-annual-report');
const nobody = (): Promise<ScanReaders> => Promise.reject(new Error('no reader should be asked'));

describe('a picture that is cut off', () => {
  it('is told by a finding, and no reader is asked', async () => {
    const whole = await sharp({ create: { width: 800, height: 1100, channels: 3, background: '#ffffff', noise: { type: 'gaussian', mean: 200, sigma: 30 } } }).png().toBuffer();
    const read = await runDocument(whole.subarray(0, whole.length / 3), { path: 'a.png', file: 'a.png', sha256: '' }, pipeline, nobody);
    expect(read).toMatchObject({ outcome: 'failed', reports: [] });
    expect(read.findings.map((f) => f.code)).toEqual(expect.arrayContaining([expect.stringMatching(/unreadable/)]));
  });
});
