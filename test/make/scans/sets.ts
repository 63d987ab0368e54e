// The set of scans: groups of documents, one line for each, saying only what is particular to it.

import type { Dress } from '../dress.js';
import { kaiti, libre, microhei, ming, sans, serif, songti, ukai, zenhei, type Spec } from '../spec.js';
import type { Scan, Treatment } from './scan.js';

/** Chapter three, with its long table, begins a page, as it mostly does; `fresh: false` lets it run over a page's end. */
const brief = { prose: 12, paragraphs: 1, rowHeight: 18, fresh: true, break: { table: 'requests', row: 'new' } } as const;
/** One page that holds it all, as a long photograph or a screen picture does. */
const onePage = { prose: 10, fresh: false, paper: [842, 1560], margin: [50, 60, 50, 60], size: 10.5, rowHeight: 19 } as const;

function scan(name: string, of: string, dress: Partial<Dress>, treatment: Treatment, more: Partial<Spec> = {}): Scan {
  const [size, form] = of.split(' ') as [Spec['size'], Spec['form']];
  return { name, size, form, ...more, dress: { ...brief, ...dress }, scan: treatment };
}

const colour = (dpi: Treatment['dpi'], quality: number, more: Partial<Treatment> = {}): Treatment => ({ dpi, ink: 'colour', quality, blur: 0.5, noise: 3, ...more });
const grey = (dpi: Treatment['dpi'], quality: number, more: Partial<Treatment> = {}): Treatment => ({ dpi, ink: 'grey', quality, blur: 0.5, noise: 3, ...more });
const bit = (dpi: Treatment['dpi'], more: Partial<Treatment> = {}): Treatment => ({ dpi, ink: '1-bit', blur: 0.6, noise: 4, ...more });

const clean: readonly Scan[] = [
  scan('clean-200-colour-songti-town', 'town 2019', { font: songti, fill: '#f0f0f0' }, colour(200, 80)),
  scan('clean-200-grey-ming-county', 'county 2021', { font: ming }, grey(200, 80)),
  scan('clean-200-grey-serif-city', 'city 2021', { font: serif, rowHeight: 26 }, grey(200, 80)),
  scan('clean-200-colour-sans-city-grouped', 'city 2021', { font: sans, size: 9.5 }, colour(200, 75), { habits: { digits: 'grouped' } }),
  scan('clean-200-1bit-songti-county', 'county 2019', { fresh: false, font: songti }, bit(200)),
  scan('clean-200-grey-microhei-blank-zeros', 'county 2021', { font: microhei }, grey(200, 80), { habits: { zeros: 'empty' } }),
  scan('clean-300-colour-kaiti-county', 'county 2019', { font: kaiti, size: 11, fill: '#c6d9f1' }, colour(300, 75)),
  scan('clean-300-grey-zenhei-misprints', 'county 2021', { font: zenhei }, grey(300, 80), { habits: { misprints: 2 } }),
  scan('clean-300-1bit-ming-city', 'city 2021', { ...libre, rowHeight: 24 }, bit(300)),
  scan('clean-300-1bit-serif-town', 'town 2021', { font: serif }, bit(300)),
  scan('clean-300-grey-ukai-person-and-total', 'town 2021', { font: ukai, size: 11 }, grey(300, 80), { habits: { zeros: 'person-and-total' } }),
  scan('clean-400-grey-songti-city', 'city 2019', { fresh: false, font: songti }, grey(400, 70)),
  scan('clean-200-grey-three-lines', 'county 2021', { font: songti, rules: 'three-lines', rule: 1.5, rowHeight: 22 }, grey(200, 80)),
  scan('clean-300-grey-rows-only', 'county 2019', { font: ming, rules: 'rows' }, grey(300, 80)),
  scan('clean-200-grey-break-in-table', 'county 2021', { fresh: false, ...libre, font: serif, prose: 16, paragraphs: 3, repeatHead: true }, grey(200, 80)),
];

// Chromium draws no rule thinner than 0.75 points, LibreOffice does.
const damaged: readonly Scan[] = [
  scan('skew-03', 'county 2021', { font: songti }, grey(200, 75, { skew: 0.3 })),
  scan('skew-07', 'city 2021', { fresh: false, font: ming }, colour(200, 75, { skew: 0.7 })),
  scan('skew-15-1bit', 'county 2019', { font: serif }, bit(200, { skew: 1.5 })),
  scan('skew-22', 'town 2019', { font: kaiti, size: 11 }, grey(300, 70, { skew: 2.2 })),
  scan('skew-30', 'county 2021', { font: sans }, grey(200, 80, { skew: 3 })),
  scan('noise-gaussian', 'county 2021', { font: ming }, grey(200, 70, { noise: 22 })),
  scan('noise-colour', 'town 2021', { font: zenhei }, colour(200, 60, { noise: 16 })),
  scan('noise-salt-pepper-grey', 'county 2019', { fresh: false, font: songti }, grey(200, 80, { pepper: 0.004 })),
  scan('noise-salt-pepper-1bit', 'county 2021', { font: serif }, bit(300, { pepper: 0.003, dirt: 60 })),
  scan('blurred', 'city 2021', { font: microhei }, grey(200, 80, { blur: 1.4 })),
  scan('shadow-left', 'county 2021', { fresh: false, font: songti }, colour(200, 70, { light: 'shadow-left', shade: 0.55 })),
  scan('shadow-right-zeros', 'town 2019', { font: ming }, grey(300, 60, { light: 'shadow-right', shade: 0.6 })),
  scan('light-gradient', 'city 2019', { font: sans, size: 9.5 }, grey(200, 70, { light: 'gradient', shade: 0.6, paper: [236, 228, 206] })),
  scan('crease', 'county 2021', { font: kaiti, size: 11 }, grey(200, 70, { light: 'crease', shade: 0.45 })),
  scan('spine-skew', 'county 2019', { font: songti }, colour(200, 60, { light: 'spine', shade: 0.7, skew: 0.8 })),
  scan('seal-colour', 'county 2021', { font: songti }, colour(200, 75, { seal: 0.75 })),
  scan('seal-colour-dark', 'city 2021', { font: serif }, colour(300, 60, { seal: 0.95 })),
  scan('seal-in-grey', 'county 2021', { font: ming, size: 10.5 }, grey(200, 75, { seal: 0.55 })),
  scan('seal-in-1bit', 'town 2021', { font: sans }, bit(300, { seal: 0.5, threshold: 110 })),
  scan('jpeg-20', 'county 2019', { font: songti, size: 10.5 }, grey(200, 20)),
  scan('jpeg-20-colour', 'county 2021', { font: microhei }, colour(200, 20)),
  scan('jpeg-40', 'city 2021', { fresh: false, font: ming }, grey(200, 40)),
  scan('jpeg-40-300', 'town 2019', { font: kaiti, size: 10.5 }, colour(300, 40)),
  scan('faint-ink', 'county 2021', { font: songti }, grey(200, 70, { strength: 0.4 })),
  scan('thin-in-1bit', 'county 2019', { font: songti, size: 10.5 }, bit(300, { threshold: 125 })),
  scan('fat-in-1bit', 'county 2021', { font: zenhei, size: 10.5 }, bit(300, { threshold: 225 })),
  scan('dithered-heads', 'county 2021', { font: ming, fill: '#d9d9d9' }, { dpi: 300, ink: 'dithered' }),
  scan('rules-hairline', 'county 2021', { ...libre, font: sans, rule: 0.25 }, grey(200, 70)),
  scan('rules-faint', 'town 2019', { font: songti, rule: 0.5, ruleColour: '#b0b0b0' }, grey(200, 60)),
  scan('rules-broken', 'county 2019', { font: ming, pieces: 'broken' }, grey(200, 70, { skew: 0.4 })),
  scan('rules-thick', 'city 2021', { fresh: false, font: serif, rule: 2.25 }, grey(200, 75)),
  scan('rules-dotted-1bit', 'county 2021', { font: songti, ruleStyle: 'dotted', rule: 1 }, bit(300)),
  scan('show-through', 'county 2019', { fresh: false, font: serif }, grey(200, 70, { showThrough: 0.16 })),
  scan('show-through-blank-zeros', 'county 2021', { font: songti }, grey(200, 70, { showThrough: 0.2 }), { habits: { zeros: 'empty' } }),
  scan('black-border', 'county 2021', { fresh: false, font: ming }, grey(200, 75, { border: 12, skew: 1 })),
  scan('black-border-1bit', 'town 2019', { font: zenhei }, bit(200, { border: 9, skew: 0.6, dirt: 40 })),
  scan('office-copier', 'county 2019', { font: songti, size: 10.5 }, grey(300, 50, { skew: 0.9, dirt: 80, strength: 0.75, blur: 0.9, light: 'spine', shade: 0.35, seal: 0.35, noise: 8 })),
  scan('streaks-dark', 'county 2021', { font: songti }, grey(200, 60, { streaks: { count: 2, lightness: 40 }, skew: 0.6, noise: 4, blur: 0.6 })),
  scan('streaks-pale', 'county 2019', { font: serif }, colour(200, 60, { streaks: { count: 3, lightness: 140 }, skew: 0.4, noise: 4, blur: 0.6 })),
  scan('streaks-1bit', 'town 2021', { font: ming }, bit(300, { streaks: { count: 2, lightness: 90 } })),
  scan('streaks-blank-zeros', 'county 2021', { font: zenhei }, grey(200, 75, { streaks: { count: 2, lightness: 70 }, noise: 3 }), { habits: { zeros: 'empty' } }),
  scan('misprints-and-noise', 'county 2019', { font: kaiti, size: 11 }, grey(200, 60, { noise: 12, skew: 0.5 }), { habits: { misprints: 3 } }),
];

const low: readonly Scan[] = [
  scan('150-grey-county', 'county 2021', { font: songti, size: 10.5 }, grey(150, 80)),
  scan('150-colour-town', 'town 2019', { font: ming, size: 10.5, fill: '#f0f0f0' }, colour(150, 75)),
  scan('150-1bit-county', 'county 2021', { font: serif, size: 11 }, bit(150, { threshold: 175 })),
  scan('150-grey-city', 'city 2021', { fresh: false, font: sans, size: 10 }, grey(150, 75)),
  scan('150-jpeg-40', 'county 2019', { font: kaiti, size: 12, rowHeight: 24 }, grey(150, 40)),
  scan('150-skew', 'county 2021', { font: microhei }, grey(150, 75, { skew: 1.2 })),
  scan('150-seal', 'town 2021', { font: zenhei, size: 10.5 }, colour(150, 70, { seal: 0.7 })),
  scan('150-blank-zeros', 'county 2019', { font: songti, size: 10.5 }, grey(150, 75, { noise: 8 }), { habits: { zeros: 'empty' } }),
];

const turned: readonly Scan[] = [
  scan('turned-90', 'county 2021', { font: songti }, grey(200, 75, { turn: 90 })),
  scan('turned-180', 'county 2019', { fresh: false, font: ming }, grey(200, 75, { turn: 180 })),
  scan('turned-270', 'city 2021', { font: serif }, grey(200, 75, { turn: 270 })),
  scan('turned-180-every-second', 'town 2019', { font: zenhei }, bit(300, { turn: 180, turnEven: true })),
  scan('turned-90-skew', 'county 2021', { font: sans }, colour(200, 70, { turn: 90, skew: 1.3 })),
  scan('stored-sideways', 'county 2021', { font: kaiti, size: 11 }, grey(200, 75, { pdf: 'stored-sideways' })),
  scan('shown-sideways', 'town 2021', { font: songti }, bit(300, { pdf: 'shown-sideways' })),
  scan('table-lying-right', 'county 2021', { font: songti, lying: 'right', size: 8.5, rowHeight: 13, padding: 1.5 }, grey(200, 75)),
  scan('table-lying-left', 'county 2019', { font: ming, lying: 'left' }, grey(200, 75, { skew: 0.5 })),
  scan('landscape-page', 'city 2021', { font: sans, lying: 'landscape', size: 9 }, grey(200, 75)),
];

const pdfKinds: readonly Scan[] = [
  scan('ccitt', 'county 2021', { fresh: false, font: songti }, bit(300)),
  scan('jbig2', 'town 2019', { font: serif }, bit(300, { coding: 'jbig2' })),
  scan('flate-1-bit', 'county 2019', { font: ming }, bit(200, { coding: 'flate-1-bit' })),
  scan('flate-4-bit', 'county 2021', { font: zenhei }, grey(200, 0, { coding: 'flate-4-bit' })),
  scan('flate-grey', 'town 2021', { font: kaiti, size: 11 }, grey(200, 0, { coding: 'flate' })),
  scan('jpeg-2000', 'county 2021', { font: sans }, colour(200, 60, { coding: 'jpeg-2000' })),
  scan('jpeg-2000-grey', 'county 2019', { font: songti }, grey(300, 40, { coding: 'jpeg-2000' })),
  scan('strips', 'city 2021', { fresh: false, font: ming }, grey(200, 75, { pdf: 'strips' })),
  scan('strips-ccitt', 'county 2021', { font: serif }, bit(300, { pdf: 'strips' })),
  scan('mask', 'county 2019', { font: songti }, bit(300, { pdf: 'mask' })),
  scan('layers', 'county 2021', { font: microhei, fill: '#c6d9f1' }, colour(300, 80, { pdf: 'layers', seal: 0.7 })),
  scan('cropped', 'town 2019', { font: ming }, colour(200, 75, { pdf: 'cropped' })),
  scan('points-as-pixels', 'county 2021', { font: songti }, grey(200, 75, { pdf: 'points-as-pixels' })),
  scan('different-sizes', 'county 2019', { fresh: false, font: sans }, grey(200, 75, { pdf: 'different-sizes' })),
  scan('rubbish-text', 'county 2021', { font: songti }, grey(200, 75, { pdf: 'rubbish-text' })),
  scan('rubbish-text-town', 'town 2019', { font: serif }, bit(300, { pdf: 'rubbish-text' })),
  scan('wrong-numbers-text', 'county 2021', { font: ming }, grey(200, 75, { pdf: 'wrong-numbers-text' })),
  scan('true-text', 'county 2021', { font: zenhei }, grey(200, 75, { pdf: 'true-text' })),
  scan('stamped', 'county 2019', { fresh: false, font: kaiti, size: 11 }, grey(200, 75, { pdf: 'stamped' })),
  scan('table-pictures', 'county 2021', { font: songti }, colour(200, 80, { pdf: 'table-pictures' })),
  scan('table-pictures-town', 'town 2019', { fresh: false, font: sans, prose: 16 }, grey(150, 85, { pdf: 'table-pictures' })),
  scan('some-digital', 'county 2021', { fresh: false, font: ming, prose: 16, paragraphs: 3 }, grey(200, 75, { pdf: 'some-digital' })),
];

const files: readonly Scan[] = [
  scan('page-png', 'county 2021', { font: songti, ...onePage }, grey(200, 0, { file: 'png' })),
  scan('page-jpg', 'county 2019', { font: ming, ...onePage }, colour(200, 70, { file: 'jpg' })),
  scan('page-jpg-lying', 'town 2021', { font: serif, ...onePage }, colour(200, 75, { file: 'jpg-lying' })),
  scan('page-jpg-no-density', 'county 2021', { font: sans, ...onePage }, grey(200, 60, { file: 'jpg-no-density', skew: 0.6 })),
  scan('page-webp', 'city 2021', { font: zenhei, ...onePage }, colour(200, 75, { file: 'webp' })),
  scan('page-png-1-bit', 'town 2019', { font: kaiti, ...onePage }, bit(300, { file: 'png-1-bit' })),
  scan('pages-tif', 'county 2021', { font: songti }, grey(200, 0, { file: 'tif' })),
  scan('pages-tif-ccitt', 'county 2019', { font: serif }, bit(300, { file: 'tif-ccitt' })),
];

/** Tables without rules, or with rules between rows alone: which column a number is of, its place alone tells. */
const three = { rules: 'three-lines', rule: 1.5, rowHeight: 20 } as const;
const unruled: readonly Scan[] = [
  scan('three-lines-150-grey', 'county 2021', { ...three, font: songti, size: 10.5 }, grey(150, 80)),
  scan('three-lines-200-1bit', 'town 2019', { ...three, font: serif, size: 11 }, bit(200)),
  scan('three-lines-200-blank-zeros', 'county 2019', { ...three, font: kaiti, size: 11, fresh: false }, grey(200, 75), { habits: { zeros: 'empty' } }),
  scan('three-lines-300-spanners', 'city 2021', { ...three, rules: 'three-lines-spanners', font: sans, size: 9, values: 'right' }, colour(300, 75, { skew: 0.6 })),
  scan('rows-150-grey', 'town 2021', { font: zenhei, rules: 'rows', size: 10.5 }, grey(150, 75)),
  scan('rows-200-inside', 'county 2019', { font: ming, rules: 'rows-inside', labels: 'center' }, grey(200, 70, { skew: 0.8 })),
  scan('rows-300-1bit-over-pages', 'city 2019', { font: songti, rules: 'rows', rule: 0.5, fresh: false, prose: 14, rowHeight: 24 }, bit(300)),
  scan('none-200-grey', 'county 2021', { font: ming, rules: 'none', size: 10.5 }, grey(200, 80)),
  scan('none-200-person-and-total', 'county 2021', { font: microhei, rules: 'none' }, grey(200, 75), { habits: { zeros: 'person-and-total' } }),
  scan('none-300-1bit', 'city 2021', { font: serif, rules: 'none', rowHeight: 26, padding: 5 }, bit(300)),
  scan('zebra-200-colour', 'city 2019', { font: sans, rules: 'none', fill: '#d9e2f3', zebra: '#eef2fa', size: 9.5 }, colour(200, 75)),
  scan('zebra-300-white-heads', 'county 2021', { font: songti, rules: 'none', fill: '#4472c4', headInk: '#ffffff', zebra: '#d9e2f3' }, colour(300, 80)),
  scan('columns-200-grey', 'county 2019', { font: zenhei, rules: 'columns' }, grey(200, 75, { noise: 6 })),
];

/** A new document comes last in the last group: the offices are dealt out in this order. */
export const scanGroups: Readonly<Record<string, readonly Scan[]>> = { clean, damaged, low, turned, 'pdf-kinds': pdfKinds, files, unruled };
export const scans: readonly Scan[] = Object.values(scanGroups).flat();

/** The few small ones that tests read, in test/scans; made with `--group fixtures --seed 7`. */
export const fixtures: readonly Scan[] = [
  scan('grey-200', 'county 2021', { font: songti, ...onePage }, grey(200, 34, { noise: 0.7, blur: 0.7, skew: 0.6 }), { habits: { misprints: 1 } }),
  scan('seal-colour-200', 'town 2019', { font: serif, ...onePage }, colour(200, 32, { noise: 0.8, blur: 0.7, seal: 0.75 })),
  scan('ccitt-blank-zeros-200', 'county 2021', { font: ming }, bit(200), { habits: { zeros: 'empty' } }),
  scan('upside-down-jbig2-300', 'city 2021', { font: zenhei }, bit(300, { coding: 'jbig2', turn: 180 })),
  scan('rubbish-text-200', 'county 2019', { font: songti }, bit(200, { pdf: 'rubbish-text', dirt: 25 })),
  scan('page-150', 'town 2021', { font: sans, ...onePage }, grey(150, 35, { noise: 0.6, file: 'jpg' })),
];
