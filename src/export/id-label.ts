import type { TableId } from '../model/report.js';

/** An id of a form with the label that is printed for it. */
export interface IdLabel {
  readonly table: TableId;
  readonly axis: 'row' | 'column';
  readonly id: string;
  /** As printed in the form. */
  readonly printed: string;
  /** What it means, for a reader who has no Chinese; empty where none is given. */
  readonly english: string;
  /** The editions of the form that have it, `2019`, `2021` …. */
  readonly forms: readonly string[];
}

/** What the tables of a dataset are of: everything that the pipeline knows and the reports do not tell. */
export interface DatasetTitle {
  /** Name of the pipeline: lower case, with `-`. */
  readonly name: string;
  readonly pipelineVersion: string;
  readonly programVersion: string;
  readonly labels: readonly IdLabel[];
}
