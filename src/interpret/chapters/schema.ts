import { z } from 'zod';

const chapter = z.strictObject({
  id: z.string().regex(/^[1-9]$/),
  label: z.string().min(1),
  en: z.string().min(1),
  names: z.array(z.string().min(2)).min(1),
});

/** What `chapters.yaml` says: the chapters of a report and how offices head them. */
export const chaptersSchema = z.strictObject({
  chapters: z.array(chapter).min(1).refine((all) => new Set(all.map((c) => c.id)).size === all.length, 'two chapters have the same id'),
  match: z.number().min(0.5).max(1),
});

export type ChapterWords = z.infer<typeof chaptersSchema>;
