/** A closed list of ids that a column may hold, each with its label. */
export interface Code {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
}

export type ColumnType = 'string' | 'integer' | 'number' | 'date' | 'year';

/** One column, declared once: CSV, data package and codebook are derived from it. */
export interface Column<Row> {
  readonly name: string;
  readonly type: ColumnType;
  readonly zh: string;
  readonly en: string;
  readonly description: string;
  readonly unit?: string;
  /** Never empty. */
  readonly required?: boolean;
  readonly unique?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly codes?: readonly Code[];
  /** Text as read off the page, where a printed number stays a number. */
  readonly raw?: boolean;
  /** The value of this column as it is written; empty for no value. */
  readonly of: (row: Row) => string;
}

export interface ForeignKey {
  readonly columns: readonly string[];
  readonly table: string;
  readonly refersTo: readonly string[];
}

/** One file of the dataset. */
export interface Table<Row> {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly description: string;
  readonly columns: readonly Column<Row>[];
  readonly key: readonly string[];
  readonly foreignKeys: readonly ForeignKey[];
}

/** What a table says of itself, whatever its rows are. */
export type TableDeclaration = Omit<Table<never>, 'columns'> & { readonly columns: readonly Omit<Column<never>, 'of'>[] };

export const fileOf = (table: Pick<TableDeclaration, 'name'>): string => `${table.name}.csv`;

export const toReports: ForeignKey = { columns: ['report_id'], table: 'reports', refersTo: ['report_id'] };
