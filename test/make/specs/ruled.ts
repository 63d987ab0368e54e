// Tables with every rule drawn: type, paper, labels, values, and where the pages break.

import { a4Landscape, letter } from '../dress.js';
import { betweenRows, insideGroups, kaiti, libre, longRows2019, longRows2021, looseRows, microhei, ming, sans, serif, songti, ukai, zenhei, type Spec } from '../spec.js';

const chromium: readonly Spec[] = [
  { name: '2019-chromium-songti-plain', size: 'town', form: '2019', dress: { font: songti, fill: '#f0f0f0' } },
  { name: '2021-chromium-coloured-heads', size: 'city', form: '2021', dress: { font: ming, fill: '#c6d9f1', rowHeight: 26, outside: true } },
  { name: '2019-chromium-kaiti-break-between-rows', size: 'county', form: '2019', dress: { closed: true, font: kaiti, size: 11 }, breakRows: betweenRows },
  { name: '2019-chromium-songti-break-in-row', size: 'town', form: '2019', services: 'parts-in-next-column', wording: { brackets: 'half', ordinal: '1. ' }, dress: { closed: true, ...looseRows, font: songti, pageNumber: '—N—' }, breakRows: ['unavailable.still_unclear', 'denied.prohibited_by_law', 'partly_granted'], breakInside: 1 },
  { name: '2021-chromium-songti-break-in-row-line-one', size: 'county', form: '2021', dress: { ...looseRows, align: 'top', font: songti, size: 9, padding: 2 }, breakRows: longRows2021, breakInside: 1 },
  { name: '2021-chromium-serif-break-in-row-line-two', size: 'city', form: '2021', dress: { closed: true, ...looseRows, font: serif, pageNumber: '第N页' }, breakRows: longRows2021, breakInside: 2 },
  { name: '2021-chromium-zenhei-break-in-head', size: 'county', form: '2021', dress: { closed: true, font: zenhei, rowHeight: 24 }, breakRows: ['head2', 'head3'] },
  { name: '2021-chromium-sans-three-pages', size: 'city', form: '2021', dress: { closed: true, font: sans, rowHeight: 52, size: 12, fresh: true, pageNumber: '—N—' }, breakRows: ['new', 'carried_in'] },
  { name: '2021-chromium-break-in-group-label', size: 'county', form: '2021', dress: { closed: true, font: ukai, group: 'stacked', rowHeight: 25 }, breakRows: insideGroups },
  { name: '2019-chromium-clause-heading-alone', size: 'county', form: '2019', dress: { closed: true, font: songti, rowHeight: 30 }, breakTable: 'disclosure', breakRows: ['head.五', 'head.六', 'head.九'] },
  { name: '2021-chromium-break-in-disclosure', size: 'county', form: '2021', dress: { font: microhei, rowHeight: 30, fill: '#ddebf7' }, breakTable: 'disclosure', breakRows: ['penalties', 'coercion', 'head.八', 'normative_documents'] },
  { name: '2021-chromium-break-in-proceedings', size: 'county', form: '2021', dress: { closed: true, font: songti, rowHeight: 28 }, breakTable: 'proceedings', breakRows: ['values', 'head3'] },
  { name: '2021-chromium-vertical-heads', size: 'city', form: '2021', dress: { font: ming, head: 'vertical', group: 'vertical', rowHeight: 0, padding: 2 } },
  { name: '2019-chromium-stacked-heads-small', size: 'town', form: '2019', dress: { font: serif, head: 'stacked', group: 'stacked', size: 7.5, padding: 1.5, rowHeight: 15 } },
  { name: '2021-chromium-landscape', size: 'city', form: '2021', habits: { digits: 'grouped' }, dress: { font: sans, paper: a4Landscape, size: 9, rowHeight: 0, padding: 2 } },
  { name: '2019-chromium-letter-running-head', size: 'county', form: '2019', dress: { font: ming, paper: letter, size: 9, rowHeight: 20, runningHead: '政府信息公开工作年度报告', pageNumber: 'N' } },
  { name: '2021-chromium-repeated-head', size: 'county', form: '2021', dress: { font: songti, repeatHead: true, rowHeight: 26 }, breakRows: betweenRows },
  { name: '2021-chromium-grey-hairlines', size: 'town', form: '2021', dress: { font: sans, rule: 0.3, ruleColour: '#999999', size: 9 } },
  { name: '2019-chromium-separate-tables', size: 'county', form: '2019', dress: { closed: true, font: kaiti, oneTable: false, labels: 'center' } },
  { name: '2021-chromium-separate-tables', size: 'city', form: '2021', dress: { font: microhei, oneTable: false, rule: 1.5 } },
  { name: 'mixed-chromium-one-row-other', size: 'county', form: 'mixed', wording: { slips: true, spaced: true }, dress: { font: songti, fill: '#c6d9f1', group: 'stacked', rowHeight: 20 } },
  { name: '2021-chromium-head-over-two-rows', size: 'county', form: '2021', dress: { font: zenhei, splitHead: true, rowHeight: 20 } },
  { name: '2019-chromium-full-width-points', size: 'town', form: '2019', wording: { ordinal: '１．', sum: '合计' }, habits: { digits: 'full-width' }, dress: { font: serif } },
  { name: '2019-chromium-circled-numbers', size: 'county', form: '2019', wording: { ordinal: '①', brackets: 'half' }, dress: { font: sans, labels: 'center' } },
  { name: '2019-chromium-explained-labels', size: 'county', form: '2019', wording: { explained: true, ordinal: '1、' }, habits: { signs: true }, dress: { font: songti, size: 9 } },
  { name: '2019-chromium-traditional', size: 'county', form: '2019', wording: { traditional: true }, dress: { font: 'AR PL UMing TW', headingFont: 'Noto Sans CJK TC' } },
  { name: '2019-chromium-all-zeros-empty', size: 'town', form: '2019', habits: { zeros: 'empty' }, dress: { font: ming, pageNumber: '' } },
  { name: '2021-chromium-only-person-and-total', size: 'town', form: '2021', habits: { zeros: 'person-and-total', blank: '/' }, dress: { font: songti } },
  { name: '2021-chromium-empty-totals-on-details', size: 'county', form: '2021', habits: { zeros: 'no-total-on-details', blank: '\u00a0' }, dress: { font: kaiti } },
  { name: '2019-chromium-misprinted-sums', size: 'county', form: '2019', habits: { misprints: 3 }, dress: { font: ming } },
  { name: '2021-chromium-notes-in-cells', size: 'city', form: '2021', habits: { notes: true, amount: 'six-decimals' }, dress: { closed: true, font: zenhei, padding: 5 } },
  { name: '2019-chromium-amount-wan-signs', size: 'county', form: '2019', habits: { amount: 'wan-in-cell', signs: true, suffix: '条' }, dress: { align: 'top', font: songti } },
  { name: '2019-chromium-unit-in-head', size: 'city', form: '2019', habits: { amount: 'unit-in-head', digits: 'grouped' }, wording: { amountUnit: true }, dress: { font: serif, size: 8 } },
  { name: '2019-chromium-added-and-missing-rows', size: 'county', form: '2019', without: ['not_processed.publication', 'coercion', 'denied.administrative_query'], extra: [{ after: 'normative_documents', label: '其他主动公开文件', text: '36' }], dress: { font: kaiti } },
  { name: '2019-chromium-services-in-own-column', size: 'county', form: '2019', services: 'parts-in-own-column', dress: { font: songti, chapters: 'restart' } },
];

const libreOffice: readonly Spec[] = [
  { name: '2019-libreoffice-plain', size: 'town', form: '2019', dress: { ...libre, fill: '#eeeeee' } },
  { name: '2021-libreoffice-break-between-rows', size: 'county', form: '2021', dress: { ...libre, font: kaiti }, breakRows: betweenRows },
  { name: '2019-libreoffice-break-in-row', size: 'town', form: '2019', dress: { ...libre, ...looseRows }, breakRows: longRows2019, breakInside: 1 },
  { name: '2021-libreoffice-break-in-row-line-two', size: 'county', form: '2021', dress: { ...libre, ...looseRows, font: serif }, breakRows: longRows2021, breakInside: 2 },
  { name: '2021-libreoffice-break-in-head', size: 'county', form: '2021', dress: { ...libre, font: zenhei, rowHeight: 24 }, breakRows: ['head2', 'head3'] },
  { name: '2021-libreoffice-three-pages', size: 'city', form: '2021', dress: { align: 'top', ...libre, font: songti, rowHeight: 50, size: 11, fresh: true, pageNumber: '—N—', outside: true }, breakRows: ['new', 'carried_in'] },
  { name: '2021-libreoffice-break-in-group-label', size: 'county', form: '2021', dress: { ...libre, font: ukai, group: 'vertical', rowHeight: 24 }, breakRows: insideGroups },
  { name: '2019-libreoffice-clause-heading-alone', size: 'county', form: '2019', dress: { ...libre, rowHeight: 30 }, breakTable: 'disclosure', breakRows: ['head.五', 'head.六', 'head.九'] },
  { name: '2021-libreoffice-vertical-heads', size: 'city', form: '2021', dress: { ...libre, font: songti, head: 'vertical', group: 'vertical', rowHeight: 18 } },
  { name: '2021-libreoffice-stacked-heads-repeated', size: 'county', form: '2021', dress: { ...libre, head: 'stacked', group: 'stacked', repeatHead: true, rowHeight: 20 }, breakRows: betweenRows },
  { name: '2021-libreoffice-landscape-grey', size: 'city', form: '2021', habits: { zeros: 'only-total', blank: '—' }, dress: { ...libre, font: sans, paper: a4Landscape, rule: 0.5, ruleColour: '#808080', size: 9, rowHeight: 18 } },
  { name: 'mixed-libreoffice-spaced-labels', size: 'county', form: 'mixed', wording: { spaced: true, slips: true, brackets: 'half', ordinal: '1．' }, dress: { ...libre, font: songti, chapters: 'long' } },
  { name: '2019-libreoffice-minus-blanks', size: 'town', form: '2019', habits: { zeros: 'empty', blank: '-', signs: true }, dress: { ...libre, font: kaiti, chapters: 'instructed' } },
  { name: '2019-libreoffice-amount-yuan', size: 'city', form: '2019', habits: { amount: 'yuan-in-cell', zeros: 'empty', blank: '无' }, dress: { align: 'top', ...libre, font: serif, oneTable: false, size: 14, prose: 14 } },
  { name: '2019-libreoffice-services-letter', size: 'town', form: '2019', services: 'parts-in-next-column', habits: { zeros: 'empty', blank: '\u3000', amount: 'yi-in-cell' }, dress: { ...libre, paper: letter, rule: 1, runningHead: '政府信息公开工作年度报告' } },
  { name: '2021-libreoffice-misprints-full-width', size: 'county', form: '2021', habits: { misprints: 2, digits: 'full-width' }, wording: { sum: '合计' }, dress: { ...libre, font: microhei, splitHead: true } },
];

export const ruled: readonly Spec[] = [...chromium, ...libreOffice];
