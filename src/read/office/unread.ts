import { SkipDocument } from '../../model/errors.js';
import { finding } from '../../model/findings.js';
import { isZip } from '../zip.js';
import type { Reader } from '../reader.js';
import { isCompoundFile, rootNames } from './compound-file.js';

/** Parts by which packages are told that no reader takes. */
const packages: readonly { readonly part: string; readonly what: string }[] = [
  { part: 'ppt/presentation.xml', what: 'a presentation (PowerPoint)' },
  { part: 'xl/workbook.bin', what: 'a binary Excel workbook (.xlsb)' },
  { part: 'application/vnd.oasis.opendocument', what: 'an OpenDocument file' },
  { part: 'application/epub+zip', what: 'an e-book (EPUB)' },
];

/** First characters of office files that are text. */
const texts: readonly { readonly begin: RegExp; readonly what: string }[] = [
  { begin: /^\s*\{\\rtf/, what: 'an RTF document' },
  { begin: /^(?:\ufeff|ï»¿)?\s*<\?xml[^>]*>[\s\S]{0,400}?progid="(?:Word\.Document|Excel\.Sheet)"/, what: 'an office document of 2003 in one XML file' },
  { begin: /^(?:ï»¿)?\s*(?:[\w-]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){0,12}?content-type:\s*multipart\/related/i, what: 'a web page saved as one file (MHTML)' },
];

const lookedAt = 4096;

/** What an office file is that no reader takes; null where it is none. */
function whatIs(bytes: Uint8Array): string | null {
  if (isCompoundFile(bytes)) {
    const names = rootNames(bytes);
    if (names.has('PowerPoint Document')) return 'a presentation (PowerPoint)';
    return 'of an older program, and neither a Word document nor an Excel workbook';
  }
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isZip(bytes)) return packages.find(({ part }) => buffer.includes(part))?.what ?? null;
  const begin = buffer.subarray(0, lookedAt).toString('latin1');
  return texts.find((t) => t.begin.test(begin))?.what ?? null;
}

/** Office files that no reader takes: each says what it is. */
export const unreadOffice: Reader = {
  mediaType: '',
  method: 'office',
  recognises: (bytes) => whatIs(bytes) !== null,
  read: (bytes) => Promise.reject(refusal(bytes)),
};

function refusal(bytes: Uint8Array): SkipDocument {
  // A locked OOXML file is a compound file with the true one inside (MS-OFFCRYPTO 2.3).
  if (isCompoundFile(bytes) && rootNames(bytes).has('EncryptedPackage')) return new SkipDocument(finding('encrypted', ''));
  if (isCompoundFile(bytes) && rootNames(bytes).size === 0) return new SkipDocument(finding('unreadable', '', { reason: 'the list of what it holds is broken or cut off' }));
  return new SkipDocument(finding('office-unread', '', { what: whatIs(bytes) ?? '' }));
}
