import type { Identity } from '../../model/report.js';
import type { ReportStatus } from '../report-record.js';
import { toReports, type Column, type Table } from '../table.js';
import type { PanelVariable } from './panel.js';

/** One issuer in one year. */
export interface PanelRow {
  readonly identity: Identity;
  readonly template: string;
  /** By the id of the variable. */
  readonly numbers: ReadonlyMap<string, string>;
  readonly reportId: string;
  /** Other reports of the issuer and the year, which were not taken. */
  readonly others: readonly string[];
  readonly status: ReportStatus;
}

const text = (name: string, zh: string, en: string, of: (row: PanelRow) => string): Column<PanelRow> => ({ name, type: 'string', zh, en, description: 'As in reports.csv.', of });

/** The table of the panel with a column for each of the variables. */
export function panelTable(variables: readonly PanelVariable[]): Table<PanelRow> {
  return {
    name: 'panel',
    zh: '面板数据',
    en: 'Panel',
    description:
      'One issuer in one year, with variables that mean the same over the generations of the form. A number that is not vouched for is left empty. Of several reports of one issuer and year it takes one that could be read before one that could not, then one with tables before one of sentences, then the one last published (a correction), then a complete one before one to review, then the one with most values that are vouched for, then the first by report_id; other_reports and problems.csv (other-report-taken) name the others. A report of which nothing settles which of several offices of one name published it (issuer_id with @) has a row of its own, and is held against no other year.',
    columns: [
      { ...text('issuer_id', '发布机构标识', 'Issuer id', ({ identity }) => identity.issuerId), required: true },
      text('division_code', '行政区划代码', 'Division code', ({ identity }) => identity.divisionCode),
      text('issuer', '发布机构', 'Issuer', ({ identity }) => identity.issuer),
      { name: 'year', type: 'year', zh: '报告年度', en: 'Year reported on', description: 'As in reports.csv.', required: true, of: ({ identity }) => String(identity.year) },
      text('template', '表式', 'Form', ({ template }) => template),
      ...variables.map(({ id, zh, en, from }): Column<PanelRow> => ({
        name: id,
        type: 'integer',
        zh,
        en,
        description: from.map(({ forms, terms, match, why }) => `${forms.join(', ')}: ${terms.join(' + ')} (${match}). ${why}`).join(' '),
        of: ({ numbers }) => whole(numbers.get(id) ?? ''),
      })),
      { ...text('report_id', '报告标识', 'Report id', ({ reportId }) => reportId), description: 'The report that the row was taken from.', required: true },
      {
        name: 'status',
        type: 'string',
        zh: '报告状态',
        en: 'Status of the report',
        description: 'Of the report, as in reports.csv: complete says that every value of the report is vouched for, not that every variable has a number, as its form may have no counterpart; in a report to review, numbers are left empty here where they are not vouched for.',
        required: true,
        codes: [
          { id: 'complete', zh: '完整', en: 'every value of its form is there and vouched for' },
          { id: 'review', zh: '待核', en: 'some values are suspect or missing' },
          { id: 'failed', zh: '失败', en: 'tables were recognised and no value could be read' },
        ],
        of: ({ status }) => status,
      },
      { ...text('other_reports', '其他报告', 'Other reports', ({ others }) => others.join(' ')), description: 'Ids of the other reports of this issuer and year, parted by blanks: an earlier edition, a copy in another format, a part of the region.' },
    ],
    key: ['issuer_id', 'year'],
    foreignKeys: [toReports],
  };
}

const whole = (number: string): string => (/^-?\d+$/.test(number) ? number : '');
