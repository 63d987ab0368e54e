/** Endings for documents whose address has none. */
const endings: Readonly<Record<string, string>> = {
  'text/html': '.html',
  'text/plain': '.txt',
  'application/pdf': '.pdf',
  'application/msword': '.doc',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
  'application/vnd.ms-excel': '.xls',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': '.xlsx',
  'application/zip': '.zip',
  'image/jpeg': '.jpg',
  'image/png': '.png',
};

/** Bytes of UTF-8 that a part of a path may have; file systems allow 255. */
const longest = 120;

/**
 * A path for a document by its address: the host, then the path and query as
 * people read them. No part of it leads out of the folder, hides the file, or
 * is a name that a system keeps for itself.
 */
export function readableName(address: string, contentType: string): string {
  const url = new URL(address);
  const parts = url.pathname.split('/').filter((part) => part !== '').map(decoded);
  const last = `${parts.pop() ?? 'index'}${decoded(url.search).replace(/^\?/, '_')}`;
  const ending = /\.[a-z0-9]{1,5}$/i.test(last) ? '' : (endings[contentType.split(';', 1)[0]?.trim().toLowerCase() ?? ''] ?? '');
  return [url.host, ...parts].map((part) => safe(part, '')).concat(safe(last, ending)).join('/');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function safe(part: string, ending: string): string {
  const plain = part.replace(/[\p{Cc}\p{Cf}\\/:*?"<>|]/gu, '_').replace(/^\.+|[. ]+$/g, '_');
  const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(plain) ? `_${plain}` : plain;
  const own = ending === '' ? (/\.[a-z0-9]{1,5}$/i.exec(reserved)?.[0] ?? '') : ending;
  let name = own === '' || ending !== '' ? reserved : reserved.slice(0, -own.length);
  while (Buffer.byteLength(name) > longest) name = name.replace(/.$/su, '');
  return `${name === '' ? '_' : name}${own}`;
}
