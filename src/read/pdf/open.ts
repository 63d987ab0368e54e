import { createRequire } from 'node:module';
import path from 'node:path';
import { getDocument, VerbosityLevel, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { finding } from '../../model/findings.js';
import { SkipDocument } from '../../model/errors.js';

const root = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
/** pdf.js wants its folders with a slash at the end. */
const folder = (name: string): string => `${path.join(root, name)}/`;

/** No picture larger than this many pixels is decoded: a page of 75,000 × 150,000 must not be. */
const largestPicture = 64_000_000;

/**
 * Opens a PDF; a password is tried only in so far as it is empty.
 *
 * @throws SkipDocument with `encrypted` or `unreadable`
 */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const task = getDocument({
    data: Uint8Array.from(bytes), // handed over to pdf.js, which detaches it
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
    iccUrl: folder('iccs'),
    isEvalSupported: false,
    maxImageSize: largestPicture,
    verbosity: VerbosityLevel.ERRORS,
  });
  const password = { asked: false };
  // pdf.js has tried the empty password by itself before it asks.
  task.onPassword = (answer: (password: string | Error) => void): void => {
    password.asked = true;
    answer(new Error('no password'));
  };
  try {
    return await task.promise;
  } catch (error) {
    await task.destroy().catch(() => undefined);
    if (password.asked) throw new SkipDocument(finding('encrypted', ''));
    throw new SkipDocument(finding('unreadable', '', { reason: reasonOf(error) }));
  }
}

/** The words of an error, for a person. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
