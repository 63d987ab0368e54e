import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cellsTable } from './cells-table.js';
import { checksTable } from './checks-table.js';
import { codebook } from './codebook.js';
import { CsvFile } from './csv-file.js';
import { dataPackage } from './data-package.js';
import { checkOrder, valueOrder, type DatasetOrder } from './dataset-order.js';
import { disclosureTable } from './disclosure-table.js';
import type { DatasetTitle } from './id-label.js';
import { finding } from '../model/findings.js';
import { GatheredPanel } from './panel/gathered.js';
import type { Panel } from './panel/panel.js';
import { panelTable } from './panel/panel-table.js';
import { toDisk } from './on-disk.js';
import { duplicateOf, problemsOf } from './problems.js';
import { problemsTable, type Problem } from './problems-table.js';
import { proceedingsTable } from './proceedings-table.js';
import { isOfForm, reportId, type ReportRecord, withOwnIssuer } from './report-record.js';
import { reportRow, reportsTable } from './reports-table.js';
import { requestsTable } from './requests-table.js';
import { sectionsInOrder, sectionsTable } from './sections-table.js';
import { statisticsTable } from './statistics-table.js';
import { inOrder, Shelf, type Placed, type StoredDocument } from './stored-document.js';
import { tablesWith } from './tables.js';
import { Tally, type Totals } from './totals.js';
import { unwritable } from './unwritable.js';

export interface DatasetSettings {
  readonly order: DatasetOrder;
  readonly title: DatasetTitle;
  readonly panel: Panel;
  /** A byte order mark at the begin of each CSV file, for Excel. */
  readonly bom: boolean;
}

/**
 * Writes the dataset of `documents` into the new folder `folder`, whole and on
 * the disk when it returns. Holds one document in memory at a time.
 */
export async function writeDataset(documents: readonly StoredDocument[], folder: string, settings: DatasetSettings): Promise<Totals> {
  try {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    return await new DatasetWriter(folder, settings).write(documents);
  } catch (error) {
    throw unwritable(error, folder);
  }
}

class DatasetWriter {
  readonly #folder: string;
  readonly #settings: DatasetSettings;
  readonly #reports;
  readonly #requests;
  readonly #proceedings;
  readonly #disclosure;
  readonly #statistics;
  readonly #sections;
  readonly #checks;
  readonly #cells;
  readonly #problems;
  readonly #panel;
  readonly #gathered;
  readonly #tables;
  readonly #tally = new Tally();
  readonly #byIds;
  readonly #byKind;

  constructor(folder: string, settings: DatasetSettings) {
    this.#folder = folder;
    this.#settings = settings;
    this.#reports = new CsvFile(reportsTable, folder, settings);
    this.#requests = new CsvFile(requestsTable, folder, settings);
    this.#proceedings = new CsvFile(proceedingsTable, folder, settings);
    this.#disclosure = new CsvFile(disclosureTable, folder, settings);
    this.#statistics = new CsvFile(statisticsTable, folder, settings);
    this.#sections = new CsvFile(sectionsTable, folder, settings);
    this.#checks = new CsvFile(checksTable, folder, settings);
    this.#cells = new CsvFile(cellsTable, folder, settings);
    this.#problems = new CsvFile(problemsTable, folder, settings);
    const panel = panelTable(settings.panel.variables);
    this.#panel = new CsvFile(panel, folder, settings);
    this.#gathered = new GatheredPanel(settings.panel);
    this.#tables = tablesWith(panel);
    this.#byIds = valueOrder(settings.order);
    this.#byKind = checkOrder(settings.order);
  }

  async write(documents: readonly StoredDocument[]): Promise<Totals> {
    const files = [this.#reports, this.#requests, this.#proceedings, this.#disclosure, this.#statistics, this.#sections, this.#checks, this.#cells, this.#panel, this.#problems];
    try {
      await this.#rows(documents);
      const written = await Promise.all(files.map((file) => file.close()));
      const { title } = this.#settings;
      await writeFile(join(this.#folder, 'codebook.md'), codebook(this.#tables, title), { flag: 'wx' });
      await writeFile(join(this.#folder, 'datapackage.json'), dataPackage(this.#tables, written, title), { flag: 'wx' });
      for (const file of [...written.map((one) => one.file), 'codebook.md', 'datapackage.json']) await toDisk(join(this.#folder, file));
      return this.#tally.totals();
    } catch (error) {
      for (const file of files) file.abandon();
      throw error;
    }
  }

  async #rows(documents: readonly StoredDocument[]): Promise<void> {
    const { reports, others, duplicates } = inOrder(documents);
    const { counts } = this.#tally;
    counts.documents = documents.length;
    counts.duplicates = duplicates.size;
    for (const stored of others) {
      const first = duplicates.get(stored);
      if (first !== undefined) {
        await this.#problem(duplicateOf(stored.source.path, first));
        continue;
      }
      const document = await stored.read();
      counts.failedDocuments += Number(document.outcome === 'failed');
      counts.otherDocuments += Number(document.outcome === 'not-a-report');
      for (const problem of problemsOf(document).ofDocument) await this.#problem(problem);
    }
    const shelf = new Shelf();
    // Twice: what a year is held against may stand anywhere in the dataset.
    for (const placed of reports) {
      const { id, report } = await this.#record(placed, shelf);
      this.#gathered.add(id, report);
    }
    for (const placed of reports) await this.#report(await this.#record(placed, shelf), placed.index);
    for (const row of this.#gathered.rows()) await this.#panel.write(row);
  }

  async #record({ stored, index }: Placed, shelf: Shelf): Promise<ReportRecord> {
    const document = await shelf.read(stored);
    const report = document.reports[index];
    if (report === undefined) throw new Error(`Report ${index + 1} of ${stored.source.path} is gone`);
    const id = reportId(document.source.sha256, index);
    return { id, document, report: withOwnIssuer(report, id), pipelineVersion: this.#settings.title.pipelineVersion };
  }

  async #report(asRead: ReportRecord, index: number): Promise<void> {
    const { report, findings } = this.#amongYears(asRead);
    const document = { ...asRead.document, reports: asRead.document.reports.map((one, i) => (i === index ? { ...report, findings } : one)) };
    const record = { ...asRead, report, document };
    const row = reportRow(record);
    this.#tally.report(row);
    await this.#reports.write(row);
    for (const value of report.values.toSorted(this.#byIds)) {
      await this.#cells.write({ record, value });
      if (!isOfForm(value)) continue;
      if (value.table === 'requests') await this.#requests.write({ record, value });
      if (value.table === 'proceedings') await this.#proceedings.write({ record, value });
      if (value.table === 'disclosure') await this.#disclosure.write({ record, value });
      if (value.table === 'statistics') await this.#statistics.write({ record, value });
    }
    for (const section of sectionsInOrder(report.sections ?? [])) await this.#sections.write({ record, section });
    for (const check of report.checks.toSorted(this.#byKind)) await this.#checks.write({ record, check });
    for (const problem of problemsOf(document).ofReports[index] ?? []) await this.#problem(problem);
  }

  /** A report with the checks that hold it against the year before, and what is to be said of them. */
  #amongYears({ id, report }: ReportRecord): { readonly report: ReportRecord['report']; readonly findings: ReportRecord['report']['findings'] } {
    const checks = this.#gathered.yearChecks(report);
    const failed = checks.filter((c) => c.held === false).map((c) => finding('year-check-failed', `${c.table}/${c.id}`, { left: c.left, right: c.right }));
    const taken = this.#gathered.taken(report);
    const other = taken === null || taken === id ? [] : [finding('other-report-taken', '', { report: taken })];
    return { report: { ...report, checks: [...report.checks, ...checks] }, findings: [...report.findings, ...failed, ...other] };
  }

  async #problem(problem: Problem): Promise<void> {
    this.#tally.problem(problem);
    await this.#problems.write(problem);
  }
}
