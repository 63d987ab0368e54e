import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { systemSchema, toLayouts, type SystemFile } from '../../../src/acquire/lists/layout.js';
import { ListedTitles, listedTitlesSchema } from '../../../src/acquire/lists/listed-titles.js';

export const delivered = path.join(import.meta.dirname, '../../../pipelines/ogi-annual-report');
const yaml = (name: string): unknown => parse(readFileSync(path.join(delivered, name), 'utf8'));

/** The publishing systems that are delivered, in the order of the pipeline. */
export const systems: readonly SystemFile[] = (yaml('pipeline.yaml') as { systems: string[] }).systems.map((name) => systemSchema.parse(yaml(name)));
export const layouts = toLayouts(systems);
export const titles = new ListedTitles(listedTitlesSchema.parse(yaml('listed-titles.yaml')));
