import { z } from 'zod';
import type { Finding } from '../../model/finding.js';

const findingShape = z.object({ code: z.string(), severity: z.enum(['info', 'warning', 'error']), place: z.string(), message: z.string(), hint: z.string() });

/** What is kept of a list that was gone through to its end. */
const lastSchema = z.object({ reports: z.array(z.string()), total: z.number().optional() });

/** How far one list of a pass is. */
const branchSchema = z.object({
  /** Reports that it named so far, in its order. */
  reports: z.array(z.string()),
  /** How many entries it says it has. */
  total: z.number().optional(),
  /** By hash, what its pages named. */
  pages: z.array(z.string()),
  /** Pages in a row without a report that was not met. */
  barren: z.number(),
  /** Whether it was, or will be, gone through so that what it names is all it has. */
  whole: z.boolean(),
  /** Titles that a person should look at. */
  unsure: z.array(z.string()),
  /** Of a list that named no report: what there was to see. */
  seen: z.object({ layout: z.string().optional(), links: z.number(), titles: z.array(z.string()), scripts: z.boolean() }).optional(),
});

/** One way through the lists of a source, as it is kept between two runs. */
const passSchema = z.object({
  begun: z.string(),
  all: z.boolean(),
  since: z.string().optional(),
  /** Pages that were planned in it, as the archive writes them. */
  lists: z.array(z.string()),
  /** By the address of the list's first page. */
  branches: z.record(z.string(), branchSchema),
  findings: z.array(findingShape),
  /** Whether its lists are at their end; it is kept for the reports it planned. */
  done: z.boolean().default(false),
});

export type Branch = z.infer<typeof branchSchema>;
export type Last = z.infer<typeof lastSchema>;
export type Pass = Omit<z.infer<typeof passSchema>, 'findings'> & { findings: Finding[] };

export const emptyBranch = (): Branch => ({ reports: [], pages: [], barren: 0, whole: true, unsure: [] });

/** A pass out of the archive's memory; undefined where there is none, or another version wrote it. */
export function passOf(value: unknown): Pass | undefined {
  const read = passSchema.safeParse(value);
  return read.success ? read.data : undefined;
}

export function lastOf(value: unknown): Last | undefined {
  const read = lastSchema.safeParse(value);
  return read.success ? read.data : undefined;
}
