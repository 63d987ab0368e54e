import type { Page } from '../../../src/model/page.js';
import { read } from '../../../src/read/readers.js';

/** What is read of a PDF: the text of each page, the pages that are not whole, and what is said of it. */
export async function opened(bytes: Uint8Array): Promise<{ texts: string[]; partial: number[]; codes: string[]; messages: string[] }> {
  const { document, findings } = await read(bytes, { pages: 10 });
  const textOf = (page: Page): string => page.words.map((w) => w.text).join(' ');
  return {
    texts: document.pages.map(textOf),
    partial: document.pages.filter((p) => p.partial).map((p) => p.number),
    codes: findings.map((f) => `${f.code} ${f.place}`.trim()),
    messages: findings.map((f) => f.message),
  };
}
