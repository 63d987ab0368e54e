import { createRequire } from 'node:module';
import path from 'node:path';
import { restoreArrayPush } from './array-push.js';
import { getDocument, VerbosityLevel, type PDFDocumentProxy } from './pdfjs.js';
import { finding } from '../../model/findings.js';
import { SkipDocument } from '../../model/errors.js';
import { largestPicture } from './large-pictures.js';
import { Examination } from './salvage/examination.js';

const root = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
/** pdf.js wants its folders with a slash at the end. */
const folder = (name: string): string => `${path.join(root, name)}/`;

/** A PDF that is open, and what is known of how whole it is. */
export interface OpenPdf {
  readonly document: PDFDocumentProxy;
  readonly examination: Examination;
  /** How its pages were found: by pdf.js alone in the file as it is, or in what was left of a damaged one by ours (`examination.pages`). */
  readonly pagesBy: 'file' | 'salvage';
}

/**
 * Opens a PDF; a password is tried only in so far as it is empty. A damaged
 * file is opened with a new page tree over what there is of it.
 *
 * @throws SkipDocument with `encrypted` or `unreadable`
 */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const examination = new Examination(bytes);
  const asItIs = async (): Promise<OpenPdf> => ({ document: await load(Uint8Array.from(bytes)), examination, pagesBy: 'file' });
  const salvaged = async (): Promise<OpenPdf | null> => {
    const rebuilt = examination.rebuilt();
    return rebuilt && { document: await load(rebuilt), examination, pagesBy: 'salvage' };
  };
  const [first, second] = examination.isSound ? [asItIs, salvaged] : [salvaged, asItIs];
  try {
    const opened = await first().catch((error: unknown) => {
      if (error instanceof PasswordAsked) throw error;
      return null;
    });
    return opened ?? (await second()) ?? (await asItIs());
  } catch (error) {
    if (error instanceof PasswordAsked && examination.hasKey) throw new SkipDocument(finding('encrypted', ''));
    const lost = examination.hasKey ? '' : '; it is encrypted, and what is needed to read it is lost';
    const cut = examination.ending === 'cut' ? 'it is cut off at its end; ' : '';
    throw new SkipDocument(finding('unreadable', '', { reason: `${cut}${reasonOf(error)}${lost}` }));
  }
}

/** The document wants a password, and the empty one, which pdf.js tries by itself, is not it. */
class PasswordAsked extends Error {}

/** `data` is handed over to pdf.js, which detaches it. */
async function load(data: Uint8Array): Promise<PDFDocumentProxy> {
  const task = getDocument({
    data,
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
  task.onPassword = (answer: (password: string | Error) => void): void => {
    password.asked = true;
    answer(new Error('no password'));
  };
  try {
    return await task.promise;
  } catch (error) {
    await task.destroy().catch(() => undefined);
    throw password.asked ? new PasswordAsked() : error;
  } finally {
    // The part of pdf.js that is loaded with the first document has changed it again.
    restoreArrayPush();
  }
}

/** The words of an error, for a person. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
