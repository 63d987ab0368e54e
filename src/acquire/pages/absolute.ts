/** A link's address without fragment; undefined where it is neither http nor https, or leads to a place on the page itself. */
export function absolute(href: string, base: string): string | undefined {
  const text = href.trim();
  if (text === '' || text.startsWith('#') || !URL.canParse(text, base)) return undefined;
  const url = new URL(text, base);
  url.hash = '';
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined;
}
