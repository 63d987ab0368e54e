import { answersSchema, toMarks, type AnswerMarks } from '../acquire/client/answers/marks.js';
import type { FetchSettings } from '../acquire/client/settings.js';
import { reportPipelineSchema } from './load-pipeline.js';
import { yamlIn } from './pipeline-file.js';

/** What a pipeline says of asking publishing sites. */
export interface Fetching {
  readonly settings: FetchSettings;
  readonly marks: AnswerMarks;
}

/**
 * Loads `fetch:` of a pipeline and the file of answers that it names.
 *
 * @throws StopRun (exit code 1) where a file is not there or not as its schema wants it
 */
export async function loadFetching(folder: string): Promise<Fetching> {
  const { fetch } = await yamlIn(folder, 'pipeline.yaml', reportPipelineSchema);
  return { settings: fetch, marks: toMarks(await yamlIn(folder, fetch.answers, answersSchema)) };
}
