import { createCipheriv, createHash } from 'node:crypto';
import { bytesOf, decryption } from '../../../../src/read/pdf/salvage/encryption.js';
import { Literal, parseValue, type Dictionary } from '../../../../src/read/pdf/salvage/syntax.js';

const sha256 = (data: Uint8Array): Buffer => createHash('sha256').update(data).digest();
const key = sha256(Buffer.from('any key'));
const [proofSalt, keySalt] = [Buffer.from('saltsalt'), Buffer.from('pepperpe')];
const wrapped = createCipheriv('aes-256-cbc', sha256(keySalt), Buffer.alloc(16)).setAutoPadding(false).update(key);

/** AES of 256 bits with an empty user's password (revision 5). */
function dictionary(user: Buffer): Dictionary {
  const text = `<</Filter/Standard/V 5/R 5/StmF/StdCF/CF<</StdCF<</CFM/AESV3>>>>/U<${user.toString('hex')}>/UE<${wrapped.toString('hex')}>>>`;
  return parseValue(text, 0).value as Dictionary;
}

describe('a stream that is encrypted with AES', () => {
  const start = Buffer.alloc(16, 7);
  const plain = Buffer.from('BT /F1 20 Tf 100 200 Td (11) Tj ET');
  const cipher = createCipheriv('aes-256-cbc', key, start);
  const data = Buffer.concat([start, cipher.update(plain), cipher.final()]);

  it('is looked into where the password is empty', () => {
    const decrypt = decryption(dictionary(Buffer.concat([sha256(proofSalt), proofSalt, keySalt])), undefined);
    expect(Buffer.from(decrypt?.(5, 0, data) ?? []).subarray(0, plain.length)).toEqual(plain);
  });

  it('is not where it is another', () => {
    expect(decryption(dictionary(Buffer.concat([sha256(key), proofSalt, keySalt])), undefined)).toBeNull();
  });
});

describe('the bytes of a string', () => {
  it.each([
    ['(a\\(b\\)\\\\)', 'a(b)\\'],
    ['(\\101\\7x\\n\\\r\ny)', 'A\u0007x\ny'],
    ['(a\r\nb)', 'a\nb'],
    ['<41 4\n2 5>', 'ABP'],
  ])('are those that it stands for: %j', (source, expected) => {
    expect(bytesOf(new Literal(source)).toString('latin1')).toBe(expected);
  });
});
