import { copyFile, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { defaultPipelineFolder, loadPipeline } from '../../src/pipeline/load-pipeline.js';
import { read } from '../../src/read/readers.js';
import { findTables } from '../../src/tables/grid-finders.js';
import { box, type Box, type Row, type Table } from '../make/boxes.js';
import { dressed, type Dress } from '../make/dress.js';
import { finish, type Finish } from '../make/finish.js';
import { issuers } from '../make/issuers.js';
import { layoutOf, type Block } from '../make/page.js';
import { printBlocks, withFolder } from '../make/print.js';
import { spotsOf } from '../make/rules.js';
import { tablesOf } from '../make/tables.js';
import { makeReport } from '../make/truth.js';
import { relationsOf, scored, type ScoredCell } from './relations.js';

/**
 * `npx tsx test/bench/dresses.ts [FOLDER]`: typesets two tables (table 三 of the form of 2021, and a table of numbers
 * under a spanner) in seven dresses, finds them and scores their adjacency relations. Keeps the PDFs in FOLDER if
 * named. Wants chromium and qpdf.
 */
interface Wardrobe { readonly name: string; readonly dress: Partial<Dress>; readonly finish?: readonly Finish[] }

const wardrobe: readonly Wardrobe[] = [
  { name: 'dashed', dress: { ruleStyle: 'dashed' } },
  { name: 'open sides', dress: { rules: 'open-sides' } },
  { name: 'grey 0.3 pt', dress: { rule: 0.3, ruleColour: '#bfbfbf' } },
  { name: '/Rotate 90', dress: {}, finish: ['counter-90'] },
  { name: 'sideways text', dress: { lying: 'right', size: 7.5, padding: 0.8 } },
  { name: 'rules between rows', dress: { rules: 'rows-inside' } },
  { name: 'three-line', dress: { rules: 'three-lines', rule: 1.5 } },
];

const row = (...boxes: readonly Box[]): Row => ({ id: 'row', isHead: false, boxes });
const head = (...boxes: readonly Box[]): Row => ({ ...row(...boxes), isHead: true });

/** Four quarters under a spanner, with a total. It lies where table 三 does. */
const quarters: Table = {
  id: 'requests', widths: [130, 60, 60, 60, 60, 70],
  rows: [
    head(box('head', '地区', 1, 2), box('head', '二〇二二年受理件数', 4), box('head', '全年合计', 1, 2)),
    head(...['一季度', '二季度', '三季度', '四季度'].map((text) => box('head', text))),
    ...[['城关镇', '18', '23', '9', '31', '81'], ['北辛庄镇', '6', '4', '12', '7', '29'], ['经济技术开发区', '140', '96', '1,208', '77', '1,521'], ['河口乡', '3', '2', '5', '1', '11'], ['合计', '167', '125', '1,234', '116', '1,642']]
      .map(([label = '', ...numbers]) => row(box('label', label), ...numbers.map((text) => box('value', text)))),
  ],
};

function tablesIn(dress: Dress): Table[] {
  const report = makeReport({ issuer: issuers.huangmei, year: 2022, requestsForm: '2021', disclosureForm: '2021', habits: {} }, ['黄梅县'], 'seven dresses');
  return [...tablesOf(report, {}, layoutOf(dress)).filter((table) => table.id === 'requests'), quarters];
}

const typesetCells = (table: Table): ScoredCell[] => {
  const spots = spotsOf(table);
  return table.rows.flatMap(({ boxes }, y) => boxes.map((each, x): ScoredCell => ({ ...(spots[y]?.[x] ?? { row: y, column: x }), rowSpan: each.rows, columnSpan: each.columns, text: each.text })));
};

const pipeline = await loadPipeline(defaultPipelineFolder());
const kept = process.argv[2];
if (kept !== undefined) await mkdir(kept, { recursive: true });
console.log('dress                 tables  precision  recall      F1   exact');
for (const { name, dress: changes, finish: steps } of wardrobe) {
  await withFolder(async (folder) => {
    const dress = dressed({ size: 8.5, rowHeight: 0, padding: 2, ...changes });
    const tables = tablesIn(dress);
    const blocks = tables.flatMap((table, place): Block[] => [{ kind: 'heading', text: ['申请情况', '受理情况'][place] ?? '', fresh: place > 0 && dress.lying === '', after: 6 }, { kind: 'table', table }]);
    const pdf = path.join(folder, `${name.replace(/\W+/g, '-')}.pdf`);
    await printBlocks(blocks, name, dress, pdf);
    await finish(pdf, steps ?? []);
    if (kept !== undefined) await copyFile(pdf, path.join(kept, path.basename(pdf)));
    const { document } = await read(await readFile(pdf), pipeline.limits);
    const { grids } = findTables(document, pipeline.likeLabel);
    const found = grids.map((grid) => relationsOf(grid.cells));
    const truth = tables.map((table) => relationsOf(typesetCells(table)));
    const { precision, recall, f1 } = scored(found.flat(), truth.flat());
    const exact = truth.filter((each) => found.some((one) => one.length === each.length && scored(one, each).f1 === 1)).length;
    const numbers = [precision, recall, f1].map((value) => value.toFixed(4).padStart(8)).join(' ');
    console.log(`${name.padEnd(20)} ${String(grids.length).padStart(7)}  ${numbers} ${String(exact).padStart(4)}/${truth.length}`);
  });
}
