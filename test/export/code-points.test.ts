import fc from 'fast-check';
import { byCodePoint } from '../../src/export/code-points.js';

describe('the order of rows', () => {
  it('is that of code points: a rare character stands behind every common one', () => {
    expect(['𠮷镇', '～镇', '漷县镇', ''].sort(byCodePoint)).toEqual(['', '漷县镇', '～镇', '𠮷镇']);
  });

  it('is what comparing the code points one by one gives', () => {
    const slow = (a: string, b: string): number => {
      const [left, right] = [Array.from(a, (c) => c.codePointAt(0) ?? 0), Array.from(b, (c) => c.codePointAt(0) ?? 0)];
      const at = left.findIndex((point, index) => point !== right[index]);
      return at < 0 ? left.length - right.length : (left[at] ?? 0) - (right[at] ?? -1);
    };
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => Math.sign(byCodePoint(a, b)) === Math.sign(slow(a, b))));
  });
});
