import { finding } from '../model/findings.js';
import type { Finding } from '../model/finding.js';

/** What stands behind the last Chinese character of a row: the end of its label, then numbers and what parts them. */
const numbers = /^[)）”"]?[\s,，;；|｜:：]+\d[\d\s,，.;；|｜/+—-]*$/u;
/** A text as like as this to a label of the forms is one… */
const likely = 0.9;
/** …and none of them has more characters. */
const longest = 80;
/** So many labels with numbers are rows of a table. */
const fewest = 3;

/**
 * Of a report without any recognised table: that its lines are rows of one all the same, as of a table whose
 * cells are parted by commas or bars; none where they are not. `likeLabel`: how like a text is to a label of the forms, 0 to 1.
 */
export function rowsUnread(lines: readonly { readonly text: string }[], likeLabel: (text: string) => number): Finding[] {
  const labels = new Set(lines.flatMap(({ text }) => labelOf(text) ?? []).filter((label) => likeLabel(label) >= likely));
  if (labels.size < fewest) return [];
  return [finding('rows-unread', '', { count: labels.size, labels: [...labels].slice(0, fewest).join('；') })];
}

/** The label of a line that has nothing but numbers behind it; null of any other. */
function labelOf(text: string): string | null {
  const end = [...text.matchAll(/\p{Script=Han}/gu)].at(-1);
  if (end === undefined || !numbers.test(text.slice(end.index + end[0].length))) return null;
  const label = text.slice(0, end.index + end[0].length).replace(/^[\s,，;；|｜]+/u, '');
  return label.length <= longest ? label : null;
}
