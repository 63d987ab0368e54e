import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { addressListSchema } from '../acquire/fetch/address-list.js';
import { attachmentsSchema, picturesSchema } from '../acquire/fetch/attachments.js';
import { fetchSchema } from '../acquire/client/settings.js';
import { crawlSchema } from '../acquire/sources/source.js';
import { chaptersSchema, type ChapterWords } from '../interpret/chapters/schema.js';
import { toForm, vocabulary, type Form } from '../interpret/forms/form.js';
import { formSchema, labelsSchema } from '../interpret/forms/schema.js';
import { panelSchema, type Panel } from '../export/panel/panel.js';
import { Labels } from '../interpret/labels.js';
import { loadGazetteer, type Gazetteer } from '../interpret/identity/gazetteer.js';
import { parseIdentityWords, type IdentityWords } from '../interpret/identity/words.js';
import { narrativeSchema } from '../interpret/narrative/schema.js';
import { Narrative } from '../interpret/narrative/statements.js';
import type { ModelPaths } from '../ocr/readers/model-paths.js';
import { misreadingsSchema, type MisreadingCosts } from '../reconcile/proof/misreadings.js';
import { attempt, pipelineSchema, textIn, yamlIn, type PipelineLimits } from './pipeline-file.js';
import { scheduleSchema } from './timetable.js';

/** Paths of models for reading scans, absolute or from the folder of the pipeline. */
const modelsSchema = z.strictObject({ detection: z.string().min(1), recognition: z.string().min(1), dictionary: z.string().min(1), tesseract: z.string().min(1) }).partial();

/** pipeline.yaml of reports. */
export const reportPipelineSchema = pipelineSchema.extend({
  forms: z.array(z.string()).min(1),
  narrative: z.string(),
  labels: z.string(),
  identity: z.string(),
  divisions: z.string(),
  former_divisions: z.string(),
  misreadings: z.string(),
  chapters: z.string(),
  panel: z.string(),
  fetch: fetchSchema,
  address_lists: addressListSchema,
  attachments: attachmentsSchema,
  pictures: picturesSchema,
  models: modelsSchema.optional(),
  systems: z.array(z.string()).min(1),
  listed_titles: z.string(),
  crawl: crawlSchema,
  schedule: scheduleSchema,
});

/** What to run, and what the world looks like: everything under one folder of `pipelines/`, loaded and checked. */
export interface Pipeline {
  readonly name: string;
  readonly version: string;
  /** Newest first. */
  readonly forms: readonly Form[];
  /** How figures are told in sentences. */
  readonly narrative: Narrative;
  readonly labels: Labels;
  /** How like a text is to a label of the forms, 0 to 1. */
  readonly likeLabel: (text: string) => number;
  readonly identity: IdentityWords;
  readonly gazetteer: Gazetteer;
  /** How readers of scans err. */
  readonly misreadings: MisreadingCosts;
  /** How chapters are headed. */
  readonly chapters: ChapterWords;
  /** The variables of the panel. */
  readonly panel: Panel;
  readonly limits: PipelineLimits;
  /** Models for reading scans instead of those of the installed packages; absolute paths. */
  readonly models: Partial<ModelPaths>;
}

/** The folder of the pipeline that runs where none is named. */
export const defaultPipelineFolder = (): string => fileURLToPath(new URL('../../pipelines/ogi-annual-report', import.meta.url));

/**
 * Loads a pipeline from its folder.
 *
 * @throws StopRun (exit code 1) where a file is not there or not as its schema wants it
 */
export async function loadPipeline(folder: string): Promise<Pipeline> {
  const source = await yamlIn(folder, 'pipeline.yaml', reportPipelineSchema);
  const forms = await Promise.all(source.forms.map(async (name) => toForm(await yamlIn(folder, name, formSchema))));
  const labels = new Labels(await yamlIn(folder, source.labels, labelsSchema));
  const narrativeSource = await yamlIn(folder, source.narrative, narrativeSchema);
  const narrative = attempt(path.join(folder, source.narrative), narrativeSource, (told) => new Narrative(told));
  const identityFile = path.join(folder, source.identity);
  const identity = attempt(identityFile, await textIn(folder, source.identity), (text) => parseIdentityWords(parse(text)));
  const former = await textIn(folder, source.former_divisions);
  const gazetteer = attempt(path.join(folder, source.divisions), await textIn(folder, source.divisions), (text) => loadGazetteer(text, former));
  const words = [...new Set(forms.flatMap(vocabulary))];
  return {
    name: source.name,
    version: source.version,
    forms,
    narrative,
    labels,
    likeLabel: remembered((t) => labels.best(t, words)),
    identity,
    gazetteer,
    misreadings: await yamlIn(folder, source.misreadings, misreadingsSchema),
    chapters: await yamlIn(folder, source.chapters, chaptersSchema),
    panel: await yamlIn(folder, source.panel, panelSchema),
    limits: source.limits,
    models: Object.fromEntries(Object.entries(source.models ?? {}).map(([name, file]) => [name, path.resolve(folder, file ?? '')])),
  };
}

/** More texts than this are not remembered: the labels and heads of some hundred reports. */
const mostTexts = 20_000;

/** A score of texts that works each out once: the finders of tables ask for the same ones again and again. */
function remembered(score: (text: string) => number): (text: string) => number {
  const scores = new Map<string, number>();
  return (text) => {
    let value = scores.get(text);
    if (value === undefined) {
      value = score(text);
      if (scores.size >= mostTexts) scores.clear();
      scores.set(text, value);
    }
    return value;
  };
}
