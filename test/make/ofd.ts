// Writes what a reader sees of pages as OFD (GB/T 33190-2016), as a printer driver would.

import type { Page, Word } from '../../src/model/page.js';
import { tinyZip } from '../read/tiny-zip.js';
import { escaped } from './markup.js';

const mm = (points: number): string => ((points * 25.4) / 72).toFixed(4).replace(/\.?0+$/, '') || '0';
const isWide = (c: string): boolean => /[\u2e80-\u9fff\uf900-\uff60，。、：；（）“”]/u.test(c);

/** The offsets from each character to the next, written short: `g 3 10`. */
function deltas(steps: readonly string[]): string {
  const runs: { value: string; times: number }[] = [];
  for (const value of steps) {
    const last = runs.at(-1);
    if (last?.value === value) last.times++;
    else runs.push({ value, times: 1 });
  }
  return runs.map(({ value, times }) => (times > 1 ? `g ${times} ${value}` : value)).join(' ');
}

function textObject(word: Word, id: number): string {
  const { box, size, text, vertical, turn } = word;
  const characters = Array.from(text);
  const sides = [box.x1 - box.x0, box.y1 - box.y0] as const;
  const [width, height] = turn === 90 || turn === 270 ? [sides[1], sides[0]] : sides;
  const map = { 90: `0 1 -1 0 ${mm(sides[0])} 0`, 180: `-1 0 0 -1 ${mm(sides[0])} ${mm(sides[1])}`, 270: `0 -1 1 0 0 ${mm(sides[1])}` };
  const shares = characters.map((c) => (isWide(c) ? 1 : 0.5));
  const whole = shares.reduce((a, b) => a + b, 0);
  const steps = vertical ? characters.map(() => mm(height / characters.length)) : shares.map((s) => mm((s * width) / whole));
  const delta = characters.length > 1 ? ` ${vertical ? 'DeltaY' : 'DeltaX'}="${deltas(steps.slice(0, -1))}"` : '';
  const around = `Boundary="${mm(box.x0)} ${mm(box.y0)} ${mm(sides[0])} ${mm(sides[1])}"${turn === undefined ? '' : ` CTM="${map[turn]}"`}`;
  return `<ofd:TextObject ID="${id}" ${around} Font="1" Size="${mm(size)}"${vertical ? ' ReadDirection="90"' : ''}><ofd:TextCode X="0" Y="${mm(0.86 * size)}"${delta}>${escaped(text)}</ofd:TextCode></ofd:TextObject>`;
}

function contentOf(page: Page): string {
  let id = 10;
  const areas = page.areas.map(({ box: b, colour }) => {
    const rgb = [1, 3, 5].map((i) => Number.parseInt(colour.slice(i, i + 2), 16)).join(' ');
    return `<ofd:PathObject ID="${id++}" Boundary="${mm(b.x0)} ${mm(b.y0)} ${mm(b.x1 - b.x0)} ${mm(b.y1 - b.y0)}" Stroke="false" Fill="true"><ofd:FillColor Value="${rgb}"/><ofd:AbbreviatedData>M 0 0 L ${mm(b.x1 - b.x0)} 0 L ${mm(b.x1 - b.x0)} ${mm(b.y1 - b.y0)} L 0 ${mm(b.y1 - b.y0)} C</ofd:AbbreviatedData></ofd:PathObject>`;
  });
  const lines = page.rulings.map((r) => {
    const [x0, y0, x1, y1] = r.axis === 'horizontal' ? [r.from, r.at, r.to, r.at] : [r.at, r.from, r.at, r.to];
    return `<ofd:PathObject ID="${id++}" Boundary="${mm(x0)} ${mm(y0)} ${mm(x1 - x0)} ${mm(y1 - y0)}" LineWidth="${mm(Math.max(0.3, r.thickness))}"><ofd:StrokeColor Value="0 0 0"/><ofd:AbbreviatedData>M 0 0 L ${mm(x1 - x0)} ${mm(y1 - y0)}</ofd:AbbreviatedData></ofd:PathObject>`;
  });
  return [...areas, ...lines, ...page.words.map((w) => textObject(w, id++))].join('\n');
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
const space = 'xmlns:ofd="http://www.ofdspec.org/2016"';

/** One page's markup, around what its layer holds. */
export const pageXml = (layer: string, box = '0 0 210 297', before = ''): string =>
  `${declaration}<ofd:Page ${space}><ofd:Area><ofd:PhysicalBox>${box}</ofd:PhysicalBox></ofd:Area>${before}<ofd:Content><ofd:Layer ID="2" Type="Body">${layer}</ofd:Layer></ofd:Content></ofd:Page>`;

/** The parts of a package with pages of such markup. */
export function ofdParts(pages: readonly string[], common = ''): { name: string; content: string }[] {
  const list = pages.map((_, i) => `<ofd:Page ID="${i + 1}" BaseLoc="Pages/Page_${i}/Content.xml"/>`).join('');
  const parts: Record<string, string> = {
    'OFD.xml': `${declaration}<ofd:OFD ${space} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo/><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    'Doc_0/Document.xml': `${declaration}<ofd:Document ${space}><ofd:CommonData><ofd:MaxUnitID>9999</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>${common}</ofd:CommonData><ofd:Pages>${list}</ofd:Pages></ofd:Document>`,
    ...Object.fromEntries(pages.map((page, i) => [`Doc_0/Pages/Page_${i}/Content.xml`, page])),
  };
  return Object.entries(parts).map(([name, text]) => ({ name, content: text }));
}

/** Pages as an OFD file. */
export const ofdOf = (pages: readonly Page[]): Uint8Array => tinyZip(ofdParts(pages.map((page) => pageXml(contentOf(page), `0 0 ${mm(page.width)} ${mm(page.height)}`))));
