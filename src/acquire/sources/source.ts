import { z } from 'zod';
import { layoutSchema, toLayout, type Layout } from '../lists/layout.js';
import type { ListRequest } from '../lists/list.js';
import type { ListedTitles } from '../lists/listed-titles.js';
import { pattern } from '../pattern.js';

const address = z.url({ protocol: /^https?$/ });

/** A file under `sources/`: where an office, or several, publish their reports. */
export const sourceSchema = z.strictObject({
  /** For people. */
  name: z.string().min(1),
  /** An example to copy, which names no site that is there. */
  example: z.literal(true).optional(),
  /** Pages of lists, each alone or with the form, or the JSON, that is sent to it. */
  start: z.array(z.union([address, z.strictObject({ address, form: z.record(z.string(), z.string()) }), z.strictObject({ address, json: z.record(z.string(), z.json()) })])).min(1),
  /** The publishing system, by its id; where it is not said the page tells it. */
  system: z.string().optional(),
  /** Rules of its own, tried before those of the systems. */
  layouts: z.array(layoutSchema).default([]),
  /** Of every report of the source. */
  issuer: z.string().min(1).optional(),
  /** What a report is, beside what `listed-titles.yaml` says. */
  reports: z
    .strictObject({
      /** Titles that are reports, and titles that are none, whatever else is said of them. */
      is: z.array(pattern).optional(),
      is_not: z.array(pattern).optional(),
      /** Only links to such addresses. */
      address: pattern.optional(),
    })
    .default({}),
  /** Pages of its lists that are asked in one pass, at most; those without a new report in a row. */
  pages: z.int().positive().optional(),
  pages_without_reports: z.int().positive().optional(),
});

export type SourceFile = z.infer<typeof sourceSchema>;

/** `crawl:` of pipeline.yaml. */
export const crawlSchema = z.strictObject({
  /** The folder of the sources, beside the pipeline. */
  sources: z.string(),
  /** Pages of a source's lists in one pass, at most. */
  pages: z.int().positive(),
  /** Pages in a row without a report that was not met: then the rest is left. */
  pages_without_reports: z.int().positive(),
  /** A pass that was stopped is gone on with for so long; later the lists have moved. */
  pass_hours: z.number().positive(),
});

export type CrawlSettings = z.infer<typeof crawlSchema>;

/** A source, ready for use. */
export interface Source {
  /** The name of its file without `.yaml`, or the address that was given in place of one: what receipts call it. */
  readonly id: string;
  readonly start: readonly ListRequest[];
  /** In the order they are tried. */
  readonly layouts: readonly Layout[];
  readonly titles: ListedTitles;
  readonly reportAddress: RegExp | undefined;
  readonly issuer: string | undefined;
  readonly pages: number;
  readonly pagesWithoutReports: number;
}

/** What sources share. */
export interface Lists {
  readonly layouts: readonly Layout[];
  readonly titles: ListedTitles;
  readonly settings: CrawlSettings;
}

/** @throws Error where the system is not known */
export function toSource(id: string, file: SourceFile, { layouts, titles, settings }: Lists): Source {
  const ofSystem = file.system === undefined ? layouts : layouts.filter(({ name }) => name.startsWith(`${file.system ?? ''}/`));
  if (ofSystem.length === 0) throw new Error(`system: ${file.system ?? ''} is none of ${[...new Set(layouts.map(({ name }) => name.split('/')[0]))].join(', ')}`);
  return {
    id,
    start: file.start.map((one) => (typeof one === 'string' ? { address: one } : 'json' in one ? { address: one.address, json: JSON.stringify(one.json) } : one)),
    layouts: [...file.layouts.map((layout) => toLayout('own', layout)), ...ofSystem],
    titles: titles.with(file.reports),
    reportAddress: file.reports.address === undefined ? undefined : new RegExp(file.reports.address, 'iu'),
    issuer: file.issuer,
    pages: file.pages ?? settings.pages,
    pagesWithoutReports: file.pages_without_reports ?? settings.pages_without_reports,
  };
}
