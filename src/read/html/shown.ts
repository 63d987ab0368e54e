import type { Element } from 'domhandler';

/** What a browser does not show, and what is no part of an article wherever it stands. */
const never = new Set(['script', 'style', 'noscript', 'template', 'head', 'title', 'meta', 'link', 'iframe', 'object', 'embed', 'svg', 'select', 'option', 'datalist', 'audio', 'video', 'canvas', 'map', 'nav', 'rp', 'rt']);

const hiding = /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|font-size\s*:\s*0(?![.\d])/i;

/** Whether an element is shown, as far as its own marks tell. */
export function isShown({ name, attribs }: Element): boolean {
  return !never.has(name) && attribs['hidden'] === undefined && !hiding.test(attribs['style'] ?? '') && !(name === 'input' && attribs['type'] === 'hidden');
}

const blocks = new Set('address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table tbody thead tfoot tr td th caption ul ucapcontent ucaptitle publishtime'.split(' '));

/** Whether an element begins and ends lines. */
export const isBlock = ({ name }: Element): boolean => blocks.has(name);

/** Its text is crossed out, or raised or lowered, as the mark of a footnote is. */
export const isOdd = ({ name, attribs }: Element): boolean =>
  name === 'del' || name === 's' || name === 'strike' || name === 'sup' || name === 'sub' || /text-decoration[\w-]*\s*:[^;]*line-through|vertical-align\s*:\s*su(?:per|b)/i.test(attribs['style'] ?? '');
