// A report as a web page for Chromium to print.

import type { Dress } from './dress.js';
import { contentWidth, proseLine, tableLine } from './dress.js';
import { markedBox, markOf, type Block } from './page.js';
import type { Box, Row, Table } from './tables.js';

export const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

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

function styleOf(dress: Dress): string {
  const line = proseLine(dress);
  return `${pageRules(dress)}
html { -webkit-print-color-adjust: exact; }
body { margin: 0; font: ${dress.prose}pt/${line}pt "${dress.font}"; width: ${contentWidth(dress)}pt; orphans: 1; widows: 1; }
p { margin: 0; text-indent: 2em; text-align: justify; overflow-wrap: anywhere; }
h1 { margin: 0; font: ${dress.prose + 5}pt/${line + 6}pt "${dress.headingFont}"; text-align: center; }
h2 { margin: 0; font: ${dress.prose}pt/${line}pt "${dress.headingFont}"; text-indent: 2em; break-after: avoid; }
table { border-collapse: ${dress.closed ? 'separate; border-spacing: 0' : 'collapse'}; table-layout: fixed; width: ${contentWidth(dress) - 2}pt; margin: 0 auto; font-size: ${dress.size}pt; line-height: ${tableLine(dress)}pt; break-inside: auto; }
table + table { margin-top: 10pt; }
tr { height: ${dress.rowHeight}pt; } td:not([rowspan]) { break-inside: ${dress.cutRows ? 'auto' : 'avoid'}; }
td { box-decoration-break: ${dress.closed ? 'clone' : 'slice'}; -webkit-box-decoration-break: ${dress.closed ? 'clone' : 'slice'}; border: ${dress.closed ? dress.rule / 2 : dress.rule}pt solid ${dress.ruleColour}; padding: ${dress.padding}pt ${Math.min(3, dress.padding)}pt; vertical-align: ${dress.align}; text-align: center; overflow-wrap: anywhere; }
td.label { text-align: ${dress.labels}; } td.head, td.clause { ${dress.fill === '' ? '' : `background: ${dress.fill};`} }
td.vertical { writing-mode: vertical-rl; padding: 2pt 0; letter-spacing: 0; } td.marked { vertical-align: top; }
i { font-size: 1pt; font-style: normal; line-height: 0; }`;
}

const linesOf = (each: Box, dress: Dress): 'across' | 'vertical' | 'stacked' =>
  each.kind === 'narrow' ? dress.head : each.kind === 'group' ? dress.group : 'across';

function boxOf(each: Box, dress: Dress, mark: string): string {
  const lines = linesOf(each, dress);
  const text = lines === 'stacked' ? Array.from(each.text).map(escaped).join('<br>') : escaped(each.text);
  const spans = `${each.columns > 1 ? ` colspan="${each.columns}"` : ''}${each.rows > 1 ? ` rowspan="${each.rows}"` : ''}`;
  const length = lines === 'vertical' && each.rows === 1 ? ` style="height: ${Math.ceil(each.text.length * dress.size * 1.15)}pt"` : '';
  const classes = `${each.kind} ${lines}${mark === '' ? '' : ' marked'}`;
  return `<td class="${classes}"${spans}${length}>${mark === '' ? '' : `<i>${mark}</i>`}${text}</td>`;
}

function rowOf(row: Row, dress: Dress, mark: string): string {
  const marked = mark === '' ? -1 : markedBox(row);
  return `<tr>${row.boxes.map((each, place) => boxOf(each, dress, place === marked ? mark : '')).join('')}</tr>`;
}

function tableOf(table: Table, dress: Dress, first: number, marks: boolean): string {
  const total = table.widths.reduce((sum, width) => sum + width, 0);
  const columns = table.widths.map((width) => `<col style="width: ${((100 * width) / total).toFixed(3)}%">`).join('');
  const rows = table.rows.map((row, place) => rowOf(row, dress, marks ? markOf(table, first + place) : ''));
  const depth = dress.repeatHead ? table.rows.filter((row) => row.isHead).length : 0;
  const head = depth > 0 ? `<thead>${rows.slice(0, depth).join('')}</thead>` : '';
  return `<table><colgroup>${columns}</colgroup>${head}<tbody>${rows.slice(depth).join('')}</tbody></table>`;
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
  return `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>${styleOf(dress)}</style></head><body>${body}</body></html>`;
}
