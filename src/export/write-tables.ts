import { createWriteStream } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { DocumentTables } from '../model/document-tables.js';
import type { Finding } from '../model/finding.js';
import type { Source } from '../model/report.js';
import { writeGridCsv } from './grid-csv.js';
import { tablesJson } from './grid-json.js';
import { toDisk } from './on-disk.js';
import { pageOverlay } from './page-overlay.js';
import { unwritable } from './unwritable.js';

export interface TablesSettings {
  /** A byte order mark at the begin of each CSV file, for Excel. */
  readonly bom: boolean;
  /** A picture of each page, too. */
  readonly debug: boolean;
}

/** What was written of a document. */
export interface WrittenTables {
  readonly source: Source;
  readonly outcome: DocumentTables['outcome'];
  readonly tables: number;
  /** Names of the files: the JSON first, then one CSV a table, then one SVG a page. None of a document that was not read. */
  readonly files: readonly string[];
  readonly findings: readonly Finding[];
}

/** Of a document that was not read. */
export const writtenNothing = ({ source, outcome, findings }: Pick<DocumentTables, 'source' | 'outcome' | 'findings'>): WrittenTables => ({ source, outcome, tables: 0, files: [], findings });

/** Writes the files of one document into the new folder `folder`, whole and on the disk when it returns; `name` is what their names begin with. */
export async function writeTables(found: DocumentTables, folder: string, name: string, settings: TablesSettings): Promise<WrittenTables> {
  const { source, outcome, findings, grids } = found;
  if (outcome !== 'read') return writtenNothing(found);
  try {
    // A process that died over this document may have left a part.
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const csv: string[] = [];
    for (const grid of grids) {
      csv.push(`${name}-${csv.length + 1}.csv`);
      await writeGridCsv(grid, join(folder, csv.at(-1) ?? ''), settings);
    }
    const pictures = settings.debug ? await writeOverlays(found, folder, name) : [];
    const json = `${name}.json`;
    await pipeline(Readable.from(tablesJson({ source: source.path, files: [...csv, ...pictures], grids })), createWriteStream(join(folder, json), { flags: 'wx' }));
    const files = [json, ...csv, ...pictures];
    for (const file of files) await toDisk(join(folder, file));
    return { source, outcome, tables: grids.length, files, findings };
  } catch (error) {
    throw unwritable(error, folder);
  }
}

async function writeOverlays({ pages, grids }: DocumentTables, folder: string, name: string): Promise<readonly string[]> {
  const files: string[] = [];
  for (const page of pages) {
    const picture = pageOverlay(page, grids, `${name}, page ${page.number}`);
    if (picture === null) continue;
    files.push(`${name}-p${page.number}.svg`);
    await writeFile(join(folder, files.at(-1) ?? ''), picture, { flag: 'wx' });
  }
  return files;
}
