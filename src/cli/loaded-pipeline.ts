import { resolve } from 'node:path';
import { datasetOrder, idLabels } from '../batch/dataset-ids.js';
import { defaultPipelineFolder, loadPipeline } from '../pipeline/load-pipeline.js';
import { loadFetching, type Fetching } from '../pipeline/load-fetching.js';
import { loadSources, type Sources } from '../pipeline/load-sources.js';
import { defaultTablesPipelineFolder, loadTablesPipeline } from '../pipeline/load-tables-pipeline.js';
import { loadTimetable } from '../pipeline/load-timetable.js';
import type { Timetable } from '../pipeline/timetable.js';
import type { LoadedPipeline, LoadedTablesPipeline } from './surroundings.js';

/** The pipeline in `folder`, or the one that comes with the program. */
export async function loadedPipeline(folder: string | undefined): Promise<LoadedPipeline> {
  const path = resolve(folder ?? defaultPipelineFolder());
  const { name, version, limits, forms, narrative, panel } = await loadPipeline(path);
  const { seconds, scanned_page_seconds: scannedPageSeconds, megabytes } = limits;
  return { folder: path, name, version, limits: { seconds, megabytes, ...(scannedPageSeconds !== undefined && { scannedPageSeconds }) }, order: datasetOrder(forms), labels: idLabels(forms, narrative.source), panel };
}

/** The pipeline of tables in `folder`, or the one that comes with the program. */
export async function loadedTablesPipeline(folder: string | undefined): Promise<LoadedTablesPipeline> {
  const path = resolve(folder ?? defaultTablesPipelineFolder());
  return { folder: path, ...(await loadTablesPipeline(path)) };
}

/** What the pipeline in `folder`, or the one that comes with the program, says of asking sites. */
export const loadedFetching = (folder: string | undefined): Promise<Fetching> => loadFetching(resolve(folder ?? defaultPipelineFolder()));

/** The sources of the pipeline in `folder`, or of the one that comes with the program. */
export const loadedSources = (folder: string | undefined): Promise<Sources> => loadSources(resolve(folder ?? defaultPipelineFolder()));

/** When the pipeline in `folder`, or the one that comes with the program, is run by itself. */
export const loadedTimetable = (folder: string | undefined): Promise<Timetable> => loadTimetable(resolve(folder ?? defaultPipelineFolder()));
