import { z } from 'zod';

const label = z.string().min(1);

/** A column of a form: a leaf with an id, or a spanner over others. */
export interface ColumnNode {
  readonly id?: string | undefined;
  readonly label: string;
  readonly variants?: readonly string[] | undefined;
  /** Labels that offices print in its place and that say something else, strictly: numbers below them are suspect. */
  readonly doubtful?: readonly string[] | undefined;
  readonly en?: string | undefined;
  /** Its siblings (and their leaves) sum to it. */
  readonly total?: true | undefined;
  /** May be negative: a change. */
  readonly signed?: true | undefined;
  /** An amount of money: any decimal, with a unit. */
  readonly amount?: true | undefined;
  readonly columns?: readonly ColumnNode[] | undefined;
}

/** A row of a form: a leaf with an id, or a group of others, whose id (if any) prefixes theirs. */
export interface RowNode {
  readonly id?: string | undefined;
  readonly label: string;
  readonly variants?: readonly string[] | undefined;
  readonly en?: string | undefined;
  /** The rows of its group sum to it. */
  readonly total?: true | undefined;
  /** What came in must equal what went out. */
  readonly flow?: 'in' | 'out' | undefined;
  /** Rows that stand in its place where an office splits it. */
  readonly parts?: readonly RowNode[] | undefined;
  readonly rows?: readonly RowNode[] | undefined;
}

const columnNode: z.ZodType<ColumnNode> = z.lazy(() =>
  z.strictObject({
    id: z.string().optional(),
    label,
    variants: z.array(label).optional(),
    doubtful: z.array(label).optional(),
    en: z.string().optional(),
    total: z.literal(true).optional(),
    signed: z.literal(true).optional(),
    amount: z.literal(true).optional(),
    columns: z.array(columnNode).optional(),
  }),
);

const rowNode: z.ZodType<RowNode> = z.lazy(() =>
  z.strictObject({
    id: z.string().optional(),
    label,
    variants: z.array(label).optional(),
    en: z.string().optional(),
    total: z.literal(true).optional(),
    flow: z.enum(['in', 'out']).optional(),
    parts: z.array(rowNode).optional(),
    rows: z.array(rowNode).optional(),
  }),
);

const part = z.strictObject({
  heading: label.optional(),
  stubhead: label.optional(),
  /** The values stand in one row without a label; the id of the row is that of the spanner. */
  single_row: z.literal(true).optional(),
  columns: z.array(columnNode),
  rows: z.array(rowNode),
});

/** A row of a long list: an indicator with an id, or a heading; the rows below it may be parts of it. */
export interface ListNode {
  /** Whole, whatever it stands in. */
  readonly id?: string | undefined;
  readonly label: string;
  readonly variants?: readonly string[] | undefined;
  readonly en?: string | undefined;
  /** The unit of the official form; offices print others. */
  readonly unit?: string | undefined;
  /** An amount of money: any decimal. */
  readonly amount?: true | undefined;
  /** Name of the check that the rows right below it sum to it. */
  readonly sum?: string | undefined;
  readonly rows?: readonly ListNode[] | undefined;
}

const listNode: z.ZodType<ListNode> = z.lazy(() =>
  z.strictObject({
    id: z.string().optional(),
    label,
    variants: z.array(label).optional(),
    en: z.string().optional(),
    unit: label.optional(),
    amount: z.literal(true).optional(),
    sum: z.string().optional(),
    rows: z.array(listNode).optional(),
  }),
);

/** What the columns of a long list are headed with. */
const listHeads = z.strictObject({ indicator: z.array(label), unit: z.array(label), value: z.array(label), total: z.array(label), cumulative: z.array(label), serial: z.array(label) });

export type ListHeads = z.infer<typeof listHeads>;

export const formSchema = z.strictObject({
  form: z.string(),
  /** `reports.template` of a report that has it; the form's id where it is not given. */
  template: z.string().optional(),
  rule: z.string(),
  tables: z.array(
    z.strictObject({
      id: z.enum(['requests', 'proceedings', 'disclosure', 'statistics']),
      chapter: label,
      parts: z.array(part).optional(),
      list: z.strictObject({ heads: listHeads, rows: z.array(listNode) }).optional(),
    }),
  ),
});

export type FormSource = z.infer<typeof formSchema>;
export type PartSource = z.infer<typeof part>;

export const labelsSchema = z.strictObject({
  characters: z.record(z.string().length(1), z.string().length(1)),
  contrasts: z.array(z.record(z.string(), z.array(label))),
  periods: z.strictObject({ this: z.array(label), other: z.array(label) }),
  blanks: z.array(label),
  units: z.array(label),
  signs: z.record(label, z.enum(['+', '-'])),
  list_labels: z.strictObject({ before: z.array(label), after: z.array(label) }),
  report_title: label,
  match: z.strictObject({ accept: z.number(), sure: z.number(), placed: z.number(), misprints: z.number(), lead: z.number() }),
});

/** How labels and values are spelled: `labels.yaml`. */
export type LabelRules = z.infer<typeof labelsSchema>;
