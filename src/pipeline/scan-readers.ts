import { modelPaths, type ModelPaths } from '../ocr/readers/model-paths.js';
import { openPpOcr } from '../ocr/readers/pp-ocr/pp-ocr.js';
import { openTesseract } from '../ocr/readers/tesseract/tesseract.js';
import type { ScanReaders } from './scanned-numbers.js';

/** The readers of scans, opened when they are first asked for and kept until they are closed. */
export class KeptReaders {
  private opened: Promise<ScanReaders> | null = null;

  /** `models`: paths to take instead of those of the installed packages. */
  constructor(private readonly models: Partial<ModelPaths> = {}) {}

  readonly open = (): Promise<ScanReaders> => {
    this.opened ??= opened(this.models);
    return this.opened;
  };

  async close(): Promise<void> {
    const readers = await this.opened?.catch(() => null);
    this.opened = null;
    await Promise.all([readers?.page.close(), readers?.second.close()]);
  }
}

/** @throws StopRun (exit code 6) where a model is missing */
async function opened(models: Partial<ModelPaths>): Promise<ScanReaders> {
  const paths = modelPaths(models);
  // One after the other: where one fails, nothing of the other is left open.
  const page = await openPpOcr(paths);
  return { page, second: await openTesseract(paths) };
}
