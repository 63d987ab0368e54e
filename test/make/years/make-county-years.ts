// npx tsx test/make/years/make-county-years.ts
// Prints the years of the county that are PDF: test/panel/files/YEAR.pdf. Needs chromium and CJK fonts.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { plainDress } from '../dress.js';
import { printBlocks } from '../print.js';
import { countyYears } from './county-years.js';

const folder = join(import.meta.dirname, '..', '..', 'panel', 'files');
await mkdir(folder, { recursive: true });
for (const { year, blocks } of countyYears().filter((y) => [2013, 2018, 2024].includes(y.year))) {
  await printBlocks(blocks, String(year), plainDress, join(folder, `${String(year)}.pdf`));
}
