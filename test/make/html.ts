// A report as a web page for Chromium to print.

import { contentHeight, contentWidth, proseLine, sidesOf, tableLine, type Dress } from './dress.js';
import { tableOf } from './html-table.js';
import { escaped } from './markup.js';
import type { Block } from './page.js';
import { sealImage } from './seal.js';

const counters = { '': '', '-N-': '"- " counter(page) " -"', '—N—': '"— " counter(page) " —"', '第N页': '"第 " counter(page) " 页"', 'N': 'counter(page)' };

function pageRules(dress: Dress): string {
  const [top, right, bottom, left] = dress.margin;
  const number = counters[dress.pageNumber];
  const style = `content: ${number}; font: 12pt "${dress.font}"; vertical-align: middle;`;
  const places = number === '' ? '' : dress.outside ? `@page :left { @bottom-left { ${style} } } @page :right { @bottom-right { ${style} } }`
    : `@page { @bottom-center { ${style} } }`;
  const running = dress.runningHead === '' ? '' : `@page { @top-center { content: "${dress.runningHead}"; font: 9pt "${dress.font}"; border-bottom: 0.5pt solid #000; vertical-align: bottom; } }`;
  return `@page { size: ${dress.paper[0]}pt ${dress.paper[1]}pt; margin: ${top}pt ${right}pt ${bottom}pt ${left}pt; } ${places} ${running}`;
}

/** What lies over the pages, and tables that take a page of their own. */
function layersOf(dress: Dress): string {
  const [top, right, bottom, left] = dress.margin;
  return `@page landscape { size: ${dress.paper[1]}pt ${dress.paper[0]}pt; margin: ${left}pt ${top}pt ${right}pt ${bottom}pt; }
.landscape { page: landscape; width: ${contentHeight(dress)}pt; } .landscape table, .lying table { inline-size: ${contentHeight(dress) - 6}pt; width: auto; }
.lying { break-before: page; break-after: page; break-inside: avoid; width: ${contentWidth(dress)}pt; } .lying > div { transform-origin: 0 0; } .lying .written { transform: none; }
.written tr { height: auto; block-size: ${dress.rowHeight}pt; }
.sealed { position: relative; } .sealed img { position: absolute; right: 60pt; bottom: -30pt; width: 110pt; }
.watermark { position: fixed; top: 40%; left: -5%; width: 110%; text-align: center; transform: rotate(-40deg); font: ${dress.prose * 3.2}pt "${dress.headingFont}"; color: #808080; opacity: 0.22; }
td b { position: absolute; background: ${dress.ruleColour}; } td u { position: absolute; top: 0; left: 1pt; font-size: 6pt; color: #fff; text-decoration: none; }`;
}

function styleOf(dress: Dress): string {
  const line = proseLine(dress);
  return `${pageRules(dress)}
html { -webkit-print-color-adjust: exact; }
body { margin: 0; font: ${dress.prose}pt/${line}pt "${dress.font}"; width: ${contentWidth(dress)}pt; orphans: 1; widows: 1; }
p { margin: 0; text-indent: 2em; text-align: justify; overflow-wrap: anywhere; }
h1 { margin: 0; font: ${dress.prose + 5}pt/${line + 6}pt "${dress.headingFont}"; text-align: center; }
h2 { margin: 0; font: ${dress.prose}pt/${line}pt "${dress.headingFont}"; text-indent: 2em; break-after: avoid; }
table { border-collapse: ${dress.closed ? 'separate; border-spacing: 0' : dress.spacing > 0 ? `separate; border-spacing: ${dress.spacing}pt` : 'collapse'}; table-layout: fixed; width: ${contentWidth(dress) - 2}pt; margin: 0 auto; font-size: ${dress.size}pt; line-height: ${tableLine(dress)}pt; break-inside: auto; }
table + table { margin-top: 10pt; }
tr { height: ${dress.rowHeight}pt; } td:not([rowspan]) { break-inside: ${dress.cutRows ? 'auto' : 'avoid'}; }
td { box-decoration-break: ${dress.closed ? 'clone' : 'slice'}; -webkit-box-decoration-break: ${dress.closed ? 'clone' : 'slice'}; border: ${dress.closed ? dress.rule / 2 : dress.rule}pt ${dress.ruleStyle} ${dress.ruleColour}; padding: ${dress.padding}pt ${sidesOf(dress)}pt; vertical-align: ${dress.align}; text-align: center; overflow-wrap: anywhere; }
td.label { text-align: ${dress.labels}; } td.value { text-align: ${dress.values}; } td.head, td.narrow, td.clause { color: ${dress.headInk}; }
td.vertical { writing-mode: vertical-rl; padding: 2pt 0; letter-spacing: 0; } td.marked { vertical-align: top; }
i { font-size: 1pt; font-style: normal; line-height: 0; }
${layersOf(dress)}`;
}

export function htmlOf(blocks: readonly Block[], title: string, dress: Dress, marks: boolean): string {
  const counts = new Map<string, number>();
  const body = blocks.map((block) => {
    if (block.kind === 'title') return `<h1>${escaped(block.text)}</h1>`;
    if (block.kind === 'heading') {
      return `<h2 style="margin-bottom: ${block.after.toFixed(1)}pt${block.fresh ? '; break-before: page' : ''}">${escaped(block.text)}</h2>`;
    }
    if (block.kind === 'paragraph') return `<p style="margin-bottom: ${block.after.toFixed(1)}pt">${escaped(block.text)}</p>`;
    const first = counts.get(block.table.id) ?? 0;
    counts.set(block.table.id, first + block.table.rows.length);
    return tableOf(block.table, dress, first, marks);
  }).join('\n');
  const watermark = dress.watermark === '' ? '' : `<div class="watermark">${escaped(dress.watermark)}</div>`;
  const seal = dress.seal === 'at-end' ? `<div class="sealed"><p style="text-align: right">（盖章）</p><img src="${sealImage()}"></div>` : '';
  return `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>${styleOf(dress)}</style></head><body>${body}${seal}${watermark}</body></html>`;
}
