import { titles } from './systems.js';

describe('a title on a list', () => {
  it.each([
    '云山区人民政府2022年政府信息公开工作年度报告',
    '2021年度云山区政府信息公开年报',
    '关于2019年政府信息公开工作情况的报告',
    '云山区教育局 2018 年信息公开年度工作报告',
    '二〇二二年云山区政府信息公开工作年度报告',
    '云山区人民政府办公室关于发布２０２０年政府信息公开工作年度报告的公告',
    '【年报】云山区2022年政务公开工作年度报告（PDF）',
    '云山区新闻出版局2022年政府信息公开工作年度报告',
    '函谷关镇2022年政府信息公开工作年度报告',
    '云山区各镇2019年政府信息公开年报汇编',
    '2020年度报告（政府信息公开）',
    '云山区政府信息公开2015年度报告',
    '政府信息公开工作年度报告(2013年)',
  ])('is a report: %s', (title) => {
    expect(titles.verdict(title, '')).toBe('report');
  });

  it.each([
    '政府信息公开指南',
    '政府信息公开目录',
    '政府信息公开制度',
    '政府信息公开工作年度报告制度',
    '关于做好2022年政府信息公开工作年度报告编制工作的通知',
    '云山区人民政府关于报送2022年政府信息公开工作年度报告的函',
    '2022年政府信息公开工作年度报告编制格式范本',
    '【图解】云山区2022年政府信息公开工作年度报告',
    '一图读懂：云山区2022年政府信息公开工作年度报告',
    '云山区2022年政府信息公开工作年度报告解读',
    '云山区2022年政府信息公开工作年度报告（图解版）',
    '2022年政府信息公开工作年度报告统计表',
    '2022年政府网站工作年度报表',
    '2022年法治政府建设年度报告',
    '2022年度部门决算',
    '首页',
  ])('is none: %s', (title) => {
    expect(titles.verdict(title, '')).toBe('other');
  });

  it.each(['2016年政府信息公开情况统计表', '2012年政府信息公开工作总结', '政府信息公开工作情况报告'])('is told to a person: %s', (title) => {
    expect(titles.verdict(title, '')).toBe('unsure');
  });

  it('may be short on a list that is called so', () => {
    const column = '政府信息公开年报_云山区人民政府';
    expect(['2022年年度报告', '云山区教育局2022年报', '2021年度', '2022年政府工作报告', '2022年法治政府建设年度报告', '联系我们'].map((title) => titles.verdict(title, column))).toEqual(['report', 'report', 'report', 'other', 'other', 'other']);
    expect(titles.verdict('2022年年度报告', '云山区人民政府')).toBe('other');
  });

  it('is what a source says it is', () => {
    const own = titles.with({ is: ['情况统计表$'], is_not: ['教育局'] });
    expect(['2016年政府信息公开情况统计表', '2016年教育局情况统计表', '教育局2022年政府信息公开工作年度报告'].map((title) => own.verdict(title, ''))).toEqual(['report', 'other', 'other']);
  });

  it('of any length is looked at once', () => {
    const begun = performance.now();
    for (const piece of ['年', '信息公开', '报告', '2022年', '(', '二〇二二']) titles.verdict(piece.repeat(200_000), piece.repeat(200_000));
    expect(performance.now() - begun).toBeLessThan(2000);
  });

  it.each([
    ['云山区2022年政府信息公开工作年度报告', 2022],
    ['二○二一年政府信息公开工作年度报告', 2021],
    ['2021年1月发布的2020年度政府信息公开工作报告', 2020],
    ['2019、2020年政府信息公开工作年度报告汇编', undefined],
    ['政府信息公开工作年度报告', undefined],
  ])('%s names the year %p', (title, year) => {
    expect(titles.year(title)).toBe(year);
  });
});
