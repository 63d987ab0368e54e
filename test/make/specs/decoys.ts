// Other tables, contents with dots, watermarks, seals, hidden text.

import type { DecoyName } from '../decoys.js';
import { betweenRows, kaiti, libre, microhei, ming, sans, serif, songti, type Spec } from '../spec.js';

const all: readonly DecoyName[] = ['contents', 'channels', 'training', 'staff', 'satisfaction'];
const mark = '内部资料 请勿外传';

export const decoyed: readonly Spec[] = [
  { name: '2021-chromium-decoys', size: 'county', form: '2021', dress: { font: songti, decoys: all } },
  { name: '2019-chromium-decoys-running-head', size: 'city', form: '2019', dress: { font: sans, decoys: all, runningHead: '2020 年政府信息公开工作年度报告 第 3 稿', pageNumber: '第N页' } },
  { name: '2021-libreoffice-decoys', size: 'county', form: '2021', dress: { ...libre, decoys: all } },
  { name: '2021-chromium-decoys-borderless', size: 'county', form: '2021', dress: { font: ming, decoys: all, rules: 'none' } },
  { name: '2019-chromium-decoys-three-lines', size: 'county', form: '2019', dress: { font: serif, decoys: all, rules: 'three-lines', rule: 1.5 } },
  { name: '2021-chromium-decoys-rows-only', size: 'town', form: '2021', dress: { font: kaiti, decoys: ['training', 'staff'], rules: 'rows' } },
  { name: '2021-chromium-decoys-zebra', size: 'county', form: '2021', dress: { font: microhei, decoys: ['channels', 'satisfaction'], rules: 'none', fill: '#4472c4', headInk: '#ffffff', zebra: '#d9e2f3' } },
  { name: '2021-chromium-contents', size: 'county', form: '2021', dress: { font: songti, decoys: ['contents'], pageNumber: 'N' } },
  { name: '2021-chromium-watermark', size: 'county', form: '2021', dress: { font: songti, watermark: mark } },
  { name: '2019-chromium-watermark-borderless', size: 'county', form: '2019', dress: { font: ming, watermark: mark, rules: 'none' } },
  { name: '2021-chromium-watermark-digits-three-lines', size: 'county', form: '2021', dress: { font: kaiti, watermark: '2021-06-18 1234', rules: 'three-lines', rule: 1.5 } },
  { name: '2021-chromium-watermark-break', size: 'city', form: '2021', dress: { font: sans, watermark: mark, rowHeight: 26 }, breakRows: betweenRows },
  { name: '2019-chromium-seal-at-end', size: 'town', form: '2019', dress: { font: songti, seal: 'at-end' } },
  { name: '2021-chromium-seal-over-tables', size: 'county', form: '2021', dress: { font: serif, seal: 'over-table' } },
  { name: '2019-chromium-seal-over-tables-borderless', size: 'county', form: '2019', dress: { font: songti, seal: 'over-table', rules: 'none' } },
  { name: '2021-chromium-white-numbers', size: 'county', form: '2021', dress: { font: songti, ghosts: true } },
  { name: '2019-chromium-white-numbers-borderless-blank-zeros', size: 'town', form: '2019', habits: { zeros: 'empty' }, dress: { font: ming, ghosts: true, rules: 'none' } },
  { name: '2021-chromium-invisible-layer', size: 'county', form: '2021', dress: { font: kaiti }, finish: ['invisible-layer'] },
  { name: '2019-chromium-invisible-layer-three-lines', size: 'county', form: '2019', dress: { font: sans, rules: 'three-lines', rule: 1.5 }, finish: ['invisible-layer'] },
  { name: '2021-chromium-white-layer-borderless', size: 'county', form: '2021', dress: { font: songti, rules: 'none' }, finish: ['white-layer'] },
  { name: '2021-libreoffice-white-layer', size: 'town', form: '2021', dress: { ...libre }, finish: ['white-layer'] },
];
