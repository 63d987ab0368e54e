import { join } from 'node:path';
import { findTablesOfAll } from '../batch/tables-batch.js';
import { exitCodeOfTables } from './exit-code.js';
import { progressLine } from './progress.js';
import type { Surroundings } from './surroundings.js';
import type { TablesOptions } from './tables-options.js';
import { tablesSummaryJson, tablesSummaryText, type TablesSummary } from './tables-summary.js';

/** `gongkai tables`: the tables of the inputs become files. Gives the exit code. */
export async function tables(inputs: readonly string[], options: TablesOptions, surroundings: Surroundings): Promise<number> {
  const begin = surroundings.now().getTime();
  const pipeline = await surroundings.tablesPipelineIn(options.pipeline);
  const { bom, debug } = options;
  const progress = progressLine(surroundings.terminal);
  try {
    const outcome = await findTablesOfAll({
      inputs,
      out: options.out ?? join('output', pipeline.name),
      bom,
      jobs: options.jobs ?? surroundings.cores,
      limits: { seconds: options.timeout ?? pipeline.limits.seconds, megabytes: options.memory ?? pipeline.limits.megabytes },
      reader: surroundings.tablesReaderFor(pipeline, { bom, debug, join: options.join }),
      holder: surroundings.holder,
      now: surroundings.now,
      signal: surroundings.signal,
      onProgress: progress.show,
    });
    progress.end();
    const summary: TablesSummary = {
      program: `gongkai ${surroundings.version}`,
      pipeline: pipeline.name,
      pipelineVersion: pipeline.version,
      exitCode: exitCodeOfTables(outcome),
      seconds: (surroundings.now().getTime() - begin) / 1000,
      outcome,
    };
    surroundings.err(tablesSummaryText(summary));
    if (options.json) surroundings.out(tablesSummaryJson(summary));
    return summary.exitCode;
  } finally {
    progress.end();
  }
}
