import type { Identity } from '../model/report.js';
import { countsOf, statusOf, type ReportCounts, type ReportRecord, type ReportStatus } from './report-record.js';
import type { Code, Column, Table } from './table.js';
import { yearOf } from './value-columns.js';

export interface ReportRow {
  readonly record: ReportRecord;
  readonly counts: ReportCounts;
  readonly status: ReportStatus;
}

export function reportRow(record: ReportRecord): ReportRow {
  const counts = countsOf(record.report);
  return { record, counts, status: statusOf(record.report, counts) };
}

const named = (name: string, zh: string, en: string, description: string, of: (identity: Identity) => string): Column<ReportRow> => ({ name, type: 'string', zh, en, description, of: ({ record }) => of(record.report.identity) });

const count = (name: string, zh: string, en: string, description: string, of: (counts: ReportCounts) => number): Column<ReportRow> => ({ name, type: 'integer', zh, en, description, required: true, minimum: 0, of: ({ counts }) => of(counts).toString() });

const code = (id: string, zh: string, en: string): Code => ({ id, zh, en });

export const reportsTable: Table<ReportRow> = {
  name: 'reports',
  zh: '年度报告',
  en: 'Reports',
  description: 'One report; a document may hold several.',
  columns: [
    {
      name: 'report_id',
      type: 'string',
      zh: '报告标识',
      en: 'Report id',
      description: 'r and the first 16 hex digits of the SHA-256 of the document; -2, -3 … for further reports of one document.',
      required: true,
      unique: true,
      pattern: 'r[0-9a-f]{16}(-[0-9]+)?',
      of: ({ record }) => record.id,
    },
    { name: 'source', type: 'string', zh: '来源', en: 'Source', description: 'Path of the file: the input as given, joined with the path inside it.', required: true, of: ({ record }) => record.document.source.path },
    { name: 'file', type: 'string', zh: '文件名', en: 'File name', description: 'Last part of the source.', required: true, of: ({ record }) => record.document.source.file },
    { name: 'sha256', type: 'string', zh: 'SHA-256', en: 'SHA-256', description: 'Hash of the bytes of the document.', required: true, pattern: '[0-9a-f]{64}', of: ({ record }) => record.document.source.sha256 },
    { name: 'media_type', type: 'string', zh: '媒体类型', en: 'Media type', description: 'As told by the bytes.', of: ({ record }) => record.document.mediaType },
    { name: 'pages', type: 'integer', zh: '页数', en: 'Pages', description: 'Pages of the document; empty where the format has none.', minimum: 1, of: ({ record }) => (record.document.pages > 0 ? record.document.pages.toString() : '') },
    named('title', '标题', 'Title', 'As printed.', (identity) => identity.title),
    named('issuer', '发布机构', 'Issuer', 'As printed, without white space.', (identity) => identity.issuer),
    named('issuer_id', '发布机构标识', 'Issuer id', 'The same for all reports of one issuer. With @ and the report_id behind a name that other offices may bear, too: it is that of this report alone, as nothing settles which office it is.', (identity) => identity.issuerId),
    {
      ...named('issuer_kind', '发布机构类别', 'Kind of issuer', 'What kind of body the issuer is.', (identity) => identity.issuerKind),
      codes: [code('government', '人民政府', 'government of a division'), code('department', '部门', 'department'), code('town', '乡镇', 'town or township'), code('subdistrict', '街道', 'subdistrict'), code('other', '其他', 'other')],
    },
    named('department', '部门', 'Department', 'Name of the department where the issuer is one.', (identity) => identity.department),
    {
      ...named('division_code', '行政区划代码', 'Division code', 'GB/T 2260, six digits; GB/T 10114, nine digits, for a town or subdistrict that is known for sure; empty where the name is ambiguous.', (identity) => identity.divisionCode),
      pattern: '[0-9]{6}([0-9]{3})?',
    },
    named('province', '省级', 'Province', 'Name of the province.', (identity) => identity.province),
    named('prefecture', '地级', 'Prefecture', 'Name of the prefecture.', (identity) => identity.prefecture),
    named('county', '县级', 'County', 'Name of the county or district.', (identity) => identity.county),
    named('town', '乡级', 'Town', 'Name of the town or subdistrict.', (identity) => identity.town),
    { name: 'year', type: 'year', zh: '报告年度', en: 'Year reported on', description: 'The year that the numbers are of.', of: ({ record }) => yearOf(record) },
    {
      name: 'template',
      type: 'string',
      zh: '报告格式',
      en: 'Form',
      description: 'The first of this order that any of its tables has.',
      required: true,
      codes: [code('2021', '2021年格式', 'form of 2021'), code('2019', '2019年格式', 'form of 2019'), code('2014', '2014年统计表', 'statistical table of 2014'), code('provincial', '省级附表', 'table of a province'), code('narrative', '叙述', 'text without a recognised table'), code('unknown', '未知', 'not known')],
      of: ({ record }) => record.report.template,
    },
    { name: 'published', type: 'date', zh: '发布日期', en: 'Published', description: 'Date of publication, where it is printed.', of: ({ record }) => record.report.identity.published },
    {
      name: 'method',
      type: 'string',
      zh: '读取方式',
      en: 'Method',
      description: 'How the document was read.',
      required: true,
      codes: [code('text', 'PDF文本层', 'text layer of a PDF'), code('ocr', '文字识别', 'optical character recognition'), code('mixed', '混合', 'some pages by text layer, some by recognition'), code('html', '网页', 'web page'), code('office', '办公文档', 'office file'), code('image', '图片', 'picture'), code('plain', '纯文本', 'plain text')],
      of: ({ record }) => record.document.method,
    },
    count('values', '数值数', 'Values', 'Cells of its form.', (counts) => counts.values),
    count('values_suspect', '存疑数', 'Suspect values', 'How many of them are suspect.', (counts) => counts.suspect),
    count('values_missing', '缺失数', 'Missing values', 'How many of them are missing.', (counts) => counts.missing),
    count('checks_held', '相符核对数', 'Checks held', 'Arithmetic checks that hold.', (counts) => counts.held),
    count('checks_failed', '不符核对数', 'Checks failed', 'Arithmetic checks that do not.', (counts) => counts.failed),
    {
      name: 'status',
      type: 'string',
      zh: '状态',
      en: 'Status',
      description: 'Whether the report was read to its last value.',
      required: true,
      codes: [code('complete', '完整', 'every value of its form is there and none is suspect'), code('review', '待复核', 'some values are suspect or missing'), code('failed', '失败', 'tables were recognised and no value could be read')],
      of: ({ status }) => status,
    },
    { name: 'pipeline_version', type: 'string', zh: '流程版本', en: 'Pipeline version', description: 'Version of the pipeline that read it.', required: true, of: ({ record }) => record.pipelineVersion },
  ],
  key: ['report_id'],
  foreignKeys: [],
};
