import type { ReportSection } from '../model/report.js';
import { byTexts } from './code-points.js';
import type { ReportRecord } from './report-record.js';
import { toReports, type Table } from './table.js';
import { reportIdColumn } from './value-columns.js';

export interface SectionRow {
  readonly record: ReportRecord;
  readonly section: ReportSection;
}

export const sectionsTable: Table<SectionRow> = {
  name: 'sections',
  zh: '各部分文字',
  en: 'Sections',
  description: 'One section of a report as text, without its tables and without headers, footers and numbers of pages.',
  columns: [
    reportIdColumn((row) => row.record.id),
    {
      name: 'section',
      type: 'string',
      zh: '部分',
      en: 'Section',
      description:
        '1 to 6 by what its heading says (1 总体情况, 2 主动公开政府信息情况, 3 收到和处理政府信息公开申请情况, 4 政府信息公开行政复议、行政诉讼情况, 5 存在的主要问题及改进情况, 6 其他需要报告的事项), whatever its number; 0 before the first, other.N a chapter of the office\'s own.',
      required: true,
      pattern: '^(?:\\d|other\\.\\d+)$',
      of: ({ section }) => section.section,
    },
    { name: 'heading', type: 'string', zh: '标题', en: 'Heading', description: 'As printed, with its number.', of: ({ section }) => section.heading },
    { name: 'text', type: 'string', zh: '正文', en: 'Text', description: 'Paragraphs, parted by line breaks.', of: ({ section }) => section.text },
    { name: 'page', type: 'integer', zh: '页码', en: 'Page', description: 'Where it begins, from 1; empty where the format has no pages.', minimum: 1, of: ({ section, record }) => (record.document.pages === 0 ? '' : section.page.toString()) },
  ],
  key: ['report_id', 'section'],
  foreignKeys: [toReports],
};

/** The sections of a report in the order of their ids. */
export const sectionsInOrder = (sections: readonly ReportSection[]): ReportSection[] => sections.toSorted((a, b) => byTexts([keyOf(a)], [keyOf(b)]));

const keyOf = ({ section }: ReportSection): string => section.replace(/\d+$/, (n) => n.padStart(4, '0'));
