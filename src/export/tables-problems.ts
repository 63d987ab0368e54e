import { CsvFile } from './csv-file.js';
import { toDisk } from './on-disk.js';
import { join } from 'node:path';
import { byTexts } from './code-points.js';
import { problemsTable, type Problem } from './problems-table.js';
import { fileOf, type Table } from './table.js';
import type { WrittenTables } from './write-tables.js';

/** As problems.csv of a dataset, where every row may be about a report. */
const table: Table<Problem> = { ...problemsTable, columns: problemsTable.columns.filter((column) => column.name !== 'report_id'), foreignKeys: [] };

export const PROBLEMS_FILE = fileOf(table);

/** How the file begins, but for a byte order mark. */
export const PROBLEMS_HEAD = `${table.columns.map((column) => column.name).join(',')}\n`;

/** The findings about all documents, by document, code and place. */
export const tablesProblems = (documents: readonly WrittenTables[]): readonly Problem[] =>
  documents
    .flatMap(({ source, findings }) => findings.map((one): Problem => ({ ...one, source: source.path, reportId: '' })))
    .sort((a, b) => byTexts([a.source, a.code, a.place], [b.source, b.code, b.place]));

/** Writes the problems as a new file in `folder`. */
export async function writeTablesProblems(problems: readonly Problem[], folder: string, settings: { readonly bom: boolean }): Promise<void> {
  const file = new CsvFile(table, folder, settings);
  for (const problem of problems) await file.write(problem);
  await file.close();
  await toDisk(join(folder, PROBLEMS_FILE));
}
