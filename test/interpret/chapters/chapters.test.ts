import { chaptersOf, type Chapter } from '../../../src/interpret/chapters/chapters.js';
import { paragraphsOf, placeIn, type ProseLine } from '../../../src/interpret/chapters/paragraphs.js';
import { defaultPipelineFolder, loadPipeline } from '../../../src/pipeline/load-pipeline.js';

const { chapters: words, labels } = await loadPipeline(defaultPipelineFolder());

const source = (...texts: string[]): ProseLine[] => texts.map((text, i) => ({ text, page: 1, size: 0, line: i + 1 }));
const cut = (...texts: string[]): Chapter[] => chaptersOf(paragraphsOf(source(...texts)), words, labels);
const told = (chapters: readonly Chapter[]): string[] => chapters.map(({ section, heading, text }) => `${section}|${heading}|${text}`);

describe('the chapters of a report', () => {
  it('are told by what their headings say', () => {
    expect(told(cut('甲县2022年政府信息公开工作年度报告', '一、总体情况', '甲。', '乙。', '二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况', '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况', '丙。', '五、存在的主要问题及改进情况', '丁。', '六、其他需要报告的事项', '无'))).toEqual([
      '0||甲县2022年政府信息公开工作年度报告', '1|一、总体情况|甲。\n乙。', '2|二、主动公开政府信息情况|', '3|三、收到和处理政府信息公开申请情况|', '4|四、因政府信息公开工作被申请行政复议、提起行政诉讼情况|丙。', '5|五、存在的主要问题及改进情况|丁。', '6|六、其他需要报告的事项|无',
    ]);
  });

  it.each([
    ['二 、 主 动 公 开 政 府 信 息 情 况', '2'],
    ['2、主动公开政府信息情况', '2'],
    ['第二部分 主动公开情况', '2'],
    ['主动公开政府信息情况', '2'],
    ['四、政府信息公开行政複議、行政訴訟情況', '4'],
    ['五、政府信息公开工作存在的主要问题及改进情况', '5'],
    ['六.需要报告的其他事项', '6'],
  ])('are told whatever the way of %s', (heading, section) => {
    expect(cut('甲。', heading, '乙。').map((c) => c.section)).toEqual(['0', section]);
  });

  it('are opened on the line of their text, too', () => {
    expect(told(cut('六、其他需要报告的事项：本年度无收费。'))).toEqual(['6|六、其他需要报告的事项|本年度无收费。']);
    expect(told(cut('六、其他需要报告的事项 无。'))).toEqual(['6|六、其他需要报告的事项|无。']);
  });

  it('hold the （一）（二） inside them, also where one bears the name of a chapter', () => {
    expect(told(cut('一、总体情况', '（一）主动公开情况', '甲。', '（二）依申请公开情况', '乙。'))).toEqual(['1|一、总体情况|（一）主动公开情况\n甲。\n（二）依申请公开情况\n乙。']);
  });

  it('hold a numbering that starts again inside them', () => {
    expect(told(cut('一、总体情况', '二、主动公开政府信息情况', '一、政策文件', '甲。', '二、民生信息', '乙。', '三、依申请公开情况', '丙。')).slice(1)).toEqual(['2|二、主动公开政府信息情况|一、政策文件\n甲。\n二、民生信息\n乙。', '3|三、依申请公开情况|丙。']);
  });

  it('that the form does not have are kept by number', () => {
    expect(told(cut('一、概述', '甲。', '二、主动公开情况', '乙。', '三、咨询情况', '丙。', '四、人员和机构', '丁。'))).toEqual(['1|一、概述|甲。', '2|二、主动公开情况|乙。', 'other.1|三、咨询情况|丙。', 'other.2|四、人员和机构|丁。']);
  });

  it('are one each where a list of contents names them first, and where the tables are headed again', () => {
    expect(told(cut('一、总体情况……1', '二、主动公开政府信息情况……3', '一、总体情况', '甲。', '二、主动公开政府信息情况', '乙。', '二、主动公开政府信息情况', '表略。'))).toEqual(['1|一、总体情况|甲。', '2|二、主动公开政府信息情况|乙。\n表略。']);
  });

  it('are not opened by a sentence that speaks of one', () => {
    expect(cut('一、总体情况', '二、主动公开政府信息情况比上年有所改善，共公开信息12条。').map((c) => c.section)).toEqual(['1']);
  });
});

describe('the lines of a page', () => {
  const at = (text: string, x0: number, x1: number, y: number, page = 1): ProseLine => ({ text, page, size: 16, box: { x0, x1, y0: y, y1: y + 16 } });

  it('are joined where they reach the margin, over pages too, and numbers of pages are left out', () => {
    const paragraphs = paragraphsOf([at('2022年，收到政府信息公开申请1', 120, 500, 100), at('62件。', 90, 180, 130), at('全部办结，没有结转，群众满意。', 120, 500, 160), at('- 1 -', 280, 310, 800), at('无收费。', 90, 180, 100, 2)]);
    expect(paragraphs.map((p) => p.text)).toEqual(['2022年，收到政府信息公开申请162件。', '全部办结，没有结转，群众满意。无收费。']);
    expect(placeIn(paragraphs[0] ?? { text: '', page: 0, pieces: [] }, 0, 25)).toEqual({ page: 1, box: { x0: 90, x1: 500, y0: 100, y1: 146 } });
    expect(placeIn(paragraphs[1] ?? { text: '', page: 0, pieces: [] }, 15, 18)).toMatchObject({ page: 2 });
  });

  it('are apart where the next is set in, or opens with a number', () => {
    expect(paragraphsOf([at('一行到边的文字一行到边的文字。', 90, 500, 100), at('另起一段。', 122, 200, 130), at('一行到边的文字一行到边的文字：', 90, 500, 160), at('（一）小节', 90, 200, 190)]).map((p) => p.text)).toHaveLength(4);
  });
});
