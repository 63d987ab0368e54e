// The forms as offices change them: table 四 in two or on its side, table 二 in several, labels of every habit.

import { kaiti, libre, microhei, ming, sans, serif, songti, ukai, type Spec } from '../spec.js';

const added2021 = [{ after: 'normative_documents', label: '其他主动公开文件', text: '36' }, { after: 'not_processed.confirm_or_reissue', label: '6.其他不予处理情形', text: '0' }] as const;
const missing = ['not_processed.publication', 'denied.administrative_query', 'coercion', 'unavailable.must_be_created'] as const;

export const forms: readonly Spec[] = [
  { name: '2021-chromium-proceedings-two-tables', size: 'county', form: '2021', dress: { font: songti, proceedings: 'two' } },
  { name: '2019-chromium-proceedings-two-tables-three-lines', size: 'county', form: '2019', dress: { font: sans, proceedings: 'two', rules: 'three-lines', rule: 1.5 } },
  { name: '2021-chromium-proceedings-two-tables-borderless', size: 'city', form: '2021', dress: { font: ming, proceedings: 'two', rules: 'none' } },
  { name: '2019-libreoffice-proceedings-two-tables', size: 'town', form: '2019', dress: { ...libre, proceedings: 'two' } },
  { name: '2021-chromium-proceedings-on-their-side', size: 'county', form: '2021', dress: { font: kaiti, proceedings: 'on-its-side' } },
  { name: '2019-chromium-proceedings-on-their-side-rows-only', size: 'city', form: '2019', dress: { font: songti, proceedings: 'on-its-side', rules: 'rows' } },
  { name: '2021-chromium-proceedings-on-their-side-borderless', size: 'county', form: '2021', dress: { font: microhei, proceedings: 'on-its-side', rules: 'none', size: 9 } },
  { name: '2021-libreoffice-proceedings-on-their-side', size: 'county', form: '2021', dress: { ...libre, proceedings: 'on-its-side' } },
  { name: '2021-chromium-disclosure-four-tables-open-sides', size: 'county', form: '2021', dress: { font: ming, oneTable: false, rules: 'open-sides' } },
  { name: '2019-chromium-disclosure-five-tables-borderless', size: 'county', form: '2019', dress: { font: songti, oneTable: false, rules: 'none' } },
  { name: '2021-libreoffice-disclosure-four-tables', size: 'town', form: '2021', dress: { ...libre, oneTable: false, rules: 'frame-and-rows' } },
  { name: '2021-chromium-unnumbered', size: 'county', form: '2021', wording: { unnumbered: true }, dress: { font: songti } },
  { name: '2019-chromium-unnumbered-half', size: 'county', form: '2019', wording: { unnumbered: true, brackets: 'half', sum: '合计' }, dress: { font: serif } },
  { name: '2021-chromium-unnumbered-borderless', size: 'county', form: '2021', wording: { unnumbered: true }, dress: { font: kaiti, rules: 'none' } },
  { name: '2021-chromium-mixed-labels', size: 'county', form: '2021', wording: { mixed: true }, dress: { font: songti } },
  { name: '2019-chromium-mixed-labels', size: 'city', form: '2019', wording: { mixed: true, sum: '合计' }, dress: { font: sans, size: 9, labels: 'center' } },
  { name: '2019-libreoffice-mixed-labels', size: 'town', form: '2019', wording: { mixed: true }, dress: { ...libre, font: ukai } },
  { name: '2021-chromium-mixed-labels-three-lines', size: 'county', form: '2021', wording: { mixed: true }, dress: { font: ming, rules: 'three-lines', rule: 1.5 } },
  { name: '2021-chromium-thoroughly-explained', size: 'county', form: '2021', wording: { explained: 'thoroughly' }, dress: { font: songti, size: 9 } },
  { name: '2019-chromium-thoroughly-explained-borderless', size: 'county', form: '2019', wording: { explained: 'thoroughly' }, dress: { font: serif, size: 9, rules: 'none' } },
  { name: '2021-chromium-added-rows', size: 'county', form: '2021', extra: added2021, dress: { font: songti } },
  { name: '2021-chromium-missing-rows', size: 'county', form: '2021', without: missing, dress: { font: kaiti } },
  { name: '2021-chromium-added-and-missing-rows-borderless', size: 'county', form: '2021', extra: added2021, without: missing, dress: { font: ming, rules: 'none' } },
  { name: '2021-libreoffice-added-and-missing-rows', size: 'county', form: '2021', extra: added2021, without: missing, dress: { ...libre, font: songti } },
];
