import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { StopRun } from '../model/errors.js';

/** What every pipeline says of itself, in its `pipeline.yaml`. */
export const pipelineSchema = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]*$/),
  version: z.string(),
  limits: z.strictObject({ seconds: z.number().positive(), scanned_page_seconds: z.number().positive().optional(), megabytes: z.number().positive(), file_megabytes: z.number().positive(), pages: z.int().positive() }),
});

/** What one document may take: seconds of wall clock, and for each further page that is read from its picture, megabytes of memory and of file, pages that are read. */
export type PipelineLimits = z.infer<typeof pipelineSchema>['limits'];

/**
 * A YAML file of the pipeline in `folder`, as its schema wants it.
 *
 * @throws StopRun (exit code 1) where it is not there or not so
 */
export async function yamlIn<T>(folder: string, name: string, schema: z.ZodType<T>): Promise<T> {
  const file = path.join(folder, name);
  const result = schema.safeParse(attempt(file, await textIn(folder, name), (t) => parse(t) as unknown));
  if (result.success) return result.data;
  throw new StopRun(1, `The pipeline file ${file} is not as it must be:\n${z.prettifyError(result.error)}`, 'Correct the keys named above.');
}

/**
 * The text of a file of the pipeline in `folder`.
 *
 * @throws StopRun (exit code 1) where it can't be read
 */
export async function textIn(folder: string, name: string): Promise<string> {
  const file = path.join(folder, name);
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new StopRun(1, `The pipeline file ${file} can't be read: ${(error as Error).message}`, 'Name a folder under pipelines/ that holds a pipeline.yaml and the files it lists.');
  }
}

/** What is made of the content of `file`; any failure stops the run with its reason. */
export function attempt<A, B>(file: string, value: A, make: (value: A) => B): B {
  try {
    return make(value);
  } catch (error) {
    if (error instanceof StopRun) throw error;
    throw new StopRun(1, `The pipeline file ${file} is not as it must be: ${(error as Error).message}`, 'Correct it, or restore the file that was delivered.');
  }
}
