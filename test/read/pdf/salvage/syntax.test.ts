import { Literal, Name, parseValue, Reference, written } from '../../../../src/read/pdf/salvage/syntax.js';

const value = (text: string): unknown => parseValue(text, 0).value;

describe('an object of a PDF', () => {
  it.each([
    ['/A#20b ', new Name('A b')],
    ['12 0 R', new Reference(12, 0)],
    ['12 0 RG ', 12],
    ['-.5 ', -0.5],
    ['(a (b) \\) c)', new Literal('(a (b) \\) c)')],
    ['<0aF>', new Literal('<0aF>')],
    ['% note\n[1 2 0 R null true]', [1, new Reference(2, 0), null, true]],
    ['<</A/B/C<</D 1>>>>', new Map<string, unknown>([['A', new Name('B')], ['C', new Map([['D', 1]])]])],
  ])('is read: %s', (text, expected) => {
    expect(value(text)).toEqual(expected);
  });

  it.each(['', '12', '/Na', '(open', '<</A 1', '[1 2', '<</A 1 2>>', 'obj', '['.repeat(100_000)])('is not read where it is cut or none: %.12s', (text) => {
    expect(value(text)).toBeUndefined();
  });

  it('is written so that it is read the same', () => {
    const text = '<</A#20b [1 -2.5 (x\\)) <0A> 3 0 R null]/E<</F true>>>>';
    expect(value(written(parseValue(text, 0).value ?? null))).toEqual(value(text));
  });
});
