import { join } from 'node:path';
import { hashOfFolder } from '../batch/hash-file.js';
import { runBatch } from '../batch/run-batch.js';
import { exitCodeOf, exitCodeOfSamples } from './exit-code.js';
import { progressLine } from './progress.js';
import type { RunOptions } from './run-options.js';
import { summaryData, summaryText, type Summary } from './summary.js';
import { jsonLine } from './summary-lines.js';
import type { Surroundings } from './surroundings.js';

/** `gongkai run`: the inputs become a dataset. Gives the exit code. */
export async function run(inputs: readonly string[], options: RunOptions, surroundings: Surroundings): Promise<number> {
  const summary = await datasetOf(inputs, options, surroundings);
  surroundings.err(summaryText(summary));
  if (options.json) surroundings.out(jsonLine(summaryData(summary)));
  return summary.exitCode;
}

/**
 * Makes the dataset, and tells nothing but its progress.
 *
 * @throws StopRun where it can't go on, or was told to stop
 */
export async function datasetOf(inputs: readonly string[], options: Omit<RunOptions, 'json'>, surroundings: Surroundings): Promise<Summary> {
  const begin = surroundings.now().getTime();
  const pipeline = await surroundings.pipelineIn(options.pipeline);
  const progress = progressLine(surroundings.terminal);
  try {
    const { totals, resumed, samples, out } = await runBatch({
      inputs,
      out: options.out ?? join('output', pipeline.name),
      replace: options.replace,
      jobs: options.jobs ?? surroundings.cores,
      limits: { ...pipeline.limits, seconds: options.timeout ?? pipeline.limits.seconds, megabytes: options.memory ?? pipeline.limits.megabytes },
      reader: surroundings.readerFor(pipeline),
      dataset: {
        order: pipeline.order,
        panel: pipeline.panel,
        bom: options.bom,
        title: { name: pipeline.name, pipelineVersion: pipeline.version, programVersion: surroundings.version, labels: pipeline.labels },
      },
      pipeline: await hashOfFolder(pipeline.folder),
      holder: surroundings.holder,
      now: surroundings.now,
      signal: surroundings.signal,
      onProgress: progress.show,
      samples: options.accept ? 'accept' : options.expect ? 'compare' : 'ignore',
    });
    return {
      program: `gongkai ${surroundings.version}`,
      pipeline: pipeline.name,
      pipelineVersion: pipeline.version,
      out,
      exitCode: samples === null ? exitCodeOf(totals) : exitCodeOfSamples(samples),
      seconds: (surroundings.now().getTime() - begin) / 1000,
      resumed,
      totals,
      samples,
    };
  } finally {
    progress.end();
  }
}
