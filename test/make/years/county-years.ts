// One county in every year from 2008 to 2024, made up, with what a panel should say of it. It is called 长乐市 until 2016, and
// 福州市长乐区 since. Its forms are those of its years: sentences alone, Fujian's 附表, the national 统计表, the forms of 2019 and 2021.

import { fujianRows, nationalRows } from '../../interpret/printed-lists.js';
import { box, type Table } from '../boxes.js';
import { chanceOf, type Chance } from '../chance.js';
import { plainDress } from '../dress.js';
import { applicants, carriedIn, carriedOut, newRequests, processedTotal } from '../form-data.js';
import { blocksOf, type Block, type Typeset } from '../page.js';
import { makeReport, type Report, type Values } from '../truth.js';

/** A report of the county and the numbers of its row in the panel; '' where its form has none. */
export interface CountyYear {
  readonly year: number;
  readonly blocks: readonly Block[];
  /** Of the years with three tables. */
  readonly typeset?: Typeset;
  readonly template: string;
  readonly panel: Readonly<Record<string, string>>;
}

/** In this year the office carries in one request more than the year before carried out. */
export const yearOfTheSlip = 2023;

const first = 2008;
const last = 2024;
const nameIn = (year: number): string => (year < 2017 ? '长乐市人民政府' : '福州市长乐区人民政府');

export function countyYears(): CountyYear[] {
  const reports = linked(Array.from({ length: last - 2018 }, (_, i) => reportOf(2019 + i)));
  return Array.from({ length: last - first + 1 }, (_, i) => first + i).map((year) => {
    const report = reports.find((r) => r.year === year);
    return report !== undefined ? yearOfTables(report) : year < 2011 ? yearInWords(year) : yearOfList(year);
  });
}

/** The whole numbers of a list that add up where the form wants it, by the id of the row. */
function numbersOf(chance: Chance, national: boolean): Map<string, number> {
  const rows = national ? nationalRows : fujianRows;
  const numbers = new Map(rows.flatMap((row) => (row.id === null ? [] : [[row.id, chance.whole(0, 60)] as const])));
  const sum = (of: string, ...parts: string[]): unknown => numbers.set(of, parts.reduce((total, part) => total + (numbers.get(part) ?? 0), 0));
  if (!national) return numbers;
  sum('received.total', 'received.in_person', 'received.fax', 'received.online', 'received.mail');
  sum('concluded.total', 'concluded.on_time', 'concluded.extended');
  sum('answered.denied', ...rows.flatMap((row) => (row.id?.startsWith('answered.denied.') === true ? [row.id] : [])));
  sum('answered.total', ...rows.flatMap((row) => (/^answered\.(?!total)[a-z_]+$/.test(row.id ?? '') ? [row.id ?? ''] : [])));
  for (const kind of ['reconsideration', 'litigation']) sum(`${kind}.total`, `${kind}.upheld`, `${kind}.corrected`, `${kind}.other`);
  sum('capacity.staff', 'capacity.staff_full_time', 'capacity.staff_part_time');
  return numbers;
}

function yearOfList(year: number): CountyYear {
  const isNational = year >= 2014;
  const numbers = numbersOf(chanceOf(`county ${String(year)}`), isNational);
  const printed = isNational ? nationalRows : fujianRows;
  const heads = isNational ? ['统计指标', '单位', '统计数'] : ['指标名称', '单位', `${String(year)}年`, '历年累计'];
  const row = (id: string, texts: readonly string[], isHead = false): Table['rows'][number] => ({ id, isHead, boxes: texts.map((text, c) => box(c === 0 ? 'label' : 'value', text)) });
  const rows = printed.map(({ id, label, unit }) => {
    const number = id === null ? '' : String(numbers.get(id) ?? 0);
    return row(id ?? label, [label, unit, number, ...(isNational ? [] : [number === '' ? '' : String(Number(number) + 500)])]);
  });
  const table: Table = { id: 'decoy', widths: isNational ? [300, 60, 80] : [240, 50, 70, 80], rows: [row('head', heads, true), ...rows] };
  const paragraph = (text: string): Block => ({ kind: 'paragraph', text, after: 4 });
  const blocks: Block[] = [
    { kind: 'title', text: `${nameIn(year)}${String(year)}年政府信息公开工作年度报告` },
    paragraph(`根据《中华人民共和国政府信息公开条例》，现公布本年度报告。本报告所列数据的统计期限自${String(year)}年1月1日起至${String(year)}年12月31日止。`),
    paragraph('一年来，我们认真落实上级部署，进一步健全制度，拓宽渠道，主动公开政府信息的质量和时效都有提高。'),
    { kind: 'table', table },
  ];
  const of = (...ids: string[]): string => (ids.every((id) => numbers.has(id)) ? String(ids.reduce((sum, id) => sum + (numbers.get(id) ?? 0), 0)) : '');
  return {
    year, blocks, template: isNational ? '2014' : 'provincial',
    panel: {
      requests_received: of('received.total'), requests_carried_in: '', requests_processed: isNational ? of('concluded.total') : of('answered.total'),
      granted: of('answered.granted'), partly_granted: of('answered.partly_granted'), denied: of('answered.denied'),
      not_held: of('answered.not_this_agency', 'answered.does_not_exist'), not_processed: '', reconsiderations: of('reconsideration.total'),
      reconsiderations_corrected: of('reconsideration.corrected'), lawsuits: of('litigation.total'), lawsuits_corrected: of('litigation.corrected'),
      normative_documents_issued: of('proactive.normative_issued'),
    },
  };
}

/** A year that has no table: its figures are told in sentences. */
function yearInWords(year: number): CountyYear {
  const chance = chanceOf(`county ${String(year)}`);
  const [granted, partly, denied, reconsidered, sued, disclosed] = [chance.whole(5, 40), chance.whole(1, 9), chance.whole(1, 9), chance.whole(1, 4), chance.whole(1, 4), chance.whole(500, 3000)].map(String);
  const received = Number(granted) + Number(partly) + Number(denied);
  const online = chance.whole(1, received - 1);
  const heading = (text: string): Block => ({ kind: 'heading', text, fresh: false, after: 4 });
  const paragraph = (text: string): Block => ({ kind: 'paragraph', text, after: 4 });
  const blocks: Block[] = [
    { kind: 'title', text: `${nameIn(year)}${String(year)}年政府信息公开工作年度报告` },
    paragraph(`根据《中华人民共和国政府信息公开条例》，现公布本年度报告。本报告所列数据的统计期限自${String(year)}年1月1日起至${String(year)}年12月31日止。`),
    heading('一、概述'),
    paragraph('一年来，我市认真落实上级部署，进一步健全制度，拓宽渠道，主动公开政府信息的质量和时效都有提高。'),
    heading('二、主动公开政府信息情况'),
    paragraph(`${String(year)}年，全市主动公开政府信息${disclosed ?? ''}条。`),
    heading('三、依申请公开政府信息情况'),
    paragraph(`${String(year)}年，共收到政府信息公开申请${String(received)}件，其中当面申请${String(received - online)}件，网络申请${String(online)}件。在已答复的申请中，同意公开${granted ?? ''}件，同意部分公开${partly ?? ''}件，不予公开${denied ?? ''}件。`),
    heading('四、行政复议和行政诉讼情况'),
    paragraph(`${String(year)}年，因政府信息公开申请行政复议${reconsidered ?? ''}件，提起行政诉讼${sued ?? ''}件。`),
    heading('五、存在的主要问题和改进措施'),
    paragraph('公开的内容有待充实，队伍有待加强。'),
  ];
  const numbers = { requests_received: String(received), granted, partly_granted: partly, denied, reconsiderations: reconsidered, lawsuits: sued };
  const none = { requests_carried_in: '', not_held: '', not_processed: '', reconsiderations_corrected: '', lawsuits_corrected: '', normative_documents_issued: '' };
  return { year, blocks, template: 'narrative', panel: { ...none, ...Object.fromEntries(Object.entries(numbers).map(([id, number]) => [id, number ?? ''])) } };
}

function reportOf(year: number): Report {
  const form = year >= 2021 ? '2021' : '2019';
  const issuer = { name: nameIn(year), code: '350112', self: '我区', size: 'county' } as const;
  return makeReport({ issuer, year, requestsForm: form, disclosureForm: form, habits: {} }, [`${nameIn(year)}${String(year)}年政府信息公开工作年度报告`], `county ${String(year)}`);
}

/** The reports with what each year carries out carried into the next. */
function linked(reports: readonly Report[]): Report[] {
  const at = (values: Values, item: string, applicant: string): number => Number(values[item]?.[applicant]?.value ?? 0);
  const carried = reports.map(({ requests }) => new Map(applicants.map(({ id }) => [id, Math.min(at(requests, carriedIn.id, id), at(requests, processedTotal.id, id))])));
  return reports.map((report, i) => {
    const requests: Values = { ...report.requests };
    const people = applicants.slice(0, -1);
    const put = (item: string, of: (applicant: string) => number): void => {
      const counts = people.map(({ id }) => [id, of(id)] as const);
      const row = [...counts, ['total', counts.reduce((sum, [, n]) => sum + n, 0)] as const];
      requests[item] = Object.fromEntries(row.map(([id, n]) => [id, { text: String(n), value: String(n) }]));
    };
    const slip = (applicant: string): number => Number(report.year === yearOfTheSlip && applicant === 'natural_person');
    put(carriedIn.id, (a) => (carried[i]?.get(a) ?? 0) + slip(a));
    put(carriedOut.id, (a) => carried[i + 1]?.get(a) ?? 0);
    put(newRequests.id, (a) => at(requests, processedTotal.id, a) + at(requests, carriedOut.id, a) - at(requests, carriedIn.id, a));
    return { ...report, requests };
  });
}

function yearOfTables(report: Report): CountyYear {
  const typeset: Typeset = { report, wording: {}, dress: plainDress, seed: `county ${String(report.year)}` };
  const sum = (values: Values, prefix: string, column: string): string => String(Object.entries(values).filter(([id]) => id.startsWith(prefix)).reduce((total, [, row]) => total + Number(row[column]?.value ?? 0), 0));
  const { requests, proceedings, disclosure } = report;
  return {
    year: report.year, typeset, blocks: blocksOf(typeset, 0), template: report.requestsForm,
    panel: {
      requests_received: sum(requests, newRequests.id, 'total'), requests_carried_in: sum(requests, carriedIn.id, 'total'), requests_processed: sum(requests, processedTotal.id, 'total'),
      granted: sum(requests, 'granted', 'total'), partly_granted: sum(requests, 'partly_granted', 'total'), denied: sum(requests, 'denied.', 'total'),
      not_held: sum(requests, 'unavailable.not_held', 'total'), not_processed: sum(requests, 'not_processed.', 'total'), reconsiderations: sum(proceedings, 'reconsideration', 'total'),
      reconsiderations_corrected: sum(proceedings, 'reconsideration', 'corrected'), lawsuits: sum(proceedings, 'litigation_', 'total'), lawsuits_corrected: sum(proceedings, 'litigation_', 'corrected'),
      normative_documents_issued: sum(disclosure, 'normative_documents', report.disclosureForm === '2021' ? 'issued' : 'made'),
    },
  };
}
