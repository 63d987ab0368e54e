// Rules of every kind: thin, thick, grey, double, dashed, dotted, apart, open at the sides, in pieces.

import { betweenRows, kaiti, libre, microhei, ming, sans, serif, songti, ukai, zenhei, type Spec } from '../spec.js';

const hair = { rule: 0.3, size: 7.5, rowHeight: 16, padding: 1.5 } as const;
const grey = { ruleColour: '#bfbfbf' } as const;

export const rules: readonly Spec[] = [
  { name: '2021-chromium-hairlines-small', size: 'county', form: '2021', dress: { ...hair, font: songti } },
  { name: '2019-chromium-hairlines-small-grey', size: 'city', form: '2019', dress: { ...hair, ...grey, font: sans } },
  { name: '2021-libreoffice-hairlines-small', size: 'county', form: '2021', dress: { ...libre, ...hair, rule: 0.25 } },
  { name: '2021-chromium-light-grey', size: 'county', form: '2021', dress: { ...grey, font: ming, ruleColour: '#dddddd' } },
  { name: '2019-chromium-thick', size: 'county', form: '2019', dress: { rule: 2.5, font: kaiti } },
  { name: '2021-libreoffice-thick', size: 'town', form: '2021', dress: { ...libre, rule: 2.5, font: songti } },
  { name: '2021-chromium-double', size: 'county', form: '2021', dress: { rule: 2.25, ruleStyle: 'double', font: serif } },
  { name: '2019-libreoffice-double', size: 'county', form: '2019', dress: { ...libre, rule: 2.4, ruleStyle: 'double' } },
  { name: '2019-chromium-dashed', size: 'town', form: '2019', dress: { ruleStyle: 'dashed', font: songti } },
  { name: '2021-chromium-dashed-thin-grey', size: 'city', form: '2021', dress: { ...grey, rule: 0.5, ruleStyle: 'dashed', font: microhei } },
  { name: '2021-chromium-dashed-break', size: 'county', form: '2021', dress: { ruleStyle: 'dashed', font: zenhei, rowHeight: 26 }, breakRows: betweenRows },
  { name: '2021-libreoffice-dashed', size: 'county', form: '2021', dress: { ...libre, ruleStyle: 'dashed', rule: 0.5 } },
  { name: '2021-chromium-dotted', size: 'county', form: '2021', dress: { ruleStyle: 'dotted', rule: 1, font: songti } },
  { name: '2019-chromium-dotted-thick', size: 'county', form: '2019', dress: { ruleStyle: 'dotted', rule: 2, font: sans } },
  { name: '2019-libreoffice-dotted', size: 'town', form: '2019', dress: { ...libre, ruleStyle: 'dotted', rule: 1 } },
  { name: '2021-chromium-separate-2', size: 'county', form: '2021', dress: { spacing: 2, font: songti } },
  { name: '2019-chromium-separate-4', size: 'county', form: '2019', dress: { spacing: 4, padding: 2, font: ukai } },
  { name: '2021-chromium-separate-3-break', size: 'city', form: '2021', dress: { spacing: 3, padding: 2, font: ming, rowHeight: 24 }, breakRows: betweenRows },
  { name: '2021-chromium-open-sides', size: 'county', form: '2021', dress: { rules: 'open-sides', font: songti } },
  { name: '2019-chromium-open-sides-separate-tables', size: 'city', form: '2019', dress: { rules: 'open-sides', font: sans, oneTable: false } },
  { name: '2021-chromium-open-sides-break', size: 'county', form: '2021', dress: { rules: 'open-sides', font: kaiti, rowHeight: 26, closed: true }, breakRows: betweenRows },
  { name: '2021-libreoffice-open-sides', size: 'county', form: '2021', dress: { ...libre, rules: 'open-sides' } },
  { name: '2021-chromium-no-outer-rules', size: 'county', form: '2021', dress: { rules: 'no-outer', font: ming } },
  { name: '2019-chromium-no-outer-rules-blank-zeros', size: 'town', form: '2019', habits: { zeros: 'empty' }, dress: { rules: 'no-outer', font: serif } },
  { name: '2021-libreoffice-no-outer-rules', size: 'county', form: '2021', dress: { ...libre, rules: 'no-outer', font: kaiti } },
  { name: '2021-chromium-pieces-overshooting', size: 'county', form: '2021', dress: { pieces: 'overshooting', font: songti } },
  { name: '2019-chromium-pieces-short', size: 'county', form: '2019', dress: { pieces: 'short', font: sans } },
  { name: '2021-chromium-pieces-broken', size: 'city', form: '2021', dress: { pieces: 'broken', font: ming, rule: 0.5 } },
  { name: '2021-chromium-pieces-short-break', size: 'county', form: '2021', dress: { pieces: 'short', font: kaiti, rowHeight: 26 }, breakRows: betweenRows },
];
