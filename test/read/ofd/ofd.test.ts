import { readFileSync } from 'node:fs';
import path from 'node:path';
import { differences, expectationOf } from '../../../src/batch/expectation.js';
import { datasetOrder } from '../../../src/batch/dataset-ids.js';
import type { Page } from '../../../src/model/page.js';
import { defaultPipelineFolder, loadPipeline } from '../../../src/pipeline/load-pipeline.js';
import { runDocument } from '../../../src/pipeline/run-document.js';
import { ofdReader } from '../../../src/read/ofd/ofd.js';
import { read } from '../../../src/read/readers.js';
import { ofdOf, ofdParts, pageXml } from '../../make/ofd.js';
import { tinyZip } from '../tiny-zip.js';

const samples = path.join(import.meta.dirname, '..', '..', '..', 'samples');
const pipeline = await loadPipeline(defaultPipelineFolder());
const order = datasetOrder(pipeline.forms);
const source = { path: 'a.ofd', file: 'a.ofd', sha256: '' };

describe('a report as OFD', () => {
  it.each(['huitong-bureau-2022', 'huoxian-town-2019-landscape'])('says what it says as PDF: %s', async (name) => {
    const { document } = await read(readFileSync(path.join(samples, `${name}.pdf`)), { pages: 100 });
    const result = await runDocument(ofdOf(document.pages), source, pipeline);
    expect(result).toMatchObject({ mediaType: 'application/ofd', method: 'text', pages: document.pageCount, outcome: 'report' });
    const expected: unknown = JSON.parse(readFileSync(path.join(samples, `${name}.expected.json`), 'utf8'));
    expect(differences(expected, expectationOf(result, order), order)).toEqual([]);
  });
});

/** The page that some markup paints, on paper of 100 by 100 mm. */
async function pageOf(layer: string, common = '', before = '', more: readonly { name: string; content: string }[] = []): Promise<Page> {
  const bytes = tinyZip([...ofdParts([pageXml(layer, '0 0 100 100', before)], common), ...more]);
  expect(ofdReader.recognises(bytes)).toBe(true);
  const [page] = (await ofdReader.read(bytes, { pages: 10 })).document.pages;
  if (!page) throw new Error('no page');
  return page;
}

const mm = (points: number): number => Math.round((points * 25.4 * 100) / 72) / 100;
const text = (attributes: string, code: string, content: string): string => `<ofd:TextObject ID="9" Font="1" Size="4" ${attributes}><ofd:TextCode ${code}>${content}</ofd:TextCode></ofd:TextObject>`;

describe('a page of OFD', () => {
  it('has its size in points, and its words where offsets put their characters', async () => {
    const page = await pageOf(text('Boundary="10 20 50 5"', 'X="0" Y="4" DeltaX="g 2 4 20 4"', '自然人总计'));
    expect([mm(page.width), mm(page.height)]).toEqual([100, 100]);
    expect(page.words.map((w) => [w.text, mm(w.box.x0), mm(w.box.x1)])).toEqual([['自然人', 10, 22], ['总计', 38, 46]]);
    expect(mm(page.words[0]?.size ?? 0)).toBe(4);
  });

  it('has text under the map of its object, at each of its codes', async () => {
    const page = await pageOf(text('Boundary="10 20 50 5" CTM="0.5 0 0 0.5 2 1"', 'X="4" Y="8" DeltaX="4"', '总计'));
    expect(page.words.map((w) => [w.text, mm(w.box.x0), mm(w.size)])).toEqual([['总计', 14, 2]]);
  });

  it('has digits of one number as one word, cut by the line between two cells', async () => {
    const line = '<ofd:PathObject ID="3" Boundary="20 0 0 50" LineWidth="0.2"><ofd:AbbreviatedData>M 0 0 L 0 50</ofd:AbbreviatedData></ofd:PathObject>';
    const page = await pageOf(line + text('Boundary="14 20 50 5"', 'X="0" Y="4" DeltaX="2 5 2"', '1234'));
    expect(page.words.map((w) => w.text)).toEqual(['12', '34']);
    expect(page.rulings.map((r) => [r.axis, mm(r.at), mm(r.from), mm(r.to)])).toEqual([['vertical', 20, 0, 50]]);
  });

  it('has what a rectangle draws as its sides, and what it fills as an area', async () => {
    const path = 'M 0 0 L 30 0 L 30 10 L 0 10 C';
    const page = await pageOf(`<ofd:PathObject ID="3" Boundary="10 10 30 10" Fill="true"><ofd:FillColor Value="200 220 240"/><ofd:AbbreviatedData>${path}</ofd:AbbreviatedData></ofd:PathObject>`);
    expect(page.rulings).toHaveLength(4);
    expect(page.areas.map(({ colour, box }) => [colour, mm(box.x0), mm(box.y1)])).toEqual([['#c8dcf0', 10, 20]]);
  });

  it('has its template under it, and its pictures as boxes', async () => {
    const template = { name: 'Doc_0/Tpl/Content.xml', content: pageXml(text('Boundary="10 5 50 5"', 'X="0" Y="4" DeltaX="4"', '抬头')) };
    const picture = '<ofd:ImageObject ID="4" ResourceID="5" Boundary="50 50 20 10" CTM="20 0 0 10 0 0"/>';
    const page = await pageOf(picture, '<ofd:TemplatePage ID="7" BaseLoc="Tpl/Content.xml"/>', '<ofd:Template TemplateID="7"/>', [template]);
    expect(page.words.map((w) => w.text)).toEqual(['抬头']);
    expect(page.pictures.map(({ box }) => [box.x0, box.y0, box.x1, box.y1].map(mm))).toEqual([[50, 50, 70, 60]]);
  });

  it('hides what is white, not painted, not visible, or covered', async () => {
    const cover = '<ofd:PathObject ID="3" Boundary="0 60 100 20" Fill="true" Stroke="false"><ofd:FillColor Value="255 255 255"/><ofd:AbbreviatedData>M 0 0 L 100 0 L 100 20 L 0 20 C</ofd:AbbreviatedData></ofd:PathObject>';
    const white = '<ofd:TextObject ID="9" Font="1" Size="4" Boundary="10 20 50 5"><ofd:FillColor Value="255 255 255"/><ofd:TextCode X="0" Y="4">1</ofd:TextCode></ofd:TextObject>';
    const page = await pageOf([white, text('Boundary="10 30 50 5" Fill="false"', 'X="0" Y="4"', '2'), text('Boundary="10 40 50 5" Visible="false"', 'X="0" Y="4"', '3'), text('Boundary="10 65 50 5"', 'X="0" Y="4"', '4'), cover, text('Boundary="10 65 50 5"', 'X="0" Y="4"', '5')].join(''));
    expect(page.words.map((w) => w.text)).toEqual(['5']);
  });

  it('has text that is set downwards as such', async () => {
    const page = await pageOf(text('Boundary="10 10 5 50" ReadDirection="90"', 'X="0" Y="4" DeltaY="g 3 4"', '结果维持'));
    expect(page.words.map((w) => [w.text, w.vertical])).toEqual([['结果维持', true]]);
  });
});

describe('an OFD that is broken or hostile', () => {
  const outcome = async (members: Parameters<typeof tinyZip>[0]): Promise<string[]> => (await runDocument(tinyZip(members), source, pipeline)).findings.map((f) => f.code);
  const parts = ofdParts([pageXml('')]);
  const replaced = (name: string, content: string): { name: string; content: string }[] => parts.map((p) => (p.name === name ? { name, content } : p));
  const content = 'Doc_0/Pages/Page_0/Content.xml';

  it.each([
    ['lacks the document it names', parts.filter((p) => p.name !== 'Doc_0/Document.xml')],
    ['names one outside of it', replaced('OFD.xml', (parts[0]?.content ?? '').replace('Doc_0/Document.xml', '../../../etc/passwd'))],
    ['has entities of its own', replaced('Doc_0/Document.xml', `<!DOCTYPE a [<!ENTITY b "${'x'.repeat(100)}">]>${parts[1]?.content.replace(/^<\?xml.*\?>/, '') ?? ''}`)],
  ])('is unreadable where it %s', async (_, members) => {
    expect(await outcome(members)).toEqual(['unreadable']);
  });

  it.each([
    ['a page without an end', pageXml('').slice(0, -20)],
    ['a page nested without end', pageXml('<ofd:PageBlock>'.repeat(5000) + '</ofd:PageBlock>'.repeat(5000))],
    ['a path that is cut off', pageXml('<ofd:PathObject ID="3" Boundary="0 0 1 1"><ofd:AbbreviatedData>M 0 0 L 5</ofd:AbbreviatedData></ofd:PathObject>')],
  ])('says which page can not be read: %s', async (_, page) => {
    expect((await outcome(replaced(content, page)))[0]).toBe('page-unreadable');
  });
});
