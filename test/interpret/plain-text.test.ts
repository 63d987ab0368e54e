import { readFileSync } from 'node:fs';
import path from 'node:path';
import { defaultPipelineFolder, loadPipeline } from '../../src/pipeline/load-pipeline.js';
import { runDocument } from '../../src/pipeline/run-document.js';

const pipeline = await loadPipeline(defaultPipelineFolder());
const seed = readFileSync(path.join(import.meta.dirname, '..', '..', 'samples', 'huoxian-town-2019.txt'), 'utf8');

/** The values of a row of the text after a change, in printed order. */
async function row(change: (text: string) => string, id: string): Promise<string[]> {
  const { reports } = await runDocument(Buffer.from(change(seed)), { path: 'a.txt', file: 'a.txt', sha256: '' }, pipeline);
  const values = reports[0]?.values.filter((v) => (id.includes('/') ? `${v.table}/${v.row}` : v.row) === id) ?? [];
  return values.map((v) => (v.status === 'read' ? (v.value ?? '') : v.status));
}

const line = (label: string, to: string) => (text: string): string => text.replace(new RegExp(`^.*${label}.*$`, 'm'), to);

describe('a table in plain text, whose merged cells left no trace', () => {
  it('has a row whose first value is blank placed as the rows around it', async () => {
    expect(await row((t) => t, 'carried_in')).toEqual(['blank', '0', '0', '0', '0', '0', '0']);
  });

  it('has a row that is cut by the end of a page made whole', async () => {
    expect(await row((t) => t, 'unavailable.still_unclear')).toEqual(['0', '0', '0', '0', '0', '0', '0']);
  });

  it('has the parts of a split row, and what they do not print missing', async () => {
    expect(await row((t) => t, 'other_services.inspection')).toEqual(['missing', '0', '0']);
  });

  it('vouches for no number of a row that may be placed in two ways', async () => {
    const blankTotals = (text: string): string => text.replace(/^((?:\t|[一二三四]、|.*[)\d]).*)\t0(\t?)$/gm, '$1\t$2');
    expect(new Set(await row(blankTotals, 'other'))).toEqual(new Set(['suspect']));
  });

  it('vouches for no number of a row that lost a cell', async () => {
    const read = await row(line('本年新收', '一、本年新收政府信息公开申请数量\t\t101\t102\t103\t105\t106\t107'), 'new');
    expect(read.filter((v) => v !== 'suspect' && v !== 'missing')).toEqual([]);
  });

  it('reads a row by its sum where that comes out at one place alone', async () => {
    expect(await row(line('本年新收', '一、本年新收政府信息公开申请数量\t\t5\t\t\t\t\t\t5\t'), 'new')).toEqual(['5', 'blank', 'blank', 'blank', 'blank', 'blank', '5']);
  });

  it('does not take a number of the row for its first value', async () => {
    const proceedings = line('^0\\t0\\t0', `1\t${Array.from({ length: 15 }, (_, i) => (i === 7 ? '' : '3')).join('\t')}`);
    expect(await row(proceedings, 'proceedings/reconsideration')).not.toContain('1');
  });

  it('is the same with the line ends of any system, and with a byte order mark', async () => {
    expect(await row((t) => `\ufeff${t.replace(/\n/g, '\r\n')}`, 'granted')).toEqual(['2', '0', '0', '0', '0', '0', '2']);
  });
});

describe('a document with the titles of two reports', () => {
  it('is none where the title is only named again, or set on two lines', async () => {
    const again = `2019年政府信息公开工作年度报告\n${seed}\n依据以上要求，现公布本单位2019年政府信息公开工作年度报告，请监督。\n`;
    expect(await row(() => again, 'granted')).toEqual(['2', '0', '0', '0', '0', '0', '2']);
  });

  it('is read, and nothing in it is vouched for where both stand above the tables', async () => {
    const two = seed.replace('依据《', '平远县教育局2019年政府信息公开工作年度报告\n依据《');
    expect(new Set(await row(() => two, 'granted'))).toEqual(new Set(['suspect']));
  });
});
