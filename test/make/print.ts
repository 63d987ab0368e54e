// Runs the engines: a page or a text document in, a PDF out.

import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Dress } from './dress.js';
import { fodtOf } from './fodt.js';
import { htmlOf } from './html.js';
import { blocksOf, type Block, type Typeset } from './page.js';

const run = promisify(execFile);

const chromiumFlags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--no-pdf-header-footer'];

export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'typeset-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

export async function printWith(engine: Dress['engine'], source: string, target: string): Promise<void> {
  await withFolder(async (folder) => {
    const pdf = join(folder, 'report.pdf');
    if (engine === 'chromium') {
      const page = join(folder, 'report.html');
      await writeFile(page, source);
      await run('chromium', [...chromiumFlags, `--user-data-dir=${join(folder, 'profile')}`, `--print-to-pdf=${pdf}`, `file://${page}`], { timeout: 120_000 });
    } else {
      const text = join(folder, 'report.fodt');
      await writeFile(text, source);
      await run('soffice', [`-env:UserInstallation=file://${join(folder, 'profile')}`, '--headless', '--convert-to', 'pdf', '--outdir', folder, text], { timeout: 180_000 });
    }
    await copyFile(pdf, target);
  });
}

export async function printBlocks(blocks: readonly Block[], title: string, dress: Dress, target: string, marks = false): Promise<void> {
  const make = dress.engine === 'chromium' ? htmlOf : fodtOf;
  await printWith(dress.engine, make(blocks, title, dress, marks), target);
}

export async function printReport(typeset: Typeset, pad: number, target: string, marks = false): Promise<void> {
  await printBlocks(blocksOf(typeset, pad), typeset.report.title.join(''), typeset.dress, target, marks);
}

export interface Mark { readonly page: number; readonly y: number }

/** Where the marks of the rows stand, by their text: the page, and how far down on it the row begins. */
export async function marksOf(pdf: string): Promise<Map<string, Mark>> {
  const { stdout } = await run('pdftotext', ['-bbox', pdf, '-'], { maxBuffer: 1 << 27 });
  const found = new Map<string, Mark>();
  let page = 0;
  for (const line of stdout.split('\n')) {
    if (line.includes('<page ')) page += 1;
    const word = /yMin="([\d.]+)".*yMax="([\d.]+)">.*?(Q\d+Q)/.exec(line);
    const name = word?.[3];
    if (name !== undefined && !found.has(name)) found.set(name, { page, y: Number(word?.[2]) });
  }
  return found;
}

export const measured = (typeset: Typeset, pad: number): Promise<Map<string, Mark>> => withFolder(async (folder) => {
  const pdf = join(folder, 'marked.pdf');
  await printReport(typeset, pad, pdf, true);
  return marksOf(pdf);
});
