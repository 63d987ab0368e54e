import { pipeline, Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { Refused } from './refused.js';

/** What is said in Accept-Encoding. */
export const acceptedEncodings = 'gzip, deflate, br';

type Bytes = AsyncIterable<Uint8Array>;
type Layer = (source: Bytes) => Bytes;

/** Packed in more layers than this nobody sends a document. */
const mostLayers = 3;

/**
 * The body, unpacked layer by layer as `Content-Encoding` says; every layer is
 * counted while it is inflated, and none grows beyond `limit` bytes.
 *
 * @throws Refused `too-large` or `undecodable`; errors of zlib, of the source
 */
export function decodedBody(source: Bytes, encoding: string, limit: number): Bytes {
  const names = encoding.toLowerCase().split(',').map((name) => name.trim()).filter((name) => !['', 'identity', 'none', 'utf-8'].includes(name));
  if (names.length > mostLayers) throw new Refused('undecodable', `it is packed ${names.length} times over`);
  const layers = names.reverse().map((name) => layerOf(name));
  return layers.reduce((body, layer) => counted(layer(body), limit), counted(source, limit));
}

function layerOf(name: string): Layer {
  switch (name) {
    case 'gzip':
    case 'x-gzip':
      return (source) => through(source, createGunzip());
    case 'br':
      return (source) => through(source, createBrotliDecompress());
    case 'deflate':
      return inflated;
    default:
      throw new Refused('undecodable', `it is packed as ${name}, which was not asked for`);
  }
}

const through = (source: Bytes, unpacker: NodeJS.ReadWriteStream): Bytes => pipeline(Readable.from(source), unpacker, () => undefined) as unknown as Bytes;

/** `deflate` is zlib's format (RFC 9110, 8.4.1.2), and with some servers the bare one: the first byte tells. */
async function* inflated(source: Bytes): AsyncGenerator<Uint8Array> {
  const parts = source[Symbol.asyncIterator]();
  const first = await parts.next();
  if (first.done === true) return;
  const whole = (async function* () {
    yield first.value;
    yield* { [Symbol.asyncIterator]: () => parts };
  })();
  yield* through(whole, ((first.value[0] ?? 0) & 0x0f) === 8 ? createInflate() : createInflateRaw());
}

async function* counted(source: Bytes, limit: number): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const part of source) {
    bytes += part.length;
    if (bytes > limit) throw tooLarge(limit);
    yield part;
  }
}

export const tooLarge = (limit: number): Refused => new Refused('too-large', `it has more than ${Math.round(limit / 10_000) / 100} MB`);
