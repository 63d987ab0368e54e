/** `zone`: a development zone that is counted beside the counties and has no code of GB/T 2260. */
export type Level = 'province' | 'prefecture' | 'county' | 'zone' | 'town';

/** A division of the country. Codes have six digits, those of towns and subdistricts nine. */
export interface Division {
  readonly code: string;
  readonly name: string;
  readonly level: Level;
  /** Of one that is no more, or has another name or code today: the last year in which it may have been this. */
  readonly until?: number;
  /** Of one that had another name or code before: the first year in which it may be this. */
  readonly since?: number;
  /** Code of what it is today; empty where it became a part of another. */
  readonly became?: string;
}

/** The divisions of the country, found by the two characters that a name begins with. */
export interface Gazetteer {
  /** Provinces, prefectures, counties and zones whose name begins as the text does; inside `area` where one is given. */
  divisions(text: string, area: Division | null): readonly Division[];
  /** Towns and subdistricts whose name begins as the text does; inside `area` where one is given. */
  towns(text: string, area: Division | null): readonly Division[];
  /** Provinces, prefectures and counties inside a division, of today and before, without zones. */
  areasIn(area: Division): readonly Division[];
  /** All towns and subdistricts inside a division. */
  townsIn(area: Division): readonly Division[];
  /** What a division lies in, the province first. */
  above(division: Division): readonly Division[];
  /** The division of a code of six digits, if there is or was one. */
  withCode(code: string): Division | undefined;
  /** What a division is today: itself, or what it became. */
  today(division: Division): Division;
}

const headLength = 2;

/** Whether `division` lies in `area`, and is not the area itself. */
export function liesIn(division: Division, area: Division): boolean {
  return division.code !== area.code && division.code.startsWith(stemOf(area));
}

/** The digits that the codes of everything inside a division begin with. */
function stemOf(division: Division): string {
  const digits = { province: 2, prefecture: 4, county: 6, zone: 6, town: 9 }[division.level];
  return division.code.slice(0, digits);
}

/**
 * A gazetteer out of `divisions.csv`: a line `code,name`, then one division a line, codes of six digits before those of
 * nine, each group sorted. The towns stay text until they are asked for, so loading takes a few milliseconds. `formerText`:
 * `former-divisions.csv`, provinces to counties that are no more, or have another name or code: `code,name,until,became`.
 * @throws Error where a text is no such file.
 */
export function loadGazetteer(csvText: string, formerText = `${formerHead}\n`): Gazetteer {
  const text = linesBelow('code,name', csvText, 'divisions.csv');
  const firstTown = /(?:^|\n)\d{9},/.exec(text)?.index ?? text.length;
  const towns = `\n${text.slice(firstTown)}`;
  const former = linesBelow(formerHead, formerText, 'former-divisions.csv').split('\n').filter((line) => line !== '').map(parseFormer);
  const began = new Map<string, number>();
  for (const { became = '', until = 0 } of former) began.set(became, Math.max(until, began.get(became) ?? 0));

  const byCode = new Map<string, Division>();
  const byHead = new Map<string, Division[]>();
  const add = (division: Division): void => {
    if (!byCode.has(division.code)) byCode.set(division.code, division);
    const head = division.name.slice(0, headLength);
    byHead.set(head, [...(byHead.get(head) ?? []), division]);
  };
  for (const line of text.slice(0, firstTown).split('\n')) {
    if (line === '') continue;
    const division = parse(line);
    const since = began.get(division.code);
    add(since === undefined ? division : { ...division, since });
  }
  for (const division of former) {
    if (division.became !== '' && !byCode.has(division.became ?? '')) throw new Error(`former-divisions.csv: ${division.code} became ${division.became ?? ''}, which divisions.csv does not have`);
    add(division);
  }

  return {
    divisions(name, area) {
      const found = byHead.get(name.slice(0, headLength)) ?? [];
      return area === null ? found : found.filter((division) => liesIn(division, area));
    },
    towns(name, area) {
      const stem = area === null ? '' : stemOf(area);
      const head = name.slice(0, headLength);
      if (head.length < headLength) return [];
      const found: Division[] = [];
      for (const line of linesWith(towns, head)) if (line.startsWith(stem)) found.push(parse(line));
      return found;
    },
    areasIn: (area) => [...byHead.values()].flat().filter((division) => division.level !== 'zone' && liesIn(division, area)),
    townsIn(area) {
      const stem = `\n${stemOf(area)}`;
      const start = towns.indexOf(stem);
      if (start === -1) return [];
      const end = towns.indexOf('\n', towns.lastIndexOf(stem) + 1);
      return towns.slice(start + 1, end === -1 ? towns.length : end).split('\n').map(parse);
    },
    above(division) {
      const codes = [`${division.code.slice(0, 2)}0000`, `${division.code.slice(0, 4)}00`, division.code.slice(0, 6)];
      return [...new Set(codes)].flatMap((code) => byCode.get(code) ?? []).filter((area) => liesIn(division, area));
    },
    withCode: (code) => byCode.get(code),
    today: (division) => byCode.get(division.became ?? '') ?? division,
  };
}

const formerHead = 'code,name,until,became';

function linesBelow(head: string, csvText: string, file: string): string {
  const text = csvText.replace(/^\uFEFF/, '').replace(/\r\n/g, '\n');
  if (!text.startsWith(`${head}\n`)) throw new Error(`${file}: the first line is not "${head}"`);
  return text.slice(head.length + 1);
}

function parseFormer(line: string): Division {
  const [, code = '', name = '', until = '', became = ''] = /^(\d{6}),([^,]+),(\d{4}),(\d{6}|)$/.exec(line) ?? [];
  if (code === '') throw new Error(`former-divisions.csv: no division in the line "${line}"`);
  return { code, name, level: levelOf(code), until: Number(until), became };
}

function parse(line: string): Division {
  const comma = line.indexOf(',');
  const code = line.slice(0, comma);
  if (!/^(\d{6}|\d{9})$/.test(code) || comma === line.length - 1) throw new Error(`divisions.csv: no division in the line "${line}"`);
  return { code, name: line.slice(comma + 1), level: levelOf(code) };
}

function levelOf(code: string): Level {
  if (code.length === 9) return 'town';
  if (code.endsWith('0000')) return 'province';
  if (code.endsWith('00')) return 'prefecture';
  return /^\d{4}(7\d|80)$/.test(code) ? 'zone' : 'county';
}

/** The lines of `code,name` whose name begins with `head`. */
function* linesWith(text: string, head: string): Generator<string> {
  for (let at = text.indexOf(head); at !== -1; at = text.indexOf(head, at + 1)) {
    if (text[at - 1] !== ',') continue;
    const start = text.lastIndexOf('\n', at) + 1;
    const end = text.indexOf('\n', at);
    yield text.slice(start, end === -1 ? text.length : end);
  }
}
