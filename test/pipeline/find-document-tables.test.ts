import sharp from 'sharp';
import { findDocumentTables } from '../../src/pipeline/find-document-tables.js';
import { defaultTablesPipelineFolder, loadTablesPipeline } from '../../src/pipeline/load-tables-pipeline.js';
import { tinyPdf } from '../read/tiny-pdf.js';

const source = { path: 'a.pdf', file: 'a.pdf', sha256: '' };
const pipeline = await loadTablesPipeline(defaultTablesPipelineFolder());
const find = (bytes: Uint8Array) => findDocumentTables(bytes, source, pipeline, { join: true });

const text = (x: number, y: number, written: string): string => `BT /F1 10 Tf ${x} ${y} Td (${written}) Tj ET`;
const lattice = '0.5 w ' + [100, 130, 160].map((y) => `50 ${y} m 250 ${y} l S`).join(' ') + ' ' + [50, 150, 250].map((x) => `${x} 100 m ${x} 160 l S`).join(' ');

describe('the tables of any document', () => {
  it('are found without a form that knows their labels', async () => {
    const { outcome, grids, pages } = await find(tinyPdf([lattice, text(60, 140, 'fish'), text(160, 140, '12'), text(60, 110, 'fowl'), text(160, 110, '7')].join('\n')));
    expect(outcome).toBe('read');
    expect(grids.map((grid) => grid.cells.map((cell) => cell.text))).toEqual([['fish', '12', 'fowl', '7']]);
    expect(grids[0]?.places).toEqual([{ page: 1, box: { x0: 50, y0: 140, x1: 250, y1: 200 } }]);
    expect(pages).toHaveLength(1);
  });

  it('may be none, which is told and is no failure', async () => {
    const { outcome, grids, findings } = await find(tinyPdf(text(60, 140, 'Dear reader')));
    expect({ outcome, grids }).toEqual({ outcome: 'read', grids: [] });
    expect(findings.map((one) => [one.code, one.severity])).toEqual([['no-tables', 'info']]);
  });

  it('are told to be more where one may be a picture in the file, which is not read', async () => {
    const picture = await sharp({ create: { width: 900, height: 400, channels: 3, background: '#ffffff' } }).png().toBuffer();
    const page = `<html><body><table><tr><td>fish</td><td>12</td></tr><tr><td>fowl</td><td>7</td></tr></table><img src="data:image/png;base64,${picture.toString('base64')}"></body></html>`;
    const { grids, pages, findings } = await find(Buffer.from(page));
    expect([grids.length, pages.length, findings.map((one) => one.code)]).toEqual([1, 1, ['pictures-unread']]);
  });

  it('of an empty page are none, for want of text', async () => {
    expect(await find(tinyPdf(''))).toMatchObject({ outcome: 'read', findings: [{ code: 'no-text' }] });
  });

  it.each([
    ['failed', 'without any bytes', '', 'empty-file'],
    ['failed', 'that is broken', '%PDF-1.7\nnothing of a document', 'unreadable'],
    ['not-read', 'of an unknown format', '\u0000\u0001\u0002\u0003', 'unknown-format'],
  ])('are %s in a file %s, and it is said why', async (outcome, _, bytes, code) => {
    const found = await find(Buffer.from(bytes, 'latin1'));
    expect(found).toMatchObject({ outcome, grids: [] });
    expect(found.findings.map((one) => one.code)).toContain(code);
  });
});
