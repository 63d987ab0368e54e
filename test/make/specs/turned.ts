// Turned pages, tables that lie on upright pages, and letters that run downwards.

import { a4Landscape, letter } from '../dress.js';
import { betweenRows, kaiti, libre, ming, sans, serif, songti, zenhei, type Spec } from '../spec.js';

const wide = { paper: a4Landscape, rowHeight: 0, padding: 2, size: 9 } as const;
const flat = { size: 7.5, rowHeight: 0, padding: 0.8 } as const;

export const turned: readonly Spec[] = [
  { name: '2021-chromium-shown-turned-90', size: 'county', form: '2021', dress: { font: songti }, finish: ['shown-turned-90'] },
  { name: '2019-chromium-shown-turned-180', size: 'county', form: '2019', dress: { font: sans }, finish: ['shown-turned-180'] },
  { name: '2021-libreoffice-shown-turned-270', size: 'county', form: '2021', dress: { ...libre }, finish: ['shown-turned-270'] },
  { name: '2021-chromium-counter-turned-90', size: 'county', form: '2021', dress: { font: ming }, finish: ['counter-90'] },
  { name: '2019-chromium-counter-turned-180', size: 'city', form: '2019', dress: { font: serif }, finish: ['counter-180'] },
  { name: '2021-chromium-counter-turned-270', size: 'county', form: '2021', dress: { font: kaiti, paper: letter }, finish: ['counter-270'] },
  { name: '2019-libreoffice-counter-turned-90', size: 'town', form: '2019', dress: { ...libre }, finish: ['counter-90'] },
  { name: '2021-chromium-landscape-in-portrait', size: 'city', form: '2021', dress: { ...wide, font: sans }, finish: ['counter-90-wide'] },
  { name: '2021-libreoffice-landscape-in-portrait', size: 'county', form: '2021', dress: { ...libre, ...wide, font: songti }, finish: ['counter-90-wide'] },
  { name: '2021-chromium-landscape-table', size: 'county', form: '2021', dress: { ...wide, paper: [595.3, 841.9], font: songti, lying: 'landscape' } },
  { name: '2021-chromium-landscape-table-in-portrait', size: 'city', form: '2021', dress: { ...wide, paper: [595.3, 841.9], font: ming, lying: 'landscape' }, finish: ['counter-90-wide'] },
  { name: '2019-chromium-every-second-page-turned', size: 'county', form: '2019', dress: { font: zenhei, rowHeight: 26 }, breakRows: betweenRows, finish: ['counter-90-even'] },
  { name: '2021-chromium-lying-right', size: 'county', form: '2021', dress: { ...flat, font: songti, lying: 'right' } },
  { name: '2021-chromium-lying-left', size: 'city', form: '2021', dress: { ...flat, font: sans, size: 7, lying: 'left' } },
  { name: '2019-chromium-lying-written', size: 'county', form: '2019', dress: { ...flat, font: ming, lying: 'written' } },
  { name: '2019-chromium-lying-right-blank-zeros', size: 'town', form: '2019', habits: { zeros: 'empty' }, dress: { ...flat, font: kaiti, lying: 'right' } },
  { name: '2021-chromium-lying-left-dashed', size: 'county', form: '2021', dress: { ...flat, font: songti, ruleStyle: 'dashed', lying: 'left' } },
  { name: '2021-chromium-lying-right-borderless', size: 'county', form: '2021', dress: { ...flat, font: songti, rules: 'none', lying: 'right' } },
  { name: '2021-chromium-lying-left-three-lines', size: 'county', form: '2021', dress: { ...flat, font: ming, rules: 'three-lines', rule: 1.5, lying: 'left' } },
  { name: '2019-chromium-lying-right-turned-back', size: 'county', form: '2019', dress: { ...flat, font: serif, lying: 'right' }, finish: ['shown-turned-270'] },
  { name: '2021-chromium-counter-turned-borderless', size: 'county', form: '2021', dress: { font: songti, rules: 'none' }, finish: ['counter-90'] },
  { name: '2021-chromium-counter-turned-three-lines', size: 'county', form: '2021', dress: { font: sans, rules: 'three-lines', rule: 1.5, size: 9 }, finish: ['counter-270'] },
  { name: '2021-chromium-counter-turned-vertical-heads', size: 'city', form: '2021', dress: { font: ming, head: 'vertical', group: 'vertical', rowHeight: 0, padding: 2 }, finish: ['counter-90'] },
  { name: '2019-chromium-vertical-heads-top', size: 'county', form: '2019', dress: { font: songti, head: 'vertical', group: 'stacked', align: 'top', rowHeight: 20 } },
  { name: '2021-chromium-stacked-heads-open-sides', size: 'county', form: '2021', dress: { font: kaiti, head: 'stacked', group: 'vertical', rules: 'open-sides', rowHeight: 20 } },
  { name: '2021-libreoffice-vertical-heads-rows-only', size: 'town', form: '2021', dress: { ...libre, head: 'vertical', group: 'vertical', rules: 'rows', rowHeight: 18 } },
];
