// A table as markup for Chromium.

import type { Box, Row, Table } from './boxes.js';
import { contentHeight, contentWidth, type Dress } from './dress.js';
import { escaped, linesOf } from './markup.js';
import { markedBox, markOf } from './page.js';
import { edgesOf, fillOf, spotsOf, type Edges, type Spot } from './rules.js';
import { sealImage } from './seal.js';

const sides = ['top', 'right', 'bottom', 'left'] as const;
const opposite = { top: 'bottom', right: 'left', bottom: 'top', left: 'right' } as const;
/** How far a piece of a rule goes beyond its box at both ends, in points. */
const beyond = { overshooting: 2.5, short: -1 } as const;

/** The rules of a box as bars of their own, laid over its sides. */
function barsOf(edges: Edges, dress: Dress): string {
  const { pieces } = dress;
  return sides.filter((side) => edges[side] > 0).map((side) => {
    const [from, to] = side === 'top' || side === 'bottom' ? ['left', 'right'] as const : ['top', 'bottom'] as const;
    const bar = (start: string, end: string): string =>
      `<b style="${side}: -${edges[side] / 2}pt; ${opposite[side]}: auto; ${from}: ${start}; ${to}: ${end}; ${from === 'left' ? 'height' : 'width'}: ${edges[side]}pt"></b>`;
    if (pieces === 'overshooting' || pieces === 'short') return bar(`${-beyond[pieces]}pt`, `${-beyond[pieces]}pt`);
    return bar('0', 'calc(50% + 0.6pt)') + bar('calc(50% + 0.6pt)', '0');
  }).join('');
}

function bordersOf(edges: Edges, dress: Dress): string {
  const share = dress.closed ? 0.5 : 1;
  return sides.map((side) => `border-${side}: ${edges[side] === 0 ? 'none' : `${edges[side] * share}pt ${dress.ruleStyle} ${dress.ruleColour}`}`).join('; ');
}

function boxOf(each: Box, spot: Spot, table: Table, dress: Dress, mark: string): string {
  const lines = linesOf(each, dress);
  const text = lines === 'stacked' ? Array.from(each.text).map(escaped).join('<br>') : escaped(each.text);
  const spans = `${each.columns > 1 ? ` colspan="${each.columns}"` : ''}${each.rows > 1 ? ` rowspan="${each.rows}"` : ''}`;
  const edges = edgesOf(each, spot, table, dress);
  const fill = fillOf(each, spot, dress);
  const styles = [
    ...(lines === 'vertical' && each.rows === 1 ? [`height: ${Math.ceil(each.text.length * dress.size * 1.15)}pt`] : []),
    ...(fill === '' ? [] : [`background: ${fill}`]),
    ...(dress.pieces !== 'whole' ? ['border: none; position: relative'] : dress.rules === 'all' ? [] : [bordersOf(edges, dress)]),
    ...(dress.ghosts ? ['position: relative'] : []),
  ];
  const style = styles.length === 0 ? '' : ` style="${styles.join('; ')}"`;
  const ghost = dress.ghosts && each.kind === 'value' ? `<u>${(spot.row * 7 + spot.column * 13) % 97 + 1}</u>` : '';
  const bars = dress.pieces === 'whole' ? '' : barsOf(edges, dress);
  const classes = `${each.kind} ${lines}${mark === '' ? '' : ' marked'}`;
  return `<td class="${classes}"${spans}${style}>${mark === '' ? '' : `<i>${mark}</i>`}${text}${ghost}${bars}</td>`;
}

function rowOf(row: Row, spots: readonly Spot[], table: Table, dress: Dress, mark: string): string {
  const marked = mark === '' ? -1 : markedBox(row);
  return `<tr>${row.boxes.map((each, place) => boxOf(each, spots[place] ?? { row: 0, column: 0 }, table, dress, place === marked ? mark : '')).join('')}</tr>`;
}

/** A table that takes a page of its own. */
function lain(markup: string, dress: Dress): string {
  const [long, wide] = [contentHeight(dress) - 4, contentWidth(dress)];
  if (dress.lying === 'landscape') return `<div class="landscape">${markup}</div>`;
  if (dress.lying === 'written') return `<div class="lying" style="height: ${long}pt; writing-mode: sideways-lr"><div class="written">${markup}</div></div>`;
  const turn = dress.lying === 'right' ? `translate(${wide}pt, 0) rotate(90deg)` : `translate(0, ${long}pt) rotate(-90deg)`;
  return `<div class="lying" style="height: ${long}pt"><div style="width: ${long}pt; transform: ${turn}">${markup}</div></div>`;
}

/** `first`: rows of tables of the same id that come before; `marks`: each row has its mark, to be measured. */
export function tableOf(table: Table, dress: Dress, first: number, marks: boolean): string {
  const total = table.widths.reduce((sum, width) => sum + width, 0);
  const columns = table.widths.map((width) => `<col style="inline-size: ${((100 * width) / total).toFixed(3)}%">`).join('');
  const spots = spotsOf(table);
  const rows = table.rows.map((row, place) => rowOf(row, spots[place] ?? [], table, dress, marks ? markOf(table, first + place) : ''));
  const depth = dress.repeatHead ? table.rows.filter((row) => row.isHead).length : 0;
  const head = depth > 0 ? `<thead>${rows.slice(0, depth).join('')}</thead>` : '';
  const markup = `<table><colgroup>${columns}</colgroup>${head}<tbody>${rows.slice(depth).join('')}</tbody></table>`;
  if (dress.seal === 'over-table') return `<div class="sealed">${markup}<img src="${sealImage()}"></div>`;
  return dress.lying !== '' && table.id === 'requests' ? lain(markup, dress) : markup;
}
