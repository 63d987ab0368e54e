import { fileURLToPath } from 'node:url';
import { pipelineSchema, yamlIn, type PipelineLimits } from './pipeline-file.js';

/** What `gongkai tables` runs: any document's tables. There are no forms, so nothing is known of what stands in them. */
export interface TablesPipeline {
  readonly name: string;
  readonly version: string;
  readonly limits: PipelineLimits;
}

/** The folder of the pipeline that runs where none is named. */
export const defaultTablesPipelineFolder = (): string => fileURLToPath(new URL('../../pipelines/tables', import.meta.url));

/**
 * Loads a pipeline of tables from its folder.
 *
 * @throws StopRun (exit code 1) where a file is not there or not as its schema wants it
 */
export const loadTablesPipeline = (folder: string): Promise<TablesPipeline> => yamlIn(folder, 'pipeline.yaml', pipelineSchema);
