// The sentences around the tables, in the manner of such reports, with numbers that belong to no table.

import { chanceOf, type Chance } from './chance.js';
import type { Dress } from './dress.js';
import type { Report, Story } from './truth.js';

const plain = [
  '坚持以公开为常态、不公开为例外，把政府信息公开工作摆在重要位置来抓。',
  '严格落实保密审查制度，坚持“谁提供、谁审核、谁负责”的原则，确保公开内容准确、及时、合法。',
  '进一步明确职责分工，形成主要领导亲自抓、分管领导具体抓、经办人员抓落实的工作格局。',
  '充分发挥政府网站第一平台作用，及时更新机构职能、政策文件、财政预决算等栏目。',
  '规范答复文书格式，加强与申请人的沟通，依法保障群众的知情权、参与权和监督权。',
  '畅通公众查阅渠道，在便民服务大厅设置信息公开查阅点，方便群众查询。',
  '对照上级测评指标逐项自查，对发现的问题建立台账，限期整改到位。',
  '围绕乡村振兴、生态环境、教育医疗等群众关心的热点，主动回应社会关切。',
  '把信息公开纳入年度绩效考核，实行定期通报，推动责任落到实处。',
  '依托政务新媒体矩阵，采用图文、视频、问答等方式解读政策，方便企业和群众理解掌握。',
  '健全依申请公开登记、审核、办理、答复、归档全流程工作机制，提高办理质量。',
  '定期开展网站错别字、暗链、过期信息排查，切实保障信息安全。',
  '组织业务人员认真学习条例及配套文件，不断提升业务能力和服务水平。',
  '持续推进基层政务公开标准化规范化，完善公开事项标准目录并动态调整。',
  '聘请社会监督员开展评议，广泛听取人大代表、政协委员和群众代表的意见。',
  '对涉及公众切身利益的重大决策，通过听证座谈、征求意见等形式扩大公众参与。',
  '重大项目、公共资源配置、社会公益事业等领域的信息做到应公开尽公开。',
  '做好行政规范性文件的集中公开，对已废止、失效的文件及时标注。',
];

const numbered: readonly ((chance: Chance, year: number) => string)[] = [
  (chance) => `全年通过各类渠道主动公开信息 ${chance.whole(120, 9800)} 条，其中网站发布 ${chance.whole(60, 5200)} 条，微信公众号推送 ${chance.whole(20, 980)} 篇。`,
  (chance, year) => `${year} 年共召开专题会议 ${chance.whole(2, 9)} 次，举办培训 ${chance.whole(1, 6)} 期，参训人员达 ${chance.whole(30, 860)} 人次。`,
  (chance, year) => `较 ${year - 1} 年增长 ${chance.whole(2, 60)}.${chance.whole(1, 9)}%，栏目更新 ${chance.whole(12, 400)} 次，回复网民留言 ${chance.whole(3, 260)} 件。`,
  (chance) => `制作图文解读 ${chance.whole(3, 40)} 篇，发放宣传手册 ${chance.whole(2, 30)}00 余份，接受群众咨询 ${chance.whole(10, 900)} 余人次。`,
  (chance) => `按照“五公开”要求，梳理事项 ${chance.whole(20, 190)} 项，规范办理流程 ${chance.whole(5, 60)} 个，平均办理时限缩短 ${chance.whole(1, 5)} 个工作日。`,
];

export function paragraph(chance: Chance, year: number, sentences: number): string {
  return Array.from({ length: sentences }, () => chance.hit(0.3) ? chance.pick(numbered)(chance, year) : chance.pick(plain)).join('');
}

/** Sentences cut so that they fill whole lines and a little more than half of the last. */
export function fillerOf(seed: string, year: number, characters: number): string {
  const chance = chanceOf(`${seed} filler`);
  let text = '';
  while (text.length < characters) text += text.length % 5 === 4 ? paragraph(chance, year, 1) : chance.pick(plain);
  return `${text.slice(0, Math.max(1, characters - 1)).replace(/[，、；]$/, '好')}。`;
}

export const headings = {
  standard: ['一、总体情况', '二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况', '四、政府信息公开行政复议、行政诉讼情况', '五、存在的主要问题及改进情况', '六、其他需要报告的事项'],
  long: ['一、总体情况', '二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况', '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况', '五、存在的主要问题及改进情况', '六、其他需要报告的事项'],
  restart: ['一、总体情况', '一、主动公开政府信息情况', '二、收到和处理政府信息公开申请情况', '三、政府信息公开行政复议、行政诉讼情况', '二、存在的主要问题及改进情况', '三、其他需要报告的事项'],
} as const;

const sum = (report: Report, item: string): string => {
  const cells = report.requests[item];
  return cells?.['total']?.value ?? cells?.['natural_person']?.value ?? '0';
};

const told = '（填写说明：各单位只填写本年度数据，没有的填“0”，不得留空；第一项加第二项之和，等于第三项加第四项之和。）';

export function storyOf(report: Report, seed: string, dress: Dress): Story {
  const chance = chanceOf(`${seed} prose`);
  const { year, issuer } = report;
  const topics = ['主动公开情况', '依申请公开情况', '政府信息管理情况', '平台建设情况', '监督保障情况'];
  const received = `${year} 年，${issuer.self}共收到政府信息公开申请 ${sum(report, 'new')} 件，${chance.pick(['均已在法定期限内答复', '已全部按规定办理', '办理情况如下表'])}。`;
  const names = headings[dress.chapters === 'instructed' ? 'standard' : dress.chapters];
  const opening = `依据《中华人民共和国政府信息公开条例》第五十条之规定，由${issuer.name}编制本报告。报告中所列数据的统计期限自 ${year} 年 1 月 1 日起至 ${year} 年 12 月 31 日止。` +
    (chance.hit(0.5) ? `如对本报告有疑问，请与${issuer.name}联系（邮编：${chance.whole(100000, 830000)}，电话：0${chance.whole(310, 998)}-${chance.whole(2100000, 8999999)}）。` : '');
  const general = [
    `${year} 年，${issuer.self}认真贯彻落实上级关于政务公开工作的部署要求，${paragraph(chance, year, 2)}`,
    ...topics.slice(0, dress.paragraphs).map((topic, place) =>
      `（${'一二三四五'.charAt(place)}）${topic}。${place === 1 ? received : ''}${paragraph(chance, year, chance.whole(2, 3))}`),
  ];
  const requests = [...(chance.hit(0.4) ? [received] : []), ...(dress.chapters === 'instructed' ? [told] : [])];
  const problems = [
    `${year} 年，${issuer.self}政府信息公开工作取得了一定成绩，但与公众的需求相比还存在差距，主要是内容还不够全面、形式还不够丰富。`,
    `下一步，将重点做好以下工作：一是${chance.pick(plain)}二是${chance.pick(plain)}三是${chance.pick(plain)}`,
  ];
  const rest = chance.pick([
    '本年度未收取信息处理费，无其他需要报告的事项。', `${year} 年，全年收取政府信息公开信息处理费 0 元。`, '无。',
    `按照《政府信息公开信息处理费管理办法》收取信息处理费 ${chance.whole(1, 9)}00 元。承办人大建议 ${chance.whole(2, 40)} 件、政协提案 ${chance.whole(2, 40)} 件，办复率 100%。`,
  ]);
  const paragraphs = [general, [], requests, [], problems, [rest]];
  return { opening: [opening], chapters: names.map((heading, place) => ({ heading, paragraphs: paragraphs[place] ?? [] })) };
}
