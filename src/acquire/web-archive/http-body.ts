import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { isGzip } from './gzip-members.js';

/** What a server answered, as a web archive keeps it. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  /** As it went over the line. */
  readonly body: Buffer;
}

/** The first line, the fields and the body of an HTTP answer; null where it is none. */
export function httpAnswer(block: Buffer): HttpAnswer | null {
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})/.exec(block.subarray(0, 20).toString('latin1'))?.[1];
  if (status === undefined) return null;
  const { text, end } = headOf(block, 0);
  return { status: Number(status), headers: fieldsOf(text), body: block.subarray(end) };
}

/** The lines up to the first empty one, and where that ends. */
export function headOf(bytes: Buffer, from: number): { text: string; end: number } {
  const strict = bytes.indexOf('\r\n\r\n', from);
  const loose = bytes.indexOf('\n\n', from);
  const end = strict >= 0 && (loose < 0 || strict < loose) ? strict + 4 : loose >= 0 ? loose + 2 : bytes.length;
  return { text: bytes.subarray(from, end).toString('utf8'), end };
}

/** Fields by their names in small letters; of several of one name the first. */
export function fieldsOf(head: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of head.split(/\r?\n/).slice(1)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  return fields;
}

/**
 * The body without the codings of its transport, of no more than `most` bytes.
 * Crawlers that decode what they keep often leave the fields as they were: a
 * body that is not coded as they say is taken as it is. Throws where it is
 * larger, broken, or coded in a way that is not known.
 */
export function decodedBody({ headers, body }: HttpAnswer, most: number): Buffer {
  const whole = /\bchunked\b/i.test(headers.get('transfer-encoding') ?? '') ? (withoutChunks(body) ?? body) : body;
  const codings = (headers.get('content-encoding') ?? '').toLowerCase().split(',').map((c) => c.trim()).filter((c) => c !== '' && c !== 'identity');
  const decoded = codings.reduceRight((bytes, coding) => uncoded(bytes, coding, most), whole);
  if (decoded.length > most) throw new RangeError('too large');
  return decoded;
}

function uncoded(bytes: Buffer, coding: string, most: number): Buffer {
  const limit = { maxOutputLength: most };
  if (coding === 'gzip' || coding === 'x-gzip') return isGzip(bytes) ? gunzipSync(bytes, limit) : bytes;
  if (coding === 'deflate') return isZlib(bytes) ? inflateSync(bytes, limit) : looksLikeText(bytes) ? bytes : inflateRawSync(bytes, limit);
  if (coding === 'br') return looksLikeText(bytes) ? bytes : brotliDecompressSync(bytes, limit);
  throw new Error(`the content coding ${coding} is not known`);
}

const isZlib = (bytes: Buffer): boolean => ((bytes[0] ?? 0) & 0x0f) === 8 && (256 * (bytes[0] ?? 0) + (bytes[1] ?? 0)) % 31 === 0;

const looksLikeText = (bytes: Buffer): boolean => /^(?:\s|\ufeff)*(?:<|%PDF|[{[])/.test(bytes.subarray(0, 64).toString('utf8'));

/** A body sent in chunks (RFC 9112, 7.1) as one; null where it is not in chunks. */
function withoutChunks(body: Buffer): Buffer | null {
  const chunks: Buffer[] = [];
  for (let at = 0; ; ) {
    const end = body.indexOf('\n', at);
    const size = /^([\da-f]{1,8})\s*(?:;[^\r\n]*)?\r?$/i.exec(body.subarray(at, end < 0 ? at : end).toString('latin1'))?.[1];
    if (size === undefined) return null;
    const length = Number.parseInt(size, 16);
    if (length === 0) return Buffer.concat(chunks);
    const from = end + 1;
    if (from + length > body.length) throw new Error('its last chunk is cut off');
    chunks.push(body.subarray(from, from + length));
    at = from + length;
    if (body[at] === 0x0d) at++;
    if (body[at] === 0x0a) at++;
  }
}
