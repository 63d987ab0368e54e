import { disclosure, requests, told, toldBy } from './told.js';

describe('whose number it is', () => {
  it('is the office\'s where the others behind it did another thing', () => {
    expect(told(disclosure, '全年发布政策解读稿件24篇；各部门通过其他方式回应事件183次。')).toEqual(['response.policy_explanations 24篇']);
  });

  it('is the whole region\'s where the offices of its level and those below are named, but not in the report of one of them', () => {
    const sentence = '市级机关及各区县收到政府信息公开申请9841件。';
    expect(toldBy('甲市人民政府', requests, sentence)).toEqual(['received.total 9841件']);
    expect(toldBy('甲市财政局', requests, sentence)).toEqual(['received.total 9841件 ? office']);
  });

  it('may be another government\'s where one of another level begins the clause', () => {
    const sentence = '省政府网站在线访谈栏目播出32期。';
    expect(toldBy('甲市人民政府', disclosure, sentence)).toEqual(['response.online_interviews 32期 ? office']);
  });

  it('is the office\'s where its site is named by its name', () => {
    const sentence = '市教育局门户网站公开信息126条。';
    expect(toldBy('甲市教育局', disclosure, sentence)).toEqual(['channel.website 126条']);
    expect(toldBy('甲市人民政府', disclosure, sentence)).toEqual(['channel.website 126条 ? wording']);
  });

  it('is that of a street where it calls itself 街道, and a part\'s in the report of its district', () => {
    const sentence = '街道共有4名兼职工作人员负责信息公开。';
    expect(toldBy('甲市乙区丙街道办事处', '一、概述', sentence)).toEqual(['capacity.staff_part_time 4名']);
    expect(toldBy('甲市乙区人民政府', '一、概述', sentence)).toEqual([]);
  });

  it('is the whole system\'s, and doubted where the office alone is told of behind it', () => {
    expect(toldBy('甲市卫生局', requests, '全市卫生系统受理政府信息公开申请12件。')).toEqual(['received.total 12件']);
    expect(toldBy('甲市卫生局', requests, '全市卫生系统受理政府信息公开申请12件，市局本级受理3件。')).toEqual(['received.total 12件 ? office']);
  });

  it('is the office\'s where its clause names a region that it only speaks to', () => {
    expect(toldBy('甲市统计局', '三、政策解读和回应', '参加全市新闻发布会3次，发布政策解读稿件12篇。')).toEqual(['response.press_conferences 3次', 'response.policy_explanations 12篇']);
  });

  it('may be another department\'s where one acted in the clause before', () => {
    expect(toldBy('甲市人民政府', requests, '市水利局处理来信20件，受理政府信息公开申请5件。')).toEqual(['received.total 5件 ? office']);
    expect(toldBy('甲市水利局', requests, '市水利局处理来信20件，受理政府信息公开申请5件。')).toEqual(['received.total 5件']);
  });
});
