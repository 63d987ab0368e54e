import { finding } from '../model/findings.js';
import type { Finding } from '../model/finding.js';
import type { ReadDocument } from '../model/page.js';

/** That pictures in a source without pages, as large as a table, are left unread. */
export function unreadInsets({ pages }: ReadDocument): Finding[] {
  const count = pages.filter((p) => p.inset && p.words.length === 0).length;
  return count > 0 ? [finding('pictures-unread', '', { count })] : [];
}
