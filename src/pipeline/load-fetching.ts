import { answersSchema, toMarks, type AnswerMarks } from '../acquire/client/answers/marks.js';
import { attachmentsBy, type AttachmentsOf } from '../acquire/fetch/attachments.js';
import type { ListColumns } from '../acquire/fetch/address-list.js';
import type { FetchSettings } from '../acquire/client/settings.js';
import { reportPipelineSchema } from './load-pipeline.js';
import { yamlIn } from './pipeline-file.js';

/** What a pipeline says of asking publishing sites. */
export interface Fetching {
  readonly settings: FetchSettings;
  readonly marks: AnswerMarks;
  /** How the columns of a user's list may be headed. */
  readonly listColumns: ListColumns;
  /** What belongs to a page that came. */
  readonly attachmentsOf: AttachmentsOf;
}

/**
 * Loads what a pipeline says of fetching, and the file of answers that it names.
 *
 * @throws StopRun (exit code 1) where a file is not there or not as its schema wants it
 */
export async function loadFetching(folder: string): Promise<Fetching> {
  const { fetch, address_lists: listColumns, attachments, pictures } = await yamlIn(folder, 'pipeline.yaml', reportPipelineSchema);
  return { settings: fetch, marks: toMarks(await yamlIn(folder, fetch.answers, answersSchema)), listColumns, attachmentsOf: attachmentsBy(attachments, pictures) };
}
