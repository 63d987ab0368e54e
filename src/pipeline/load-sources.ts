import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { systemSchema, toLayouts } from '../acquire/lists/layout.js';
import { ListedTitles, listedTitlesSchema } from '../acquire/lists/listed-titles.js';
import { sourceSchema, toSource, type Lists, type Source } from '../acquire/sources/source.js';
import { StopRun } from '../model/errors.js';
import { reportPipelineSchema } from './load-pipeline.js';
import { attempt, yamlIn } from './pipeline-file.js';

/** What a pipeline says of lists and sources. */
export interface Sources extends Lists {
  /** Those that the pipeline has, in order, without examples. */
  readonly ids: readonly string[];
  /**
   * A source by its id, by its file, or by the address of a list.
   *
   * @throws StopRun (exit code 1) where there is none, or it is not as its schema wants it
   */
  named(name: string): Promise<Source>;
}

/**
 * Loads the publishing systems of a pipeline, and the titles it takes for reports.
 *
 * @throws StopRun (exit code 1) where a file is not there or not as its schema wants it
 */
export async function loadSources(folder: string): Promise<Sources> {
  const { systems, listed_titles, crawl: settings } = await yamlIn(folder, 'pipeline.yaml', reportPipelineSchema);
  const layouts = toLayouts(await Promise.all(systems.map((name) => yamlIn(folder, name, systemSchema))));
  const lists: Lists = { layouts, titles: new ListedTitles(await yamlIn(folder, listed_titles, listedTitlesSchema)), settings };
  const home = path.join(folder, settings.sources);
  const files = (await readdir(home).catch(() => [])).filter((file) => file.endsWith('.yaml')).sort();
  const all = await Promise.all(files.map(async (file) => [path.basename(file, '.yaml'), await yamlIn(home, file, sourceSchema)] as const));
  const known = new Map(all);

  return {
    ...lists,
    ids: all.filter(([, { example }]) => example !== true).map(([id]) => id),
    async named(name) {
      if (/^https?:\/\//i.test(name)) return toSource(name, sourceSchema.parse({ name, start: [addressOf(name)] }), lists);
      const file = known.get(name);
      if (file !== undefined) return attempt(path.join(home, `${name}.yaml`), file, (one) => toSource(name, one, lists));
      if (!name.endsWith('.yaml')) throw new StopRun(1, `There is no source ${name}`, `Name one of ${[...known.keys()].join(', ')}, a file of your own that ends in .yaml, or the address of a list (http…).`);
      const own = await yamlIn(path.dirname(name), path.basename(name), sourceSchema);
      return attempt(name, own, (one) => toSource(path.basename(name, '.yaml'), one, lists));
    },
  };
}

/** @throws StopRun (exit code 1) */
function addressOf(text: string): string {
  if (!URL.canParse(text)) throw new StopRun(1, `${text} is no address`, 'Give the address of a list as a browser shows it.');
  return new URL(text).href;
}
