import { defaultPipelineFolder, loadPipeline } from '../../../src/pipeline/load-pipeline.js';
import { runDocument } from '../../../src/pipeline/run-document.js';
import type { DocumentResult } from '../../../src/model/report.js';
import { documentOf } from '../../make/documents.js';
import { heldAgainst } from '../../make/held-against.js';
import { specs } from '../../make/specs.js';
import { truthOf } from '../../make/truth-file.js';
import { htmlReader } from '../../../src/read/html/html.js';
import { inGbk } from '../../make/web/gbk.js';
import { pageOf, systems } from '../../make/web/pages.js';

const pipeline = await loadPipeline(defaultPipelineFolder());
const readPage = (html: string | Uint8Array): Promise<DocumentResult> => runDocument(Buffer.from(html as string), { path: 'a.html', file: 'a.html', sha256: '' }, pipeline);

/** Reports that differ in their form, labels and habits; how they are drawn on paper makes no difference here. */
const reports = specs.filter((s, i) => i % 14 === 0 && !s.dress?.decoys && !s.dress?.seal && (s.dress?.rules ?? 'all') === 'all');

describe('a report as the page of a publishing system', () => {
  it.each(systems)('has every value, its title, issuer and year, pasted out of Word or not: %s', async (system) => {
    for (const [i, spec] of reports.entries()) {
      const typeset = documentOf(spec, 5);
      const result = await readPage(pageOf(typeset, system, { charset: 'utf-8', pasted: i % 2 === 0 }));
      const truth = truthOf(typeset.report);
      expect([spec.name, heldAgainst(result, truth).wrong]).toEqual([spec.name, []]);
      expect([spec.name, heldAgainst(result, truth).marked]).toEqual([spec.name, 0]);
      expect(result.reports[0]?.identity).toMatchObject({ year: truth.year, issuer: truth.issuer });
    }
  });
});

describe('a page', () => {
  const [spec] = reports;
  const typeset = spec && documentOf(spec, 5);
  if (!typeset) throw new Error('no report');
  const truth = truthOf(typeset.report);
  const page = (charset: string): string => pageOf(typeset, 'trs', { charset, pasted: false });
  const complete = async (html: string | Uint8Array): Promise<number> => heldAgainst(await readPage(html), truth).marked;

  it('in GBK is read, whatever it says of itself', async () => {
    for (const charset of ['gb2312', 'utf-8', 'iso-8859-1']) expect(await complete(inGbk(page(charset)))).toBe(0);
  });
  it('in UTF-8 is read, whatever it says of itself, with a byte order mark or without', async () => {
    expect(await complete(page('gb2312'))).toBe(0);
    expect(await complete(`\ufeff${page('gb2312')}`)).toBe(0);
  });
  it('in UTF-16 is read by its byte order mark', async () => {
    expect(await complete(Buffer.from(`\ufeff${page('utf-16')}`, 'utf16le'))).toBe(0);
  });
  it('that is a fragment without a frame is read', async () => {
    const body = /<div class="TRS_UEDITOR TRS_WEB">([\s\S]*)<\/div><\/div>/.exec(page('utf-8'))?.[1] ?? '';
    expect(await complete(`<h1>${truth.title}</h1>${body}`)).toBe(0);
  });
  it('nested deeper than any stack is read to its end', async () => {
    expect(await complete(page('utf-8').replace('<body>', `<body>${'<div>'.repeat(8_000)}`))).toBe(0);
  });
  it('with a heading nested deeper than any stack is read to its end', async () => {
    expect(await complete(page('utf-8').replace('</body>', `<h1>${'<b>'.repeat(8_000)}</h1></body>`))).toBe(0);
  });
  it('with 300,000 characters of markup for one table is read', async () => {
    const heavy = page('utf-8').replace(/<td([^>]*)>([^<]*)<\/td>/g, (_, a: string, text: string) => `<td${a}>${`<span style="font-size: 10.5pt; letter-spacing: 0.15pt; mso-font-kerning: 0pt">`.repeat(12)}${text}${'</span>'.repeat(12)}</td>`);
    expect(heavy.length).toBeGreaterThan(300_000);
    expect(await complete(heavy)).toBe(0);
  });
  it('names the pictures that it shows, those that come when it is scrolled to them, too, and not those in it', async () => {
    const { document } = await htmlReader.read(Buffer.from('<html><body><p>年度报告</p><img src="W01.png"><img src="blank.gif" data-src="/a/W02.webp" alt="附表"><img src="data:image/png;base64,AAAA"></body></html>'), { pages: 1 });
    expect(document.links).toEqual([{ address: 'W01.png', text: '' }, { address: '/a/W02.webp', text: '附表' }]);
  });
  it('that only links to the report says where it is', async () => {
    const { outcome, findings } = await readPage(`<html><head><title>某县2020年政府信息公开工作年度报告</title></head><body><div class="c"><p>某县2020年政府信息公开工作年度报告，详见附件。</p><p>附件：<a href="./P020210119.pdf">某县年报.pdf</a></p></div></body></html>`);
    expect(outcome).toBe('not-a-report');
    expect(findings.find((f) => f.code === 'attachment')?.message).toContain('./P020210119.pdf');
  });
});
