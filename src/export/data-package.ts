import type { WrittenFile } from './csv-file.js';
import type { DatasetTitle, IdLabel } from './id-label.js';
import { fileOf, type Code, type TableDeclaration } from './table.js';

const PROFILES = 'https://datapackage.org/profiles/2.0';

type Field = TableDeclaration['columns'][number];

/** Frictionless Data Package, version 2. It holds no time, so that the same documents give the same bytes. */
export function dataPackage(tables: readonly TableDeclaration[], files: readonly WrittenFile[], title: DatasetTitle): string {
  const descriptor = {
    $schema: `${PROFILES}/datapackage.json`,
    name: title.name,
    title: '政府信息公开工作年度报告 · Annual reports on government information disclosure',
    labels: { zh: '政府信息公开工作年度报告', en: 'Annual reports on government information disclosure' },
    description: 'The tables of published reports as records. codebook.md tells every id with its printed label. A value whose status is suspect or missing is not vouched for.',
    version: title.pipelineVersion,
    generator: `gongkai ${title.programVersion}`,
    resources: tables.map((table) => resource(table, files, title.labels)),
  };
  return `${JSON.stringify(descriptor, null, 2)}\n`;
}

function resource(table: TableDeclaration, files: readonly WrittenFile[], labels: readonly IdLabel[]) {
  const written = files.find((file) => file.file === fileOf(table));
  return {
    $schema: `${PROFILES}/dataresource.json`,
    name: table.name,
    path: fileOf(table),
    type: 'table',
    title: `${table.zh} · ${table.en}`,
    labels: { zh: table.zh, en: table.en },
    description: table.description,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    ...(written === undefined ? {} : { bytes: written.bytes, hash: `sha256:${written.sha256}`, rows: written.rows }),
    dialect: { $schema: `${PROFILES}/tabledialect.json`, delimiter: ',', lineTerminator: '\n', quoteChar: '"', doubleQuote: true, header: true },
    schema: {
      $schema: `${PROFILES}/tableschema.json`,
      fields: table.columns.map((column) => field(column, codesOf(table.name, column, labels))),
      missingValues: [''],
      primaryKey: table.key,
      ...(table.foreignKeys.length === 0 ? {} : { foreignKeys: table.foreignKeys.map((key) => ({ fields: key.columns, reference: { resource: key.table, fields: key.refersTo } })) }),
    },
  };
}

function field(column: Field, codes: readonly Code[]) {
  const constraints = {
    ...(column.required === true ? { required: true } : {}),
    ...(column.unique === true ? { unique: true } : {}),
    ...(column.minimum === undefined ? {} : { minimum: column.minimum }),
    ...(column.maximum === undefined ? {} : { maximum: column.maximum }),
    ...(column.pattern === undefined ? {} : { pattern: column.pattern }),
    ...(column.codes === undefined ? {} : { enum: column.codes.map((code) => code.id) }),
  };
  return {
    name: column.name,
    type: column.type,
    title: `${column.zh} · ${column.en}`,
    labels: { zh: column.zh, en: column.en },
    description: column.description,
    ...(column.unit === undefined ? {} : { unit: column.unit }),
    ...(Object.keys(constraints).length === 0 ? {} : { constraints }),
    ...(codes.length === 0 ? {} : { codes }),
  };
}

/** The ids that a column may hold with their labels: its own closed list, or the ids of the form. */
export function codesOf(table: string, column: Field, labels: readonly IdLabel[]): readonly Code[] {
  if (column.codes !== undefined) return column.codes;
  const axis = axisOf(column.name);
  return axis === null ? [] : labels.filter((label) => label.table === table && label.axis === axis).map((label) => ({ id: label.id, zh: label.printed, en: label.english }));
}

const AXES: Readonly<Record<string, IdLabel['axis']>> = { item: 'row', procedure: 'row', indicator: 'row', applicant: 'column', outcome: 'column', measure: 'column' };

const axisOf = (column: string): IdLabel['axis'] | null => AXES[column] ?? null;
