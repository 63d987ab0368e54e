/** What is seen of a web page without running it. */
export interface SeenPage {
  /** The source, its beginning if it is very long. */
  readonly source: string;
  readonly title: string;
  /** Visible text, blanks taken out. */
  readonly text: string;
  /** Scripts in the page that are not empty, as written. */
  readonly scripts: readonly string[];
  /** Whether scripts are fetched from elsewhere. */
  readonly fetchesScripts: boolean;
  /** Whether pictures, frames or objects are shown. */
  readonly embeds: boolean;
  readonly password: boolean;
  /** The content of a meta refresh. */
  readonly refresh: string | undefined;
}

/** Marks stand early: of a longer page only so many bytes are looked at. */
const lookedAt = 1_000_000;

const embedding = new Set(['img', 'iframe', 'frame', 'frameset', 'object', 'embed', 'video', 'canvas', 'svg']);
/** What stands in these elements is not text of the page. */
const apart = new Set(['script', 'style', 'noscript', 'title', 'textarea', 'template']);
const named: Readonly<Record<string, string>> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"' };

/** The page in an answer; undefined where the bytes are no web page or text. */
export function pageIn(bytes: Uint8Array, contentType: string): SeenPage | undefined {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '').trimStart();
  const looksLikeOne = head.startsWith('<') && !/^<\?xml(?![^]*<html)/i.test(head);
  if (!looksLikeOne && !(/^text\/(?:html|plain)/i.test(contentType) && !/[\u0000-\u0008\u000e-\u001a]|^%PDF/.test(head))) return undefined;
  return seen(decoded(bytes.subarray(0, lookedAt)), looksLikeOne || /html/i.test(contentType));
}

/** Enough for finding marks: UTF-8, else GB 18030. A character cut at the end says nothing of the rest. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** Reads a page's source from its start to its end once, however broken it is. */
function seen(source: string, markup: boolean): SeenPage {
  const found = { title: '', text: [] as string[], scripts: [] as string[], fetchesScripts: false, embeds: false, password: false, refresh: undefined as string | undefined };
  const page = (): SeenPage => ({ ...found, source, text: characters(found.text.join('')), title: characters(found.title.slice(0, 500)) });
  if (!markup) {
    found.text.push(source);
    return page();
  }
  const low = source.toLowerCase();
  let at = 0;
  while (at < source.length) {
    const open = source.indexOf('<', at);
    found.text.push(source.slice(at, open === -1 ? undefined : open));
    if (open === -1) break;
    if (source.startsWith('<!--', open)) {
      at = behind(source, '-->', open + 4);
      continue;
    }
    const close = behind(source, '>', open + 1);
    const tag = source.slice(open, close);
    const name = /^<([a-z][a-z0-9]*)/i.exec(tag)?.[1]?.toLowerCase() ?? '';
    at = close;
    if (embedding.has(name)) found.embeds = true;
    if (name === 'input' && /type\s*=\s*["']?password/i.test(tag)) found.password = true;
    if (name === 'meta' && /http-equiv\s*=\s*["']?refresh/i.test(tag)) found.refresh = attribute(tag, 'content');
    if (!apart.has(name)) continue;
    const end = low.indexOf(`</${name}`, close);
    const inside = source.slice(close, end === -1 ? undefined : end);
    if (name === 'title') found.title ||= inside;
    if (name === 'script' && /\ssrc\s*=/i.test(tag)) found.fetchesScripts = true;
    else if (name === 'script' && inside.trim() !== '') found.scripts.push(inside.trim());
    at = end === -1 ? source.length : behind(source, '>', end);
  }
  return page();
}

function behind(source: string, text: string, from: number): number {
  const at = source.indexOf(text, from);
  return at === -1 ? source.length : at + text.length;
}

function attribute(tag: string, name: string): string {
  const match = new RegExp(`${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag);
  return characters(match?.[1] ?? match?.[2] ?? match?.[3] ?? '');
}

/** Text with character references resolved and blanks taken out. */
function characters(text: string): string {
  const plain = text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));?/gi, (whole: string, dec?: string, hex?: string, name?: string) => {
    const code = dec !== undefined ? Number(dec) : hex !== undefined ? parseInt(hex, 16) : NaN;
    return code <= 0x10ffff ? String.fromCodePoint(code) : (named[name?.toLowerCase() ?? ''] ?? whole);
  });
  return plain.replace(/\s+/g, '');
}
