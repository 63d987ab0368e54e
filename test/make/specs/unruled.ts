// Tables that lack most of their rules, or all: three lines, rules between rows, fills, nothing.

import { betweenRows, kaiti, libre, microhei, ming, sans, serif, songti, zenhei, type Spec } from '../spec.js';

const bare = { rules: 'none' } as const;
const three = { rules: 'three-lines', rule: 1.5, rowHeight: 20 } as const;
const white = { ruleColour: '#ffffff', rule: 1.5, fill: '#9dc3e6', cellFill: '#deebf7' } as const;
const zebra = { rules: 'none', fill: '#4472c4', zebra: '#d9e2f3' } as const;

const across: readonly Spec[] = [
  { name: '2021-chromium-three-lines', size: 'county', form: '2021', dress: { ...three, font: songti } },
  { name: '2019-chromium-three-lines-separate-tables', size: 'county', form: '2019', dress: { ...three, font: serif, oneTable: false } },
  { name: '2021-chromium-three-lines-spanners', size: 'city', form: '2021', dress: { ...three, rules: 'three-lines-spanners', font: sans, size: 9, values: 'right' } },
  { name: '2019-chromium-three-lines-blank-zeros', size: 'town', form: '2019', habits: { zeros: 'empty' }, dress: { ...three, font: ming } },
  { name: '2021-chromium-three-lines-break', size: 'county', form: '2021', dress: { ...three, font: kaiti, rowHeight: 26 }, breakRows: betweenRows },
  { name: '2021-libreoffice-three-lines', size: 'county', form: '2021', dress: { ...libre, ...three } },
  { name: '2021-chromium-rows-only', size: 'county', form: '2021', dress: { rules: 'rows', font: songti } },
  { name: '2019-chromium-rows-only-grey', size: 'city', form: '2019', dress: { rules: 'rows', rule: 0.4, ruleColour: '#a6a6a6', font: sans, size: 9 } },
  { name: '2021-chromium-rows-inside-only', size: 'town', form: '2021', dress: { rules: 'rows-inside', font: ming, labels: 'center' } },
  { name: '2021-chromium-rows-only-blank-zeros', size: 'town', form: '2021', habits: { zeros: 'person-and-total' }, dress: { rules: 'rows', font: serif } },
  { name: '2021-chromium-rows-only-break', size: 'county', form: '2021', dress: { rules: 'rows', font: songti, rowHeight: 28 }, breakRows: betweenRows },
  { name: '2019-chromium-frame-and-rows', size: 'county', form: '2019', dress: { rules: 'frame-and-rows', font: microhei } },
  { name: '2019-libreoffice-rows-only', size: 'town', form: '2019', dress: { ...libre, rules: 'rows', rule: 0.5 } },
  { name: '2021-chromium-columns-only', size: 'county', form: '2021', dress: { rules: 'columns', font: songti } },
  { name: '2019-chromium-frame-only', size: 'county', form: '2019', dress: { rules: 'frame', font: ming } },
];

const filled: readonly Spec[] = [
  { name: '2021-chromium-fills-white-rules', size: 'county', form: '2021', dress: { ...white, font: sans } },
  { name: '2019-chromium-fills-with-gaps', size: 'county', form: '2019', dress: { rules: 'none', spacing: 1.5, fill: '#f4b183', cellFill: '#fbe5d6', font: songti } },
  { name: '2021-libreoffice-fills-white-rules', size: 'city', form: '2021', dress: { ...libre, ...white } },
  { name: '2021-chromium-fills-white-rules-break', size: 'county', form: '2021', dress: { ...white, font: kaiti, rowHeight: 28 }, breakRows: betweenRows },
  { name: '2021-chromium-zebra', size: 'county', form: '2021', dress: { ...zebra, font: sans, size: 9 } },
  { name: '2019-chromium-zebra-blank-zeros', size: 'town', form: '2019', habits: { zeros: 'empty' }, dress: { ...zebra, fill: '#70ad47', zebra: '#e2efda', font: microhei } },
  { name: '2021-chromium-zebra-rows', size: 'county', form: '2021', dress: { ...zebra, rules: 'rows', rule: 0.5, ruleColour: '#8ea9db', font: songti } },
  { name: '2021-chromium-zebra-break', size: 'city', form: '2021', dress: { ...zebra, font: zenhei, rowHeight: 26 }, breakRows: betweenRows },
  { name: '2019-libreoffice-zebra', size: 'county', form: '2019', dress: { ...libre, ...zebra } },
];

const borderless: readonly Spec[] = [
  { name: '2021-chromium-borderless-centred', size: 'county', form: '2021', dress: { ...bare, font: songti } },
  { name: '2021-chromium-borderless-right', size: 'city', form: '2021', dress: { ...bare, font: sans, size: 9, values: 'right' } },
  { name: '2019-chromium-borderless-centred-labels', size: 'county', form: '2019', dress: { ...bare, font: ming, labels: 'center' } },
  { name: '2021-chromium-borderless-top', size: 'county', form: '2021', dress: { ...bare, font: kaiti, align: 'top', values: 'left' } },
  { name: '2019-chromium-borderless-tight', size: 'county', form: '2019', dress: { ...bare, font: serif, size: 9, rowHeight: 0, padding: 1 } },
  { name: '2021-chromium-borderless-tight-top', size: 'town', form: '2021', dress: { ...bare, font: songti, size: 9, rowHeight: 0, padding: 1.5, align: 'top' } },
  { name: '2021-chromium-borderless-loose', size: 'county', form: '2021', dress: { ...bare, font: microhei, size: 9, padding: 8, sides: 6, rowHeight: 34 } },
  { name: '2019-chromium-borderless-blank-zeros', size: 'town', form: '2019', habits: { zeros: 'empty' }, dress: { ...bare, font: ming } },
  { name: '2021-chromium-borderless-blank-zeros-county', size: 'county', form: '2021', habits: { zeros: 'empty' }, dress: { ...bare, font: songti, values: 'right' } },
  { name: '2021-chromium-borderless-person-and-total', size: 'town', form: '2021', habits: { zeros: 'person-and-total' }, dress: { ...bare, font: sans } },
  { name: '2019-chromium-borderless-only-total', size: 'town', form: '2019', habits: { zeros: 'only-total' }, dress: { ...bare, font: songti } },
  { name: '2021-chromium-borderless-no-total-on-details', size: 'county', form: '2021', habits: { zeros: 'no-total-on-details' }, dress: { ...bare, font: kaiti } },
  { name: '2021-chromium-borderless-break', size: 'county', form: '2021', dress: { ...bare, font: songti, rowHeight: 26 }, breakRows: betweenRows },
  { name: '2021-chromium-borderless-three-pages', size: 'city', form: '2021', dress: { ...bare, font: sans, rowHeight: 52, size: 12, fresh: true, pageNumber: '—N—' }, breakRows: ['new', 'carried_in'] },
  { name: '2019-chromium-borderless-blank-zeros-break', size: 'town', form: '2019', habits: { zeros: 'empty' }, dress: { ...bare, font: serif, rowHeight: 26 }, breakRows: betweenRows },
  { name: '2021-chromium-borderless-repeated-head', size: 'county', form: '2021', dress: { ...bare, font: ming, repeatHead: true, rowHeight: 26 }, breakRows: betweenRows },
  { name: '2021-chromium-borderless-stacked-heads', size: 'county', form: '2021', dress: { ...bare, font: songti, head: 'stacked', group: 'stacked', rowHeight: 20 } },
  { name: '2019-chromium-borderless-vertical-heads', size: 'city', form: '2019', dress: { ...bare, font: ming, head: 'vertical', group: 'vertical', rowHeight: 0, padding: 2 } },
  { name: '2021-chromium-borderless-landscape', size: 'city', form: '2021', habits: { digits: 'grouped' }, dress: { ...bare, font: sans, paper: [841.9, 595.3], size: 9, rowHeight: 0, padding: 2 } },
  { name: '2021-libreoffice-borderless', size: 'county', form: '2021', dress: { ...libre, ...bare } },
  { name: '2019-libreoffice-borderless-blank-zeros-right', size: 'town', form: '2019', habits: { zeros: 'empty' }, dress: { ...libre, ...bare, font: kaiti, values: 'right' } },
  { name: '2021-libreoffice-borderless-break', size: 'county', form: '2021', dress: { ...libre, ...bare, font: songti, rowHeight: 26 }, breakRows: betweenRows },
  { name: '2019-chromium-borderless-explained', size: 'county', form: '2019', wording: { explained: true }, habits: { signs: true }, dress: { ...bare, font: songti, size: 9 } },
  { name: '2021-chromium-zebra-white-heads', size: 'county', form: '2021', dress: { ...zebra, headInk: '#ffffff', font: ming } },
];

export const unruled: readonly Spec[] = [...across, ...filled, ...borderless];
