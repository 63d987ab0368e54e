import { readFileSync } from 'node:fs';
import path from 'node:path';
import { countsOf, statusOf } from '../../src/export/report-record.js';
import type { DocumentResult, Value } from '../../src/model/report.js';
import { defaultPipelineFolder, loadPipeline } from '../../src/pipeline/load-pipeline.js';
import { runDocument } from '../../src/pipeline/run-document.js';

const pipeline = await loadPipeline(defaultPipelineFolder());
const read = (bytes: Uint8Array): Promise<DocumentResult> => runDocument(bytes, { path: 'a.pdf', file: 'a.pdf', sha256: '0'.repeat(64) }, pipeline);
const isVouched = ({ status }: Value): boolean => status === 'read' || status === 'blank';
const plain = ({ table, row, column, value, status }: Value): unknown => ({ table, row, column, value, status });
const key = (v: Value): string => `${v.table}/${v.row}/${v.column}`;

const file = readFileSync(path.join(import.meta.dirname, '../../samples/huitong-bureau-2022.pdf'));
const table = file.lastIndexOf('\nxref\n');

describe('a report whose file is cut off', () => {
  it('before its cross-reference table loses nothing', async () => {
    const [whole, cut] = [await read(file), await read(file.subarray(0, table))];
    expect(cut.reports[0]?.values.map(plain)).toEqual(whole.reports[0]?.values.map(plain));
    expect(cut.findings.map((f) => f.code)).toEqual(['file-cut']);
  });

  it('in its pages is failed, never no report', async () => {
    const { outcome, findings } = await read(file.subarray(0, file.length / 2));
    expect(outcome).toBe('failed');
    expect(findings.at(-1)).toMatchObject({ code: 'unreadable' });
  });
});

describe('a report whose file has lost bytes', () => {
  it.each([0.06, 0.3, 0.97])('vouches for nothing that the whole file does not say, and is not complete: %d of it', async (part) => {
    const whole = (await read(file)).reports[0];
    const at = Math.round(file.length * part);
    const { reports: [report], findings } = await read(Buffer.concat([file.subarray(0, at), file.subarray(at + 900)]));
    const printed = new Map(whole?.values.map((v) => [key(v), v]));
    for (const v of report?.values.filter(isVouched) ?? []) expect(plain(v)).toEqual(plain(printed.get(key(v)) ?? v));
    expect(report && statusOf(report, countsOf(report))).toBe('review');
    expect(findings.map((f) => f.code)).toContain('file-damaged');
  });
});
