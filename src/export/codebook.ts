import type { DatasetTitle, IdLabel } from './id-label.js';
import { fileOf, type TableDeclaration } from './table.js';

/** First line of every codebook: how a folder is known to hold a dataset. */
export const CODEBOOK_HEAD = '# Codebook · 数据说明';

/** The dataset for a reader: every file, column and id, with its label in print. */
export function codebook(tables: readonly TableDeclaration[], title: DatasetTitle): string {
  const parts = [
    `${CODEBOOK_HEAD}\n\nPipeline ${title.name} ${title.pipelineVersion}, gongkai ${title.programVersion}. The same, for programs: datapackage.json.`,
    WRITING,
    `## Files\n\n${rowsOf(['file', 'one row is', 'key'], tables.map((table) => [code(fileOf(table)), table.description, table.key.map(code).join(', ')]))}`,
    ...tables.map(fileSection),
    ...tables.filter((table) => title.labels.some((label) => label.table === table.name)).map((table) => idSection(table, title.labels)),
  ];
  return `${parts.join('\n\n')}\n`;
}

const WRITING = `## How it is written

UTF-8, comma-separated, quoted as in RFC 4180, one header line, \`.\` as decimal point, empty for no value.
Text that a spreadsheet would run as a formula, and text that begins with \`'\`, has a \`'\` before it: take one \`'\` away to
have the text back. Numbers never have one.
A value is vouched for where its status is \`read\`, \`blank\`, \`repaired\` or \`corrected\`. \`suspect\` and \`missing\` are not.`;

function fileSection(table: TableDeclaration): string {
  const columns = table.columns.map((column) => [
    code(column.name),
    column.unit === undefined ? column.type : `${column.type}, ${column.unit}`,
    `${column.zh} · ${column.en}`,
    [column.description, ...(column.codes ?? []).map((one) => `${code(one.id)} ${one.zh}: ${one.en}`)].join('<br>'),
  ]);
  return `## ${fileOf(table)}: ${table.zh} · ${table.en}\n\n${table.description}\n\n${rowsOf(['column', 'type', 'label', 'what it holds'], columns)}`;
}

function idSection(table: TableDeclaration, labels: readonly IdLabel[]): string {
  const own = labels.filter((label) => label.table === table.name);
  const axis = (name: IdLabel['axis'], heading: string): string =>
    `### ${heading}\n\n${rowsOf(['id', 'printed', 'in English', 'forms'], own.filter((label) => label.axis === name).map((label) => [code(label.id), label.printed, label.english, label.forms.join(', ')]))}`;
  return `## Ids of ${fileOf(table)}\n\n${axis('row', 'Rows')}\n\n${axis('column', 'Columns')}`;
}

const code = (text: string): string => `\`${text}\``;

function rowsOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
