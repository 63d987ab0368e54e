import { isProgram } from '../../../../src/read/pdf/salvage/content-program.js';

const program = 'q 0.75 w 71.65 769.489 m 523.7 769 l S Q /Span <</ActualText<FEFF>/MCID 0>> BDC BT /F1 12 Tf 1 0 0 1 10 20 Tm (a\\)\xff(b)) Tj [(1)-20.5<0a>]TJ<0a>Tj T* ET EMC\n';
const picture = 'BI /W 2 /H 1 /BPC 8 /CS /G ID \x00\xff EI Q\n';

describe('a content stream', () => {
  it.each(['', '% a note\n', program, `q ${picture}`, 'BX 1 2 zz EX', '[] 0 d /P scn 1 0 0 sc'])('reads as operators with their operands: %j', (text) => {
    expect(isProgram(text)).toBe(true);
  });

  it.each([
    ['other bytes in it', program.replace('71.65 769', '71.6\x88\xf0\xb0')],
    ['the beginning of another word', program.replace('523.7 769 l', '523.769 l')],
    ['an operator that there is not', program.replace(' Tf', ' Tg')],
    ['an end in a string', program.slice(0, program.indexOf('(b)'))],
    ['an end between operand and operator', program.slice(0, program.indexOf(' w'))],
    ['a picture without an end', 'q BI /W 2 ID \x00\xff'],
  ])('does not with %s', (_, text) => {
    expect(isProgram(text)).toBe(false);
  });
});
