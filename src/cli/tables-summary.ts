import type { TablesOutcome } from '../batch/tables-batch.js';
import { printable } from './printable.js';
import { findingOf, jsonLine, line, problemsText } from './summary-lines.js';

/** What a run that looked for tables has to say at its end. */
export interface TablesSummary {
  readonly program: string;
  readonly pipeline: string;
  readonly pipelineVersion: string;
  readonly exitCode: number;
  readonly seconds: number;
  readonly outcome: TablesOutcome;
}

/** For a person at a terminal. */
export const tablesSummaryText = ({ outcome, seconds }: TablesSummary): string =>
  `${[
    `${line('Documents', outcome.documents, [
      [outcome.failedDocuments, 'failed'],
      [outcome.otherDocuments, 'of no format that is read'],
      [outcome.withoutTables, 'without tables'],
    ])} (${seconds.toFixed(1)} s)`,
    line('Tables', outcome.tables, []),
    `Folder     ${printable(outcome.out)}`,
    ...problemsText(outcome),
  ].join('\n')}\n`;

/** For a program: one JSON object, whose names stay. */
export const tablesSummaryJson = ({ program, pipeline, pipelineVersion, exitCode, seconds, outcome }: TablesSummary): string =>
  jsonLine({
    program,
    pipeline,
    pipeline_version: pipelineVersion,
    out: outcome.out,
    exit_code: exitCode,
    seconds: Number(seconds.toFixed(3)),
    documents: outcome.documents,
    documents_failed: outcome.failedDocuments,
    documents_unknown_format: outcome.otherDocuments,
    documents_without_tables: outcome.withoutTables,
    tables: outcome.tables,
    problems: outcome.problems,
    worth_a_look: outcome.worthALook.map((problem) => ({ source: problem.source, ...findingOf(problem) })),
  });
