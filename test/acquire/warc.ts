// Writes records of a web archive (ISO 28500).

export function record(type: string, uri: string, block: string | Uint8Array): Buffer {
  const bytes = Buffer.from(block as string);
  const head = ['WARC/1.0', `WARC-Type: ${type}`, ...(uri === '' ? [] : [`WARC-Target-URI: ${uri}`]), 'WARC-Date: 2024-01-31T00:00:00Z', `Content-Length: ${bytes.length}`];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), bytes, Buffer.from('\r\n\r\n')]);
}

/** The record of an answer. */
export function response(uri: string, body: string | Uint8Array, fields: Readonly<Record<string, string>> = {}, status = 200): Buffer {
  const lines = [`HTTP/1.1 ${status} ${status === 200 ? 'OK' : 'No'}`, ...Object.entries(fields).map(([name, value]) => `${name}: ${value}`)];
  return record('response', uri, Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), Buffer.from(body as string)]));
}
