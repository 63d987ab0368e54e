import { readFileSync } from 'node:fs';
import { openPdf } from '../../src/read/pdf/open.js';

/** The peer: what pdf.js alone takes for the text and the operator list of every page. Gives the pages it read. */
export async function readBare(file: string): Promise<number> {
  const { document } = await openPdf(readFileSync(file));
  try {
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      await page.getTextContent();
      await page.getOperatorList();
      page.cleanup();
    }
    return document.numPages;
  } finally {
    await document.loadingTask.destroy();
  }
}
