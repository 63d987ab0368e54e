import { reportPipelineSchema } from './load-pipeline.js';
import { yamlIn } from './pipeline-file.js';
import { Timetable } from './timetable.js';

/**
 * Loads when a pipeline is run by itself.
 *
 * @throws StopRun (exit code 1) where its file is not there or not as its schema wants it, or tells no time
 */
export const loadTimetable = async (folder: string): Promise<Timetable> => new Timetable((await yamlIn(folder, 'pipeline.yaml', reportPipelineSchema)).schedule);
