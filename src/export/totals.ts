import type { Problem } from './problems-table.js';
import type { ReportRow } from './reports-table.js';

/** How many problems a summary shows. */
const SHOWN = 20;

/** What a dataset amounts to, counted while it is written. */
export interface Totals {
  readonly documents: number;
  readonly failedDocuments: number;
  readonly otherDocuments: number;
  readonly duplicates: number;
  readonly reports: number;
  readonly reportsComplete: number;
  readonly reportsToReview: number;
  readonly reportsFailed: number;
  readonly values: number;
  readonly valuesSuspect: number;
  readonly valuesMissing: number;
  readonly checksHeld: number;
  readonly checksFailed: number;
  readonly problems: number;
  /** The first errors, then the first warnings. */
  readonly worthALook: readonly Problem[];
}

type Counts = { -readonly [name in keyof Omit<Totals, 'worthALook'>]: number };

export class Tally {
  readonly counts: Counts = {
    documents: 0,
    failedDocuments: 0,
    otherDocuments: 0,
    duplicates: 0,
    reports: 0,
    reportsComplete: 0,
    reportsToReview: 0,
    reportsFailed: 0,
    values: 0,
    valuesSuspect: 0,
    valuesMissing: 0,
    checksHeld: 0,
    checksFailed: 0,
    problems: 0,
  };
  readonly #errors: Problem[] = [];
  readonly #warnings: Problem[] = [];

  report({ counts, status }: ReportRow): void {
    this.counts.reports++;
    this.counts.reportsComplete += Number(status === 'complete');
    this.counts.reportsToReview += Number(status === 'review');
    this.counts.reportsFailed += Number(status === 'failed');
    this.counts.values += counts.values;
    this.counts.valuesSuspect += counts.suspect;
    this.counts.valuesMissing += counts.missing;
    this.counts.checksHeld += counts.held;
    this.counts.checksFailed += counts.failed;
  }

  problem(problem: Problem): void {
    this.counts.problems++;
    const list = problem.severity === 'error' ? this.#errors : problem.severity === 'warning' ? this.#warnings : null;
    if (list !== null && list.length < SHOWN) list.push(problem);
  }

  totals(): Totals {
    return { ...this.counts, worthALook: [...this.#errors, ...this.#warnings].slice(0, SHOWN) };
  }
}
