import { finding } from '../model/findings.js';
import type { Finding } from '../model/finding.js';
import { SkipDocument } from '../model/errors.js';
import type { ReadDocument } from '../model/page.js';
import { htmlReader } from './html/html.js';
import { imageReader } from './image/image.js';
import { docReader } from './office/doc.js';
import { docxReader } from './office/docx.js';
import { xlsReader } from './office/sheets/xls.js';
import { xlsxReader } from './office/sheets/xlsx.js';
import { unreadOffice } from './office/unread.js';
import { ofdReader } from './ofd/ofd.js';
import { pdfReader } from './pdf/pdf.js';
import { plainTextReader } from './plain-text/plain-text.js';
import type { Reader, ReadLimits } from './reader.js';

/** In the order they are asked. */
const readers: readonly Reader[] = [pdfReader, ofdReader, docxReader, xlsxReader, docReader, xlsReader, unreadOffice, imageReader, htmlReader, plainTextReader];

/**
 * Reads a document of any known format.
 *
 * @throws SkipDocument with `empty-file`, `unknown-format`, `encrypted` or `unreadable`
 */
export async function read(bytes: Uint8Array, limits: ReadLimits): Promise<{ document: ReadDocument; findings: Finding[] }> {
  if (bytes.length === 0) throw new SkipDocument(finding('empty-file', ''));
  const reader = readers.find((r) => r.recognises(bytes));
  if (!reader) throw new SkipDocument(finding('unknown-format', '', { detail: firstBytes(bytes) }));
  return reader.read(bytes, limits);
}

const firstBytes = (bytes: Uint8Array): string => `they begin with ${Buffer.from(bytes.subarray(0, 8)).toString('hex')}`;
