// The report as a web page: for a browser, for Chromium to print, for LibreOffice to convert.

import { escaped } from '../markup.js';
import type { ListLine, ListReport } from './list-report.js';

export const listDresses = ['ruled', 'thin', 'three-lines', 'plain', 'halves', 'merged', 'tall', 'rows-only'] as const;
export type ListDress = (typeof listDresses)[number];

const rules: Readonly<Record<ListDress, string>> = {
  'ruled': 'td, th { border: 1pt solid #000; }',
  'thin': 'td, th { border: 0.4pt solid #777; } th { background: #e8eef7; }',
  'three-lines': 'table { border-top: 1.5pt solid #000; border-bottom: 1.5pt solid #000; } th { border-bottom: 0.75pt solid #000; }',
  'plain': '',
  'halves': 'td, th { border: 0.75pt solid #000; } table { font-size: 8pt; }',
  'merged': 'td, th { border: 0.75pt solid #000; }',
  'tall': 'td, th { border: 0.75pt solid #000; padding: 11pt 4pt; }',
  'rows-only': 'td, th { border-bottom: 0.5pt solid #000; }',
};

/** The label, the unit and the numbers of a line, as printed. */
export function printedLine(line: ListLine, { units }: ListReport): { readonly label: string; readonly unit: string; readonly values: readonly string[] } {
  const { label, unit, values } = line;
  if (units === 'label') return { label: unit === '' || label.includes(`（${unit}）`) ? label : `${label}（${unit}）`, unit: '', values };
  return { label, unit: units === 'column' ? unit : '', values: units === 'cell' ? values.map((v) => (v === '' ? '' : `${v}${unit}`)) : values };
}

export function listPage(report: ListReport, dress: ListDress): string {
  const { title, columns, lines, units, isCounted } = report;
  const cell = (text: string, kind = 'td'): string => `<${kind}>${escaped(text)}</${kind}>`;
  const hasUnits = units === 'column';
  const head = [...(isCounted ? ['序号'] : []), '统计指标', ...(hasUnits ? ['单位'] : []), ...columns.map((c) => c.head)].map((t) => cell(t, 'th')).join('');
  const width = columns.length + 1 + Number(hasUnits) + Number(isCounted);
  const rows = lines.map((line, i) => {
    const { label, unit, values } = printedLine(line, report);
    const depth = /^[一二三四五六七八九]、/.test(label) ? 0 : label.startsWith('（') ? 1 : 2;
    if (dress === 'merged' && line.id === null) return `<td colspan="${String(width)}" style="text-align: ${depth === 0 ? 'center' : 'left'}">${escaped(label)}</td>`;
    return `${isCounted ? cell(String(i + 1)) : ''}<td class="label" style="padding-left: ${String(4 + 12 * depth)}pt">${escaped(label)}</td>${hasUnits ? cell(unit) : ''}${values.map((v) => cell(v)).join('')}`;
  });
  const half = Math.ceil(rows.length / 2);
  const empty = cell('').repeat(width);
  const body = dress === 'halves' ? rows.slice(0, half).map((row, i) => `<tr>${row}${rows[half + i] ?? empty}</tr>`) : rows.map((row) => `<tr>${row}</tr>`);
  return `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>
@page { size: A4; margin: 60pt 56pt; @bottom-center { content: counter(page); font: 10pt serif; } }
body { font: 12pt/22pt "Noto Serif CJK SC"; } h1 { font-size: 18pt; text-align: center; } p { text-indent: 2em; }
table { border-collapse: collapse; width: 100%; font-size: 10.5pt; line-height: 14pt; } tr { break-inside: avoid; }
td, th { padding: 4pt; text-align: center; font-weight: normal; } td.label { text-align: left; } ${rules[dress]}
</style></head><body><h1>${escaped(title)}</h1>
<p>根据《中华人民共和国政府信息公开条例》，现公布本年度报告。全文包括概述、主动公开、依申请公开、存在的问题和附表。</p>
<p>一年来，我区认真落实上级部署，进一步健全制度，拓宽渠道，做好政策解读，主动公开政府信息的质量和时效都有提高。</p>
<p>附表</p>
<table><thead><tr>${dress === 'halves' ? head + head : head}</tr></thead><tbody>${body.join('\n')}</tbody></table></body></html>`;
}
