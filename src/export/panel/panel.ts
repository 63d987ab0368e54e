import { z } from 'zod';

/** How far a variable of the panel is what the form counts. */
const matches = ['exact', 'narrower', 'wider', 'close'] as const;

const mapping = z.strictObject({
  /** Editions of the form that print the terms; for the reader, the terms decide. */
  forms: z.array(z.string()).min(1),
  /** `table/row/column` of the values whose sum it is. */
  terms: z.array(z.string().regex(/^(?:requests|proceedings|disclosure|statistics)\/[a-z_.]+\/[a-z_]+$/)).min(1),
  match: z.enum(matches),
  why: z.string().min(1),
});

const variable = z.strictObject({
  id: z.string().regex(/^[a-z][a-z_]*$/),
  zh: z.string().min(1),
  en: z.string().min(1),
  from: z.array(mapping).min(1),
});

/** What `panel.yaml` says: the variables that mean the same over the generations of the form. */
export const panelSchema = z.strictObject({
  variables: z.array(variable).min(1).refine((all) => new Set(all.map((v) => v.id)).size === all.length, 'two variables have the same id'),
  carried: z.strictObject({ table: z.literal('requests'), out: z.string(), in: z.string() }),
});

export type Panel = z.infer<typeof panelSchema>;
export type PanelVariable = Panel['variables'][number];
