import { resolve } from 'node:path';
import { datasetOrder, idLabels } from '../batch/dataset-ids.js';
import { defaultPipelineFolder, loadPipeline } from '../pipeline/load-pipeline.js';
import type { LoadedPipeline } from './surroundings.js';

/** The pipeline in `folder`, or the one that comes with the program. */
export async function loadedPipeline(folder: string | undefined): Promise<LoadedPipeline> {
  const path = resolve(folder ?? defaultPipelineFolder());
  const { name, version, limits, forms } = await loadPipeline(path);
  return { folder: path, name, version, limits, order: datasetOrder(forms), labels: idLabels(forms) };
}
