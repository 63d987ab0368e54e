import { constants, deflateSync } from 'node:zlib';
import { Inflater } from '../../../../src/read/pdf/salvage/inflate.js';

const plain = Buffer.from(Array.from({ length: 4000 }, (_, i) => `${i * i} Td `).join(''));
const deflated = deflateSync(plain);

describe('a deflated stream', () => {
  it('is whole with its checksum, whatever stands behind it', () => {
    expect(new Inflater().inflate(Buffer.concat([deflated, Buffer.from('\r\nendstream')]))).toEqual({ bytes: plain, state: 'whole' });
  });

  it('that is cut gives its beginning', () => {
    const { bytes, state } = new Inflater().inflate(deflated.subarray(0, deflated.length / 2));
    expect(state).toBe('short');
    expect(bytes.length).toBeGreaterThan(plain.length / 4);
    expect(plain.subarray(0, bytes.length).equals(bytes)).toBe(true);
  });

  it('without its checksum, or flushed and never ended, is not sealed', () => {
    expect(new Inflater().inflate(deflated.subarray(0, -4))).toEqual({ bytes: plain, state: 'unsealed' });
    const flushed = deflateSync(plain, { finishFlush: constants.Z_SYNC_FLUSH });
    expect(new Inflater().inflate(Buffer.concat([flushed, Buffer.from('\r\n')]))).toEqual({ bytes: plain, state: 'unsealed' });
  });

  it('that goes astray on zeros and never ends is short, and never taken for one that a program did not seal', () => {
    // Zeros are a literal of the fixed code, over and over.
    const astray = Buffer.concat([deflateSync(plain.subarray(0, 200), { strategy: constants.Z_FIXED }).subarray(0, 100), Buffer.alloc(64)]);
    expect(new Inflater().inflate(astray).state).not.toBe('unsealed');
  });

  it('that was changed is broken', () => {
    const changed = Buffer.from(deflated);
    const middle = deflated.length >> 1;
    changed[middle] = (changed[middle] ?? 0) ^ 16;
    expect(new Inflater().inflate(changed).state).not.toBe('whole');
  });

  it('is given up where all of them together inflate to too much', () => {
    const inflater = new Inflater();
    const bomb = deflateSync(Buffer.alloc(100 * 1024 * 1024));
    const states = Array.from({ length: 7 }, () => inflater.inflate(bomb).state);
    expect(states).toEqual(['whole', 'whole', 'whole', 'whole', 'whole', 'too large', 'too large']);
  });
});
