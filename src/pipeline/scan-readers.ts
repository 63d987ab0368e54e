import { modelPaths } from '../ocr/readers/model-paths.js';
import { openPpOcr } from '../ocr/readers/pp-ocr/pp-ocr.js';
import { openTesseract } from '../ocr/readers/tesseract/tesseract.js';
import type { ScanReaders } from './read-scans.js';

/** The readers of scans, opened when they are first asked for and kept until they are closed. */
export class KeptReaders {
  private opened: Promise<ScanReaders> | null = null;

  readonly open = (): Promise<ScanReaders> => {
    const paths = modelPaths();
    this.opened ??= Promise.all([openPpOcr(paths), openTesseract(paths)]).then(([page, second]) => ({ page, second }));
    return this.opened;
  };

  async close(): Promise<void> {
    const readers = await this.opened?.catch(() => null);
    this.opened = null;
    await Promise.all([readers?.page.close(), readers?.second.close()]);
  }
}
