import type { DocumentResult } from '../../src/model/report.js';
import { defaultPipelineFolder, loadPipeline } from '../../src/pipeline/load-pipeline.js';
import { rowsUnread } from '../../src/pipeline/rows-unread.js';
import { runDocument } from '../../src/pipeline/run-document.js';

const pipeline = await loadPipeline(defaultPipelineFolder());
const run = (text: string): Promise<DocumentResult> => runDocument(new TextEncoder().encode(text), { path: 'a', file: 'a', sha256: '0'.repeat(64) }, pipeline);
const page = (title: string, ...paragraphs: string[]): string => `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body><h1>${title}</h1>${paragraphs.map((p) => `<p>${p}</p>`).join('\n')}</body></html>`;

const title = '淮安市洪泽区朱坝镇2012年政府信息公开工作年度报告';
const body = [
  '根据《中华人民共和国政府信息公开条例》的规定，编制本报告。', '一、概述', '2012年，我镇认真做好政府信息公开工作。', '二、主动公开政府信息情况', '全年主动公开政府信息112条。',
  '三、依申请公开政府信息情况', '共收到政府信息公开申请12件，其中当面申请8件，网络申请4件，未收到信函申请、传真申请。', '四、收费及减免情况', '未收取任何费用。', '五、因政府信息公开申请行政复议、提起行政诉讼的情况', '无。',
];

describe('an annual report told in sentences alone', () => {
  it('is a report of its own kind, with the figures that it tells', async () => {
    const { reports: [report], outcome } = await run(page(title, ...body));
    expect(outcome).toBe('report');
    expect(report).toMatchObject({ template: 'narrative', identity: { title, year: 2012 } });
    expect(report?.values.map((v) => `${v.table} ${v.row} ${v.value ?? ''}${v.unit} ${v.status}`)).toEqual([
      'statistics proactive.disclosed 112条 read', 'statistics received.total 12件 read', 'statistics received.in_person 8件 read', 'statistics received.online 4件 read', 'statistics received.mail 0 read', 'statistics fees.charged 0 read', 'statistics reconsideration.total 0 read', 'statistics litigation.total 0 read',
    ]);
    expect(report?.sections?.map((s) => s.section)).toContain('3');
  });

  it('has the sums of which the total and a part are told: open where a part is not', async () => {
    const { reports: [report] } = await run(page(title, ...body));
    expect(report?.checks).toMatchObject([{ id: 'sum.received', right: '12', held: null }]);
  });

  it('keeps its numbers where its own sums fail', async () => {
    const { reports: [report] } = await run(page(title, ...body.map((p) => p.replace('8件，网络申请4件，未收到信函申请、传真申请', '8件，网络申请1件，信函申请1件，传真申请1件'))));
    expect(report?.checks).toMatchObject([{ id: 'sum.received', left: '11', right: '12', held: false }]);
    expect(report?.values.every((v) => v.status === 'read')).toBe(true);
  });

  it('is a report without values where it tells no figure', async () => {
    const { reports: [report] } = await run(page(title, '一、概述', '我镇认真做好公开工作。', '二、主动公开政府信息情况', '及时公开各类信息。'));
    expect(report).toMatchObject({ template: 'narrative', values: [] });
    expect(report?.findings.map((f) => f.code)).toContain('nothing-told');
  });
});

describe('a report with rows of a table that is not recognised', () => {
  const rows = ['规章,0,0,0', '行政规范性文件,2,1,8', '行政许可,55', '行政处罚,12', '行政强制,3'];

  it('is to be reviewed, and says which rows were not read', async () => {
    const { reports: [report] } = await run([title, ...body.slice(0, 4), ...rows, ...body.slice(4)].join('\n\n'));
    expect(report).toMatchObject({ template: 'narrative', partial: true });
    expect(report?.findings.find((f) => f.code === 'rows-unread')?.message).toContain('5, such as “规章；行政规范性文件；行政许可”');
  });

  it('takes no time over a line that is made to take some', () => {
    const line = (length: number): { text: string } => ({ text: `行政许可${' ,'.repeat(length)}x` });
    let asked = 0;
    expect(rowsUnread([line(50_000), { text: `${'行'.repeat(50_000)},1` }], () => (asked++, 1))).toEqual([]);
    expect(asked).toBe(0);
  });

  it('has none where a sentence tells such numbers', async () => {
    const { reports: [report] } = await run([title, ...body.slice(0, 4), '行政许可55件，行政处罚12件，行政强制3件。', '规章2件', ...body.slice(4)].join('\n\n'));
    expect(report?.partial).toBeUndefined();
    expect(report?.findings.map((f) => f.code)).not.toContain('rows-unread');
  });
});

describe('what is no annual report told in sentences', () => {
  it.each([
    ['a guide', '淮安市洪泽区朱坝镇政府信息公开指南', body],
    ['a notice on reports', '关于做好2012年政府信息公开工作年度报告编制工作的通知', body],
    ['a report of half a year', '淮安市洪泽区朱坝镇2012年上半年政府信息公开工作报告', body],
    ['a page that only links to its report', title, ['<a href="a.pdf">附件：年度报告</a>']],
    ['a report whose tables were not read', title, [...body.slice(0, 5), '三、收到和处理政府信息公开申请情况', '四、政府信息公开行政复议、行政诉讼情况', '五、存在的主要问题及改进情况', '一些。']],
  ])('%s is none', async (_, heading, paragraphs) => {
    const { reports, outcome } = await run(page(heading, ...paragraphs));
    expect(reports).toEqual([]);
    expect(outcome).toBe('not-a-report');
  });
});

describe('several reports told in sentences', () => {
  const text = (name: string, count: number): string => [`淮安市洪泽区${name}2012年政府信息公开工作年度报告`, '一、概述', '做好公开工作。', '三、依申请公开政府信息情况', `共收到政府信息公开申请${String(count)}件。`].join('\n');

  it('are told apart where each title stands before its text', async () => {
    const { reports } = await run(`${text('朱坝镇', 3)}\n${text('岔河镇', 5)}`);
    expect(reports.map((r) => r.values.map((v) => v.value))).toEqual([['3'], ['5']]);
  });
});
