// What stands around the tables of the forms and looks like them.

import { box, type Box, type Row, type Table } from './boxes.js';
import { chanceOf } from './chance.js';

export type DecoyName = 'contents' | 'channels' | 'training' | 'staff' | 'satisfaction';

/** The chapter (from 0) that a decoy stands in, and whether before or after what the form has there. */
export const decoyPlaces: Readonly<Record<Exclude<DecoyName, 'contents'>, { readonly chapter: number; readonly before: boolean; readonly caption: string }>> = {
  channels: { chapter: 0, before: false, caption: '各渠道主动公开政府信息情况如下表：' },
  training: { chapter: 1, before: false, caption: '本年度政务公开培训情况如下表：' },
  staff: { chapter: 2, before: true, caption: '政府信息公开工作机构和人员情况：' },
  satisfaction: { chapter: 3, before: false, caption: '依申请公开办理满意度调查结果统计' },
};

const heads = (...labels: readonly string[]): Row => ({ id: 'head.decoy', isHead: true, boxes: labels.map((label) => box('head', label)) });
const line = (label: string, ...cells: readonly (string | number)[]): Row =>
  ({ id: 'decoy', isHead: false, boxes: [box('label', label), ...cells.map((cell): Box => box('value', String(cell)))] });
const decoy = (widths: readonly number[], ...rows: readonly Row[]): Table => ({ id: 'decoy', widths, rows });

export function decoyTable(name: Exclude<DecoyName, 'contents'>, seed: string): Table {
  const chance = chanceOf(`${seed} ${name}`);
  const some = (top: number): number => chance.whole(1, top);
  if (name === 'channels') {
    return decoy([160, 80, 80, 120], heads('公开渠道', '信息条数', '占比', '备注'), line('政府网站', some(4000), '62.5%', '含栏目更新'), line('政务微博', some(300), '9.1%', ''),
      line('政务微信', some(900), '21.4%', ''), line('其他', some(90), '7.0%', '公示栏、广播'), line('总计', some(5000), '100%', ''));
  }
  if (name === 'training') {
    return decoy([150, 60, 60, 60, 60], heads('培训对象', '期数', '人次', '其他', '总计'), line('自然人', 1, some(40), 0, some(40)), line('法人或其他组织', 0, some(9), 2, some(11)),
      line('行政机关工作人员', 3, some(200), 0, some(200)), line('总计', 4, some(249), 2, some(251)));
  }
  if (name === 'staff') {
    return decoy([170, 70, 70, 70], heads('单位', '专职人员（名）', '兼职人员（名）', '设置查阅点（个）'), line('办公室（信息公开科）', 2, some(5), 1), line('便民服务中心', 0, some(4), 1), line('合计', 2, some(9), 2));
  }
  return decoy([120, 60, 60, 60, 60, 60], heads('项目', '满意', '基本满意', '不满意', '尚未回复', '总计'), line('结果满意度', some(20), some(9), 0, 1, some(30)), line('办理时限', some(20), some(9), 1, 0, some(30)));
}

/** A table of contents: each heading, dots, and the page. */
export const contentsOf = (headings: readonly string[]): string[] =>
  ['目 录', ...headings.map((heading, place) => `${heading}${'…'.repeat(Math.max(3, 22 - heading.length))}${1 + Math.round(place * 0.8)}`)];
