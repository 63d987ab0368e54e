import { defaultPipelineFolder, loadPipeline } from '../../../src/pipeline/load-pipeline.js';
import { runDocument } from '../../../src/pipeline/run-document.js';
import { documentOf } from '../../make/documents.js';
import { heldAgainst, type Held } from '../../make/held-against.js';
import { specs } from '../../make/specs.js';
import { truthOf } from '../../make/truth-file.js';
import { pageOf } from '../../make/web/pages.js';

const pipeline = await loadPipeline(defaultPipelineFolder());
const typeset = ['2019-chromium-songti-plain', '2021-chromium-coloured-heads'].flatMap((name) => specs.filter((s) => s.name === name)).map((spec) => documentOf(spec, 5));

/** What is read of pages whose tables were spoilt. */
async function heldOf(spoil: (html: string) => string): Promise<Held> {
  const held = await Promise.all(typeset.map(async (t) => heldAgainst(await runDocument(Buffer.from(spoil(pageOf(t, 'trs', { charset: 'utf-8', pasted: false }))), { path: 'a', file: 'a', sha256: '' }, pipeline), truthOf(t.report))));
  return { right: held.reduce((n, h) => n + h.right, 0), marked: held.reduce((n, h) => n + h.marked, 0), wrong: held.flatMap((h) => h.wrong) };
}

const spans = (name: string, change: (n: number) => number) => (html: string): string => html.replace(new RegExp(`${name}="(\\d+)"`, 'g'), (_, n: string) => `${name}="${Math.max(1, change(Number(n)))}"`);
const someCells = (spoil: (cell: string) => string) => (html: string): string => {
  let n = 0;
  return html.replace(/<td[^>]*class="value[^>]*>[^<]*<\/td>/g, (cell) => (n++ % 40 === 17 ? spoil(cell) : cell));
};

describe('a table whose cells and spans do not fit together', () => {
  it.each([
    ['rowspan too long', spans('rowspan', (n) => n + 1), 0.5],
    ['rowspan too short', spans('rowspan', (n) => n - 1), 0.5],
    ['colspan too long', spans('colspan', (n) => n + 1), 0.5],
    ['colspan too short', spans('colspan', (n) => n - 1), 0.5],
    ['no spans at all', (html: string): string => html.replace(/ (?:col|row)span="\d+"/g, ''), 0.5],
    ['cells that are lacking', someCells(() => ''), 0.7],
    ['cells that are too many', someCells((cell) => `${cell}<td></td>`), 0.7],
    ['rows that hold a place between its rows', (html: string): string => html.replace(/<\/tr>/g, '</tr><tr height="1"><td colspan="20"></td></tr>'), 0.5],
  ])('has no value under the head of another: %s', async (_, spoil, least) => {
    const { right, marked, wrong } = await heldOf(spoil);
    expect(wrong).toEqual([]);
    expect(right / (right + marked)).toBeGreaterThan(least);
  });
});
