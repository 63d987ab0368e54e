// How the file itself is written: locked with an owner's password, newer and older structures, damage.

import { a4Landscape } from '../dress.js';
import { kaiti, libre, ming, sans, serif, songti, type Spec } from '../spec.js';

export const written: readonly Spec[] = [
  { name: '2021-chromium-locked-256', size: 'county', form: '2021', dress: { font: songti }, finish: ['locked-256'] },
  { name: '2019-chromium-locked-128', size: 'county', form: '2019', dress: { font: sans }, finish: ['locked-128'] },
  { name: '2019-libreoffice-locked-40', size: 'town', form: '2019', dress: { ...libre }, finish: ['locked-40'] },
  { name: '2021-chromium-locked-256-object-streams', size: 'city', form: '2021', dress: { font: ming }, finish: ['object-streams', 'locked-256'] },
  { name: '2021-chromium-locked-128-turned-borderless', size: 'county', form: '2021', dress: { font: kaiti, rules: 'none' }, finish: ['counter-90', 'locked-128'] },
  { name: '2021-chromium-object-streams', size: 'county', form: '2021', dress: { font: serif }, finish: ['object-streams'] },
  { name: '2019-libreoffice-object-streams', size: 'county', form: '2019', dress: { ...libre }, finish: ['object-streams'] },
  { name: '2021-chromium-linearized', size: 'county', form: '2021', dress: { font: songti }, finish: ['linearized'] },
  { name: '2019-libreoffice-linearized-object-streams', size: 'town', form: '2019', dress: { ...libre, font: kaiti }, finish: ['object-streams', 'linearized'] },
  { name: '2021-chromium-old-revision', size: 'county', form: '2021', dress: { font: ming }, finish: ['old-revision'] },
  { name: '2019-libreoffice-old-revision', size: 'county', form: '2019', dress: { ...libre }, finish: ['old-revision'] },
  { name: '2021-chromium-truncated-classic', size: 'county', form: '2021', dress: { font: songti }, finish: ['classic', 'truncated'] },
  { name: '2019-libreoffice-truncated-classic', size: 'county', form: '2019', dress: { ...libre }, finish: ['classic', 'truncated'] },
  { name: '2021-chromium-truncated-object-streams', size: 'county', form: '2021', dress: { font: sans }, finish: ['object-streams', 'truncated'] },
  { name: '2021-libreoffice-truncated-object-streams', size: 'town', form: '2021', dress: { ...libre }, finish: ['object-streams', 'truncated'] },
  { name: '2021-chromium-wrong-lengths', size: 'county', form: '2021', dress: { font: songti }, finish: ['classic', 'half-lengths'] },
  { name: '2019-libreoffice-wrong-lengths', size: 'county', form: '2019', dress: { ...libre, paper: a4Landscape, size: 9, rowHeight: 18 }, finish: ['classic', 'half-lengths'] },
  { name: '2021-chromium-wrong-lengths-object-streams', size: 'county', form: '2021', dress: { font: kaiti }, finish: ['object-streams', 'half-lengths'] },
  { name: '2021-chromium-broken-start', size: 'county', form: '2021', dress: { font: serif }, finish: ['classic', 'broken-start'] },
  { name: '2019-chromium-broken-start-object-streams', size: 'county', form: '2019', dress: { font: ming }, finish: ['object-streams', 'broken-start'] },
  { name: '2019-chromium-junk-before', size: 'town', form: '2019', dress: { font: songti }, finish: ['classic', 'junk-before'] },
];
