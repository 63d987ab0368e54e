import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { rc4 } from './rc4.js';
import { isArray, isDictionary, isNamed, Literal, Name, type Dictionary, type PdfValue } from './syntax.js';

/** Takes the encryption off the bytes of one stream. */
export type Decrypt = (number: number, generation: number, data: Uint8Array) => Uint8Array;

/** Fills a password up to 32 bytes (ISO 32000-2, 7.6.4.3.2); all of it is the empty one. */
const padding = Buffer.from('28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A', 'hex');
const block = 16;
const salt = 8;
const hash = (name: 'md5' | 'sha256' | 'sha384' | 'sha512', ...parts: readonly Uint8Array[]): Buffer => createHash(name).update(Buffer.concat(parts)).digest();

/** What takes the encryption off a file whose user's password is empty; null where it is not, or where the way is another than the standard one. */
export function decryption(dictionary: Dictionary, identifier: PdfValue | undefined): Decrypt | null {
  if (!isNamed(dictionary.get('Filter'), 'Standard')) return null;
  const [version, revision] = [numberIn(dictionary, 'V'), numberIn(dictionary, 'R')];
  const method = methodOf(dictionary, version);
  const key = revision >= 5 ? keyBySalt(dictionary, revision) : keyByPadding(dictionary, revision, version, isArray(identifier) ? bytesOf(identifier[0]) : Buffer.alloc(0));
  if (key === null || method === null) return null;
  if (method === 'none') return (_, __, data) => data;
  if (method === 'AESV3') return (_, __, data) => withoutAes(key, data);
  const isAes = method === 'AESV2';
  return (number, generation, data) => {
    const place = Buffer.from([number & 255, (number >> 8) & 255, (number >> 16) & 255, generation & 255, (generation >> 8) & 255]);
    const own = hash('md5', key, place, Buffer.from(isAes ? 'sAlT' : '')).subarray(0, Math.min(key.length + 5, block));
    return isAes ? withoutAes(own, data) : rc4(own, data);
  };
}

/** How streams are encrypted (ISO 32000-2, 7.6.6). */
function methodOf(dictionary: Dictionary, version: number): 'V2' | 'AESV2' | 'AESV3' | 'none' | null {
  if (version < 4) return 'V2';
  const name = dictionary.get('StmF');
  if (!(name instanceof Name) || name.text === 'Identity') return 'none';
  const filters = dictionary.get('CF');
  const filter = isDictionary(filters) ? filters.get(name.text) : undefined;
  const method = isDictionary(filter) ? filter.get('CFM') : undefined;
  if (!(method instanceof Name)) return null;
  return method.text === 'V2' || method.text === 'AESV2' || method.text === 'AESV3' ? method.text : method.text === 'None' ? 'none' : null;
}

/** Algorithms 2, 6 of ISO 32000-2: the key before AES-256. */
function keyByPadding(dictionary: Dictionary, revision: number, version: number, identifier: Buffer): Buffer | null {
  const length = revision < 3 ? 5 : version >= 4 ? block : numberIn(dictionary, 'Length', 40) >> 3;
  if (length < 5 || length > block) return null;
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(numberIn(dictionary, 'P') | 0);
  const plainMetadata = revision >= 4 && dictionary.get('EncryptMetadata') === false ? Buffer.alloc(4, 255) : Buffer.alloc(0);
  let key = hash('md5', padding, bytesOf(dictionary.get('O')).subarray(0, 32), permissions, identifier, plainMetadata).subarray(0, length);
  if (revision >= 3) for (let i = 0; i < 50; i++) key = hash('md5', key).subarray(0, length);
  const user = bytesOf(dictionary.get('U'));
  if (revision < 3) return rc4(key, padding).equals(user.subarray(0, 32)) ? key : null;
  let proof = hash('md5', padding, identifier);
  for (let i = 0; i < 20; i++) proof = rc4(key.map((b) => b ^ i), proof);
  return proof.equals(user.subarray(0, block)) ? key : null;
}

/** Algorithm 2.A: the key of AES-256. */
function keyBySalt(dictionary: Dictionary, revision: number): Buffer | null {
  const [user, wrapped] = [bytesOf(dictionary.get('U')), bytesOf(dictionary.get('UE')).subarray(0, 32)];
  if (user.length < 48 || wrapped.length < 32) return null;
  const of = (from: number): Buffer => (revision === 5 ? hash('sha256', user.subarray(from, from + salt)) : hardened(user.subarray(from, from + salt)));
  if (!of(32).equals(user.subarray(0, 32))) return null;
  return createDecipheriv('aes-256-cbc', of(32 + salt), Buffer.alloc(block)).setAutoPadding(false).update(wrapped);
}

/** Algorithm 2.B with the empty password. */
function hardened(salted: Buffer): Buffer {
  let key = hash('sha256', salted);
  for (let round = 0, last = 0; round < 64 || last > round - 32; round++) {
    const repeated = Buffer.concat(Array.from({ length: 64 }, () => key));
    const mixed = createCipheriv('aes-128-cbc', key.subarray(0, block), key.subarray(block, 2 * block)).setAutoPadding(false).update(repeated);
    const rest = mixed.subarray(0, block).reduce((sum, b) => sum + b, 0) % 3;
    key = hash(rest === 0 ? 'sha256' : rest === 1 ? 'sha384' : 'sha512', mixed);
    last = mixed.at(-1) ?? 0;
  }
  return key.subarray(0, 32);
}

/** The padding behind the last byte is left on. */
function withoutAes(key: Buffer, data: Uint8Array): Uint8Array {
  const length = data.length - (data.length % block);
  if (length < 2 * block) return new Uint8Array();
  return createDecipheriv(key.length === 32 ? 'aes-256-cbc' : 'aes-128-cbc', key, data.subarray(0, block)).setAutoPadding(false).update(data.subarray(block, length));
}

function numberIn(dictionary: Dictionary, key: string, otherwise = 0): number {
  const value = dictionary.get(key);
  return typeof value === 'number' ? value : otherwise;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The bytes of a string (ISO 32000-1, 7.3.4). */
export function bytesOf(value: PdfValue | undefined): Buffer {
  if (!(value instanceof Literal)) return Buffer.alloc(0);
  const inner = value.source.slice(1, -1);
  if (value.source.startsWith('<')) return hexBytes(inner.replace(/[^0-9A-Fa-f]/g, ''));
  const plain = inner.replace(/\\(?:([0-7]{1,3})|(\r\n|\r|\n)|([^]))|\r\n?/g, (_, octal?: string, lineEnd?: string, escaped?: string) => {
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 255);
    if (lineEnd !== undefined) return '';
    return escaped === undefined ? '\n' : (escapes[escaped] ?? escaped);
  });
  return Buffer.from(plain, 'latin1');
}

/** A last digit that is missing is 0. */
const hexBytes = (digits: string): Buffer => Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex');
