import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { StopRun } from '../model/errors.js';
import { toForm, vocabulary, type Form } from '../interpret/forms/form.js';
import { formSchema, labelsSchema } from '../interpret/forms/schema.js';
import { Labels } from '../interpret/labels.js';
import { loadGazetteer, type Gazetteer } from '../interpret/identity/gazetteer.js';
import { parseIdentityWords, type IdentityWords } from '../interpret/identity/words.js';

const pipelineSchema = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]*$/),
  version: z.string(),
  forms: z.array(z.string()).min(1),
  labels: z.string(),
  identity: z.string(),
  divisions: z.string(),
  limits: z.strictObject({ seconds: z.number().positive(), megabytes: z.number().positive(), file_megabytes: z.number().positive(), pages: z.int().positive() }),
});

/** What to run, and what the world looks like: everything under one folder of `pipelines/`, loaded and checked. */
export interface Pipeline {
  readonly name: string;
  readonly version: string;
  /** Newest first. */
  readonly forms: readonly Form[];
  readonly labels: Labels;
  /** How like a text is to a label of the forms, 0 to 1. */
  readonly likeLabel: (text: string) => number;
  readonly identity: IdentityWords;
  readonly gazetteer: Gazetteer;
  readonly limits: z.infer<typeof pipelineSchema>['limits'];
}

/** The folder of the pipeline that runs where none is named. */
export const defaultPipelineFolder = (): string => fileURLToPath(new URL('../../pipelines/ogi-annual-report', import.meta.url));

/**
 * Loads a pipeline from its folder.
 *
 * @throws StopRun (exit code 1) where a file is not there or not as its schema wants it
 */
export async function loadPipeline(folder: string): Promise<Pipeline> {
  const yaml = async <T>(name: string, schema: z.ZodType<T>): Promise<T> => valid(path.join(folder, name), parseYaml(path.join(folder, name), await text(folder, name)), schema);
  const source = await yaml('pipeline.yaml', pipelineSchema);
  const forms = await Promise.all(source.forms.map(async (name) => toForm(await yaml(name, formSchema))));
  const labels = new Labels(await yaml(source.labels, labelsSchema));
  const identityFile = path.join(folder, source.identity);
  const identity = attempt(identityFile, parseYaml(identityFile, await text(folder, source.identity)), parseIdentityWords);
  const gazetteer = attempt(path.join(folder, source.divisions), await text(folder, source.divisions), loadGazetteer);
  const words = [...new Set(forms.flatMap(vocabulary))];
  return {
    name: source.name,
    version: source.version,
    forms,
    labels,
    likeLabel: (t) => labels.best(t, words),
    identity,
    gazetteer,
    limits: source.limits,
  };
}

async function text(folder: string, name: string): Promise<string> {
  const file = path.join(folder, name);
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new StopRun(1, `The pipeline file ${file} can't be read: ${(error as Error).message}`, 'Name a folder under pipelines/ that holds a pipeline.yaml and the files it lists.');
  }
}

function parseYaml(file: string, content: string): unknown {
  return attempt(file, content, (t) => parse(t) as unknown);
}

function valid<T>(file: string, value: unknown, schema: z.ZodType<T>): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new StopRun(1, `The pipeline file ${file} is not as it must be:\n${z.prettifyError(result.error)}`, 'Correct the keys named above.');
}

function attempt<A, B>(file: string, value: A, make: (value: A) => B): B {
  try {
    return make(value);
  } catch (error) {
    if (error instanceof StopRun) throw error;
    throw new StopRun(1, `The pipeline file ${file} is not as it must be: ${(error as Error).message}`, 'Correct it, or restore the file that was delivered.');
  }
}
