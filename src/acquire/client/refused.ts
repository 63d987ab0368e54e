import type { RefusalCode } from './refusals.js';

/**
 * A request that brings no document, on its way to becoming the outcome.
 * `retry` says whether the same request may succeed within this run.
 */
export class Refused extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly detail = '',
    readonly more: { readonly status?: number; readonly retry?: boolean } = {},
  ) {
    super(`${code}: ${detail}`);
    this.name = 'Refused';
  }
}

const untrusted = /^(?:CERT_|ERR_TLS_|ERR_SSL_|SELF_SIGNED_|DEPTH_ZERO_|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH|EPROTO)/;
const cut = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'ERR_STREAM_PREMATURE_CLOSE', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'Z_BUF_ERROR']);

/** What an error of the connection, of HTTP or of unpacking means for the request. */
export function asRefused(error: unknown): Refused {
  if (error instanceof Refused) return error;
  const { code, message } = properties(error);
  const detail = message === '' ? code : message;
  if (untrusted.test(code)) return new Refused('tls', `${code}: ${detail}`);
  if (code === 'UND_ERR_HEADERS_OVERFLOW' || code === 'HPE_HEADER_OVERFLOW') return new Refused('too-large', 'its header fields are longer than the limit');
  if (cut.has(code)) return new Refused('broken-answer', detail, { retry: true });
  if (code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'ETIMEDOUT') return new Refused('too-slow', 'the connection was not made in time', { retry: true });
  if (code.startsWith('Z_') || code.startsWith('ERR_BROTLI') || code.startsWith('ERR__ERROR')) return new Refused('undecodable', detail);
  if (code.startsWith('HPE_') || code.startsWith('UND_ERR')) return new Refused('broken-answer', detail);
  return new Refused('unreachable', detail === code ? code : `${code} ${detail}`.trim(), { retry: code === 'EAI_AGAIN' });
}

/** By what it has, not by its class: Node's own errors may be of another realm. */
function properties(error: unknown): { code: string; message: string } {
  if (typeof error !== 'object' || error === null) return { code: '', message: String(error) };
  const text = (name: string): string => {
    const value: unknown = Reflect.get(error, name);
    return typeof value === 'string' ? value : '';
  };
  return { code: text('code'), message: text('message') };
}
