import { finding } from '../model/findings.js';
import type { Finding } from '../model/finding.js';

/** A label, and behind it nothing but numbers and what parts them. */
const row = /^[\s,，;；|｜]*(?<label>\S.*?\p{Script=Han}[^\d\p{Script=Han}]*?)[\s,，;；|｜:：]*[\s,，;；|｜:：]\s*\d[\d\s,，.;；|｜/+—-]*$/u;
/** A text as like as this to a label of the forms is one. */
const likely = 0.9;
/** So many labels with numbers are rows of a table. */
const fewest = 3;

/**
 * Of a report without any recognised table: that its lines are rows of one all the same, as of a table whose
 * cells are parted by commas or bars; none where they are not. `likeLabel`: how like a text is to a label of the forms, 0 to 1.
 */
export function rowsUnread(lines: readonly { readonly text: string }[], likeLabel: (text: string) => number): Finding[] {
  const labels = new Set(lines.flatMap(({ text }) => row.exec(text)?.groups?.label ?? []).filter((label) => likeLabel(label) >= likely));
  if (labels.size < fewest) return [];
  return [finding('rows-unread', '', { count: labels.size, labels: [...labels].slice(0, fewest).join('；') })];
}
