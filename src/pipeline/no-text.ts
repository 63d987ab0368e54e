import { finding } from '../model/findings.js';
import type { Finding } from '../model/finding.js';
import type { ReadDocument } from '../model/page.js';

/** Findings that say that something of a document could not be had; what it was, nobody knows. */
const losses = new Set(['file-cut', 'file-damaged', 'page-unreadable', 'page-lost', 'page-cut']);

/** Why there is no text in a document; null where there is some. */
export function noText({ pages }: ReadDocument, findings: readonly Finding[]): Finding | null {
  if (pages.some((p) => p.words.length > 0 || p.blocks.length > 0)) return null;
  const broken = findings.find((f) => losses.has(f.code));
  if (broken) return finding('unreadable', '', { reason: broken.message });
  return finding(pages.some((p) => p.pictures.length > 0) ? 'made-of-pictures' : 'no-text', '');
}

/** That no report was recognised says nothing where a part of the document is lost; null where none is. */
export function lostReport({ pages }: ReadDocument, findings: readonly Finding[]): Finding | null {
  const broken = pages.some((p) => p.partial) ? findings.find((f) => losses.has(f.code)) : undefined;
  return broken ? finding('unreadable', '', { reason: `no table of a report is in what is left of it. ${broken.message}` }) : null;
}
