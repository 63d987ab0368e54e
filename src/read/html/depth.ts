/** More elements within each other than this no page has; the time that it takes to open them grows with their square. */
export const deepest = 20_000;

/** Elements that need no end, or have none. */
const endless = new Set('area base br col colgroup embed hr img input link meta param source track wbr p li dt dd td th tr tbody thead tfoot option optgroup rb rt rp html head body'.split(' '));

/** Whether elements of a page lie in each other deeper than any page's, by its tags alone. */
export function isTooDeep(markup: string): boolean {
  let depth = 0;
  for (const [, slash, name = ''] of markup.matchAll(/<(\/?)([a-z][a-z\d]*)/gi)) {
    if (endless.has(name.toLowerCase())) continue;
    depth = slash === '/' ? Math.max(0, depth - 1) : depth + 1;
    if (depth > deepest) return true;
  }
  return false;
}
