import { defaultPipelineFolder, loadPipeline } from '../../../src/pipeline/load-pipeline.js';
import { runDocument } from '../../../src/pipeline/run-document.js';
import { documentOf } from '../../make/documents.js';
import { heldAgainst, type Held } from '../../make/held-against.js';
import { specs } from '../../make/specs.js';
import { textOf, textShapes, type TextShape } from '../../make/text.js';
import { truthOf } from '../../make/truth-file.js';

const pipeline = await loadPipeline(defaultPipelineFolder());
const plainest = specs.filter((s) => !s.habits && !s.services && !s.without && !s.extra && !s.wording && !s.dress?.decoys && !s.dress?.proceedings && !s.dress?.splitHead);
const habitual = specs.filter((s) => s.habits || s.services || s.extra).filter((_, i) => i % 7 === 0);

async function read(spec: (typeof specs)[number], shape: TextShape, seed = 3): Promise<Held> {
  const typeset = documentOf(spec, seed);
  return heldAgainst(await runDocument(Buffer.from(textOf(typeset, shape)), { path: 'a.txt', file: 'a.txt', sha256: '' }, pipeline), truthOf(typeset.report));
}

describe('one report as plain text', () => {
  const of2021 = plainest.find((s) => s.form === '2021') ?? specs[0];
  const of2019 = plainest.find((s) => s.form === '2019') ?? specs[0];

  it.each(['tabs', 'aligned', 'lines'] as const)('has every value whether its cells are parted by tabs, by blanks, or stand on lines of their own: %s', async (shape) => {
    for (const spec of [of2021, of2019]) if (spec) expect(await read(spec, shape)).toMatchObject({ marked: 0, wrong: [] });
  });

  it('whose cells nothing parts has those that the checks leave one way to cut, and no wrong one', async () => {
    const town = specs.find((s) => s.size === 'town' && !s.habits);
    const held = town && (await read(town, 'bare'));
    expect(held?.wrong).toEqual([]);
    expect(held?.right).toBeGreaterThan(100);
  });

  it.each(textShapes)('has no wrong value where cells are blank, rows split, numbers written in other ways: %s', async (shape) => {
    for (const spec of habitual) expect([spec.name, (await read(spec, shape)).wrong]).toEqual([spec.name, []]);
  });
});

describe('a table whose cells stand on lines of their own', () => {
  const lines = (numbers: readonly string[]): string => [
    '某县2023年政府信息公开工作年度报告', '信息内容', '本年处理决定数量', '行政许可', ...numbers, '信息内容', '本年处理决定数量', '行政处罚', '5', '行政强制', '6', '以上。',
  ].join('\n');
  const statuses = async (text: string): Promise<Record<string, string>> => {
    const { reports } = await runDocument(Buffer.from(text), { path: 'a.txt', file: 'a.txt', sha256: '' }, pipeline);
    return Object.fromEntries((reports[0]?.values ?? []).filter((v) => ['licensing', 'penalties', 'coercion'].includes(v.row)).map((v) => [v.row, v.status === 'read' ? (v.value ?? '') : v.status]));
  };

  it('has its numbers where each row has one for each column', async () => {
    expect(await statuses(lines(['4']))).toEqual({ licensing: '4', penalties: '5', coercion: '6' });
  });

  it('vouches for none that no sum proves where a blank cell left no line: a number may be that of a page', async () => {
    const read = await statuses(lines([]));
    expect(Object.values(read).filter((v) => /^\d/.test(v))).toEqual([]);
  });
});
