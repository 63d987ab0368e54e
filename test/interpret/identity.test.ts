import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse } from 'yaml';
import { loadGazetteer } from '../../src/interpret/identity/gazetteer.js';
import { identify, type TextLine } from '../../src/interpret/identity/identify.js';
import { parseIdentityWords } from '../../src/interpret/identity/words.js';
import type { Identity } from '../../src/model/report.js';

const file = (name: string): string => readFileSync(new URL(`../../pipelines/ogi-annual-report/${name}`, import.meta.url), 'utf8');
const gazetteer = loadGazetteer(file('divisions.csv'), file('former-divisions.csv'));
const value = parse(file('identity.yaml')) as Record<string, unknown>;
const words = parseIdentityWords(value);

/** Lines of a first page; a line may begin with the height of its font: `22| 洪泽区`. */
function page(...texts: string[]): TextLine[] {
  return texts.map((text) => {
    const [, size, rest] = /^(\d+)\|(.*)$/.exec(text) ?? [];
    return { text: rest ?? text, page: 1, size: Number(size ?? 0) };
  });
}

const read = (...texts: string[]): ReturnType<typeof identify> => identify(page(...texts), gazetteer, words);
const identityOf = (...texts: string[]): Identity => read(...texts).identity;
const codes = (...texts: string[]): string[] => read(...texts).findings.map((each) => each.code);

describe('a title whose year is printed without its 年, or with signs around its name', () => {
  const signed = ['莆田市荔城区财政局', '2023年1月10日'];
  it.each([
    '政府信息公开工作年度报告（2022）',
    '政府信息公开工作年度报告2022',
    '2022政府信息公开工作年度报告',
    '莆田市荔城区财政局2022政府信息公开工作年度报告',
    '【2022】莆田市荔城区财政局政府信息公开工作年度报告',
    '莆田市荔城区财政局-2022年政府信息公开工作年度报告',
    '（莆田市荔城区财政局）2022年政府信息公开工作年度报告',
    '[年报]莆田市荔城区财政局2022年政府信息公开工作年度报告',
    '2022年度政府信息公开工作年度报告（征求意见稿）',
    '政府信息公开工作年度报告（2022年1月1日至12月31日）',
  ])('%s', (title) => {
    const { issuer, issuerId, year } = identityOf(title, ...signed);
    expect({ issuer, issuerId, year: year ?? 2022 }).toEqual({ issuer: '莆田市荔城区财政局', issuerId: '350304-财政局', year: 2022 });
    expect(year === null).toBe(title.includes('月'));
  });
  it('has no year where the number is one of a document, or there are two', () => {
    expect(identityOf('[2023]5号莆田市荔城区财政局政府信息公开工作年度报告').year).toBeNull();
    expect(identityOf('2022莆田市荔城区财政局政府信息公开工作年度报告2023').year).toBeNull();
  });
  it('has the name of a school without its school year', () => {
    expect(identityOf('莆田学院2021-2022学年信息公开工作年度报告').issuer).toBe('莆田学院');
  });
  it('has its office from who says that it made the report', () => {
    expect(identityOf('2022年政府信息公开工作年度报告', '莆田市荔城区财政局根据《条例》要求，编制本报告。').issuer).toBe('莆田市荔城区财政局');
  });
});

describe('a title that names its office in full', () => {
  it.each([
    // title, issuer as printed, issuer id, kind, year
    ['北京市通州区漷县镇 2019 年政府信息公开工作年度报告', '北京市通州区漷县镇', '110112106', 'town', 2019],
    ['通州区漷县镇人民政府2019年政府信息公开工作年度报告', '通州区漷县镇人民政府', '110112106', 'town', 2019],
    ['淮安市洪泽区人民政府2024年政府信息公开工作年度报告', '淮安市洪泽区人民政府', '320813', 'government', 2024],
    ['2022年上海市政府信息公开工作年度报告', '上海市', '310000', 'government', 2022],
    ['广东省人民政府2020年政府信息公开工作年度报告', '广东省人民政府', '440000', 'government', 2020],
    ['内蒙古自治区人民政府2018年政府信息公开工作年度报告', '内蒙古自治区人民政府', '150000', 'government', 2018],
    ['广西壮族自治区2021年政府信息公开工作年度报告', '广西壮族自治区', '450000', 'government', 2021],
    ['宿州市人民政府2019年政府信息公开工作年度报告(图片版)', '宿州市人民政府', '341300', 'government', 2019],
    ['鄂尔多斯市2018年政府信息公开年度报告', '鄂尔多斯市', '150600', 'government', 2018],
    ['福建省莆田市人民政府2017年政府信息公开工作年度报告', '福建省莆田市人民政府', '350300', 'government', 2017],
    ['福州市晋安区2016年政府信息公开工作年度报告', '福州市晋安区', '350111', 'government', 2016],
    ['天柱县人民政府2013年信息公开年度报告', '天柱县人民政府', '522627', 'government', 2013],
    ['2013年度安乡县政府信息公开工作年度报告', '安乡县', '430721', 'government', 2013],
    ['2013年度兴仁县人民政府信息公开工作年报', '兴仁县人民政府', '522302', 'government', 2013],
    ['延边朝鲜族自治州人民政府2022年政府信息公开工作年度报告', '延边朝鲜族自治州人民政府', '222400', 'government', 2022],
    ['延边州2022年政府信息公开工作年度报告', '延边州', '222400', 'government', 2022],
    ['彭水苗族土家族自治县走马乡人民政府2023年政府信息公开工作年度报告', '彭水苗族土家族自治县走马乡人民政府', '500243210', 'town', 2023],
    ['平武县木座藏族乡2023年度政府信息公开工作年度报告', '平武县木座藏族乡', '510727214', 'town', 2023],
    ['官渡区人民政府太和街道办事处2021年政府信息公开工作年度报告', '官渡区人民政府太和街道办事处', '530111002', 'subdistrict', 2021],
    ['佳荣里街2021年政府信息公开工作年度报告', '佳荣里街', '120113005', 'subdistrict', 2021],
    ['天津市北辰区人民政府佳荣里街道办事处2021年政府信息公开工作年度报告', '天津市北辰区人民政府佳荣里街道办事处', '120113005', 'subdistrict', 2021],
    ['海淀区苏家坨镇2020年政府信息公开工作年度报告', '海淀区苏家坨镇', '110108029', 'town', 2020],
    ['海淀区苏家坨地区办事处2020年政府信息公开工作年度报告', '海淀区苏家坨地区办事处', '110108029', 'subdistrict', 2020],
    ['通州区于家务乡2020年政府信息公开工作年度报告', '通州区于家务乡', '110112209', 'town', 2020],
    ['东莞市石碣镇2021年政府信息公开工作年度报告', '东莞市石碣镇', '441900101', 'town', 2021],
    ['东莞市人民政府2021年政府信息公开工作年度报告', '东莞市人民政府', '441900', 'government', 2021],
    ['嘉峪关市2021年政府信息公开工作年度报告', '嘉峪关市', '620200', 'government', 2021],
    ['仙桃市人民政府2021年政府信息公开工作年度报告', '仙桃市人民政府', '429004', 'government', 2021],
    ['石河子市人民政府2021年政府信息公开工作年度报告', '石河子市人民政府', '659001', 'government', 2021],
    ['罕苏木苏木2021年政府信息公开工作年度报告', '罕苏木苏木', '150421202', 'town', 2021],
    ['乐至县回澜镇人民政府2019年政府信息公开工作年度报告', '乐至县回澜镇人民政府', '512022102', 'town', 2019],
    ['高平市东城街街道办事处2021年政府信息公开工作年度报告', '高平市东城街街道办事处', '140581002', 'subdistrict', 2021],
  ])('%s', (title, issuer, issuerId, issuerKind, year) => {
    expect(identityOf(title)).toMatchObject({ title: title.replaceAll(' ', ''), issuer, issuerId, issuerKind, year });
  });

  it('gives every division that the code lies in, and no prefecture where there is none', () => {
    expect(identityOf('漷县镇2019年政府信息公开工作年度报告')).toMatchObject({ divisionCode: '110112106', province: '北京市', prefecture: '', county: '通州区', town: '漷县镇' });
    expect(identityOf('洪泽区2024年政府信息公开工作年度报告')).toMatchObject({ divisionCode: '320813', province: '江苏省', prefecture: '淮安市', county: '洪泽区', town: '' });
    expect(identityOf('东莞市石碣镇2021年政府信息公开工作年度报告')).toMatchObject({ province: '广东省', prefecture: '东莞市', county: '', town: '石碣镇' });
    expect(identityOf('仙桃市2021年政府信息公开工作年度报告')).toMatchObject({ province: '湖北省', prefecture: '', county: '仙桃市' });
  });
});

describe('a title that leaves the suffix of a division out', () => {
  it.each([
    ['江苏淮安洪泽区2020年政府信息公开工作年度报告', '320813'],
    ['福建莆田荔城区2020年政府信息公开工作年度报告', '350304'],
    ['江苏淮安2020年政府信息公开工作年度报告', '320800'],
    ['内蒙古鄂尔多斯市2020年政府信息公开工作年度报告', '150600'],
    ['彭水县人民政府2020年政府信息公开工作年度报告', '500243'],
    ['莆田市政府2020年政府信息公开工作年度报告', '350300'],
  ])('%s', (title, divisionCode) => {
    expect(identityOf(title)).toMatchObject({ divisionCode, issuerKind: 'government' });
  });

  it('is not read into a street that is named for another city', () => {
    expect(identityOf('北京路街道办事处2020年政府信息公开工作年度报告').divisionCode).not.toBe('110000');
    expect(identityOf('乌鲁木齐市新市区北京路街道2020年政府信息公开工作年度报告').divisionCode).toMatch(/^650104/);
  });
});

describe('a department', () => {
  it.each([
    ['2019年度淮安市财政局政府信息公开年度报告', '320800-财政局', '320800', '财政局'],
    ['淮安市洪泽区财政局关于2022年度政府信息公开工作情况的报告', '320813-财政局', '320813', '财政局'],
    ['自贡市商务局2022年政府信息公开工作年度报告', '510300-商务局', '510300', '商务局'],
    ['贵州省机关事务管理局2020年政府信息公开工作年度报告', '520000-机关事务管理局', '520000', '机关事务管理局'],
    ['北京市朝阳区教育委员会政府信息公开工作2019年度报告', '110105-教育委员会', '110105', '教育委员会'],
    ['阳城县人民政府办公室2013年政府信息公开年度报告', '140522-办公室', '140522', '人民政府办公室'],
    ['阳城县政府办公室2014年政府信息公开年度报告', '140522-办公室', '140522', '政府办公室'],
    ['国家税务总局北京市税务局2021年政府信息公开工作年度报告', '110000-国家税务总局税务局', '110000', '国家税务总局税务局'],
    ['中共上海市普陀区委社会工作部2024年政府信息公开工作年度报告', '310107-中共区委社会工作部', '310107', '中共区委社会工作部'],
    ['国家公务员局2022年政府信息公开工作年度报告', '国家公务员局', '', '国家公务员局'],
    ['江苏财政厅2022年政府信息公开工作年度报告', '320000-财政厅', '320000', '财政厅'],
    ['通州区漷县镇财政所2019年政府信息公开工作年度报告', '110112106-财政所', '110112106', '财政所'],
  ])('%s', (title, issuerId, divisionCode, department) => {
    const evidence = '根据北京市要求编制。';
    expect(identityOf(title, title.startsWith('通州区') ? evidence : '')).toMatchObject({ issuerId, divisionCode, department, issuerKind: 'department' });
  });
});

describe('an administrative committee, a zone, a university, a company', () => {
  it.each([
    ['厦门市思明区工业园区管理委员会2018年政府信息公开年度报告', '350203-工业园区管理委员会', '350203'],
    ['苏州工业园区2022年政府信息公开工作年度报告', '320500-苏州工业园区', '320500'],
    ['苏州工业园区管委会2021年政府信息公开工作年度报告', '320500-苏州工业园区', '320500'],
    ['淮安市第一人民医院2021年信息公开年度报告', '320800-第一人民医院', '320800'],
    ['北京大学2021年信息公开年度报告', '北京大学', ''],
  ])('%s is of another kind', (title, issuerId, divisionCode) => {
    expect(identityOf(title)).toMatchObject({ issuerId, divisionCode, issuerKind: 'other', department: '' });
  });
});

describe('a name that several places bear', () => {
  const title = '通州区人民政府2020年政府信息公开工作年度报告';

  it('has no code where nothing else settles it, and a finding with the candidates', () => {
    const { identity, findings } = read(title, '一、总体情况');
    expect(identity).toMatchObject({ issuerId: '通州区', divisionCode: '', province: '', prefecture: '', county: '通州区', issuerKind: 'government' });
    expect(findings[0]).toMatchObject({ code: 'issuer-ambiguous', place: 'p1' });
    expect(findings[0]?.message).toContain('北京市通州区 (110112), 江苏省南通市通州区 (320612)');
  });

  it.each([
    ['the first page names one city', [title, '按照北京市政务公开要点的要求编制。'], '110112'],
    ['the first page names the other', [title, '按照南通市政务公开要点的要求编制。'], '320612'],
    ['the signature names it in full', [title, '一、总体情况', '南通市通州区人民政府', '2021年1月20日'], '320612'],
    ['the header of the page names it', ['南通市通州区政府信息公开', title], '320612'],
    ['the name in full goes before a city that is told of', [title, '本报告由南通市通州区人民政府办公室编制。赴北京市学习。'], '320612'],
  ])('has the code of one place where %s', (_, lines, code) => {
    expect(identityOf(...lines).divisionCode).toBe(code);
    expect(codes(...lines)).not.toContain('issuer-ambiguous');
  });

  it('has no code where the text names both places', () => {
    expect(identityOf(title, '南通市与北京市的经验。').divisionCode).toBe('');
  });

  it('keeps what its candidates have in common', () => {
    expect(identityOf('江苏省鼓楼区2020年政府信息公开工作年度报告')).toMatchObject({ divisionCode: '', province: '江苏省', prefecture: '', county: '鼓楼区' });
  });

  it.each([
    ['城关镇人民政府2020年政府信息公开工作年度报告', ''],
    ['鼓楼区财政局2020年政府信息公开工作年度报告', ''],
    ['东城街道办事处2020年政府信息公开工作年度报告', ''],
    ['长安区2020年政府信息公开工作年度报告', ''],
    ['西安市长安区2020年政府信息公开工作年度报告', '610116'],
    ['徐州市鼓楼区财政局2020年政府信息公开工作年度报告', '320302'],
    ['通州区张家湾镇2020年政府信息公开工作年度报告', '110112105'],
  ])('%s', (text, divisionCode) => {
    expect(identityOf(text).divisionCode).toBe(divisionCode);
  });

  it('is settled for a town by the county that the first page names', () => {
    expect(identityOf('2018年建新镇政府信息公开工作年度报告', '遂溪县建新镇人民政府', '2018年12月31日').divisionCode).toBe('440823109');
    expect(identityOf('2019年黄家镇政府信息公开工作年度报告', '按照内江市、隆昌市政务公开工作安排,现特向社会公布。').divisionCode).toBe('511083104');
  });

  it('is not settled for a town by a province alone where other places are named', () => {
    expect(identityOf('建新镇2018年政府信息公开工作年度报告', '广东省与浙江省杭州市').divisionCode).toBe('');
  });

  it('is doubted for a town of one bearer where the text names only other places: its namesake may have been abolished', () => {
    expect(identityOf('漷县镇2019年政府信息公开工作年度报告', '西安市人民政府办公厅').divisionCode).toBe('');
  });
});

describe('a town that the gazetteer does not have', () => {
  it('has the code of its county, and its name as printed', () => {
    expect(identityOf('淮安市洪泽区某某镇人民政府2012年政府信息公开工作年度报告')).toMatchObject({
      issuerId: '320813-某某镇', divisionCode: '320813', county: '洪泽区', town: '某某镇', issuerKind: 'town', department: '',
    });
  });

  it('has the code of the county that the signature names', () => {
    expect(identityOf('某某镇2012年政府信息公开工作年度报告', '一、总体情况', '淮安市洪泽区某某镇人民政府', '2013年1月20日')).toMatchObject({ issuer: '某某镇', issuerId: '320813-某某镇', divisionCode: '320813' });
    expect(identityOf('某某镇人民政府2012年政府信息公开工作年度报告', '一、总体情况', '淮安市洪泽区某某镇', '2013年1月20日').issuerId).toBe('320813-某某镇');
  });

  it('has no code without a county', () => {
    expect(identityOf('某某街道办事处2012年政府信息公开工作年度报告')).toMatchObject({ issuerId: '某某街道', divisionCode: '', town: '某某街道', issuerKind: 'subdistrict' });
  });
});

describe('the year of a title', () => {
  it.each([
    ['洪泽区二〇二〇年度政府信息公开工作年度报告', 2020],
    ['洪泽区二○二○年政府信息公开工作年度报告', 2020],
    ['洪泽区二零一九年政府信息公开工作年度报告', 2019],
    ['洪泽区二O二O年政府信息公开工作年度报告', 2020],
    ['洪泽区二0二一年政府信息公开工作年度报告', 2021],
    ['洪泽区２０２２年政府信息公开工作年度报告', 2022],
    ['洪泽区2 0 2 2 年 度 政 府 信 息 公 开 年 报', 2022],
    ['洪泽区政府信息公开工作2019年度报告', 2019],
    ['洪泽区政府信息公开2013年年度报告', 2013],
    ['2023年度洪泽区政府信息公开工作年度报告', 2023],
    ['洪泽区2020年政府信息公开工作年度报告(2021年1月发布)', 2020],
  ])('%s', (title, year) => {
    expect(identityOf(title)).toMatchObject({ year, divisionCode: '320813' });
    expect(codes(title)).toEqual([]);
  });

  it('comes from the statistical period where the title names none', () => {
    expect(identityOf('洪泽区政府信息公开工作年度报告', '统计期限自2024年1月1日起至2024年12月31日止。').year).toBe(2024);
    expect(identityOf('洪泽区2019-2020年政府信息公开工作年度报告', '统计期限为2020年1月1日至12月31日').year).toBe(2020);
  });

  it('is unknown where neither tells it, whatever dates stand about', () => {
    const lines = ['洪泽区政府信息公开工作年度报告', '2021年1月20日'];
    expect(identityOf(...lines).year).toBeNull();
    expect(codes(...lines)).toEqual(['year-unknown']);
  });

  it.each([
    // The title may name the year of publication, or the period may be that of the report of the year before.
    ['2024年1月15日', 2023],
    ['2025年1月15日', 2024],
    ['2016年4月21日', null],
    ['', null],
  ])('that is not that of the statistical period is reported, and the one before the publication is taken: published %s', (published, year) => {
    const lines = ['洪泽区2024年政府信息公开工作年度报告', '报告中所列数据统计期限自 2023 年 1 月 1 日', '起至 2023 年 12 月 31 日止。', '洪泽区人民政府', published];
    expect(identityOf(...lines).year).toBe(year);
    expect(codes(...lines)).toEqual(['year-contradiction']);
  });
});

describe('a title on several lines', () => {
  const first = '本报告由淮安市洪泽区人民政府办公室根据《中华人民共和国政府信息公开条例》要求编制此报告。';

  it.each([
    [['22|淮安市洪泽区人民政府', '22|2024 年政府信息公开工作年度报告', `16|${first}`]],
    [['淮安市洪泽区人民政府', '2024 年政府信息公开工作年度报告', first]],
    [['洪政办发〔2025〕3号', '附件1', '淮安市洪泽区人民政府', '2024 年政府信息公开工作', '年度报告', first]],
    [['首页 > 政务公开 > 政府信息公开年报', '淮安市洪泽区', '人民政府2024年政府信息公开工作年度报告', '发布时间：2025-01-20 来源：区政府办', first]],
  ])('%j', (lines) => {
    expect(identityOf(...lines)).toMatchObject({ title: '淮安市洪泽区人民政府2024年政府信息公开工作年度报告', issuer: '淮安市洪泽区人民政府', issuerId: '320813', issuerKind: 'government', year: 2024 });
  });

  it('is told from the name of the site above it', () => {
    expect(identityOf('洪泽区人民政府网站', '洪泽区财政局', '2022年政府信息公开工作年度报告').issuer).toBe('洪泽区财政局');
    expect(identityOf('9|政府信息公开年报', '9|街道办事处政府信息公开工作年度报告', '20|2021年迎宾路街道政府信息公开工作年度报告', '20|迎宾路街道办事处').title).toBe('2021年迎宾路街道政府信息公开工作年度报告');
  });

  it('is told from a table of contents and from sentences that speak of a report', () => {
    const lines = ['目录', '2018年洪泽区政府信息公开工作年度报告……1', '编制2019年政府信息公开工作年度报告', '根据要求,制作政府信息公开工作年度报告'];
    expect(identityOf(...lines).title).toBe('');
  });
});

describe('a report whose title names no office', () => {
  const title = '2023年政府信息公开工作年度报告';

  it('has the office of the signature', () => {
    expect(identityOf(title, '一、总体情况', '六、其他需要报告的事项', '无。', '洪泽区水利局', '2024年1月15日', '- 5 -')).toMatchObject({ issuer: '洪泽区水利局', issuerId: '320813-水利局', published: '2024-01-15' });
  });

  it('has the office under the title', () => {
    expect(identityOf(title, '淮安市洪泽区人民政府', '一、总体情况').issuer).toBe('淮安市洪泽区人民政府');
  });

  it('has the office of the first paragraph, and a 办公室 stands for its government', () => {
    expect(identityOf(title, '本报告由淮安市洪泽区人民政府办公室根据《中华人民共和国政府信息公开条例》编制。')).toMatchObject({ issuer: '淮安市洪泽区人民政府办公室', issuerId: '320813', issuerKind: 'government' });
    expect(identityOf(title, '如对报告有疑问,请与南京市鼓楼区财政局联系(地址:某路1号)。').issuerId).toBe('320106-财政局');
  });

  it('has a place for its department where the signature gives the name in full', () => {
    expect(identityOf(`财政局${title}`, '一、总体情况', '淮安市洪泽区财政局', '2024年1月15日')).toMatchObject({ issuer: '财政局', issuerId: '320813-财政局' });
  });

  it('has none where nothing names it', () => {
    expect(identityOf(title, '一、总体情况')).toMatchObject({ issuer: '', issuerId: '', issuerKind: '', divisionCode: '' });
    expect(identityOf()).toMatchObject({ title: '', issuer: '', year: null, published: '' });
  });
});

describe('the date of publication', () => {
  const title = '洪泽区2019年政府信息公开工作年度报告';

  it.each([
    [['洪泽区人民政府', '2020年1月15日'], '2020-01-15'],
    [['洪泽区人民政府', '二〇二〇年一月十五日'], '2020-01-15'],
    [['洪泽区人民政府', '二○二○年十二月三十一日', '- 5 -'], '2020-12-31'],
    [['洪泽区人民政府2020年3月1日'], '2020-03-01'],
    [['发布日期：2020-01-15 浏览次数：20', '一、总体情况'], '2020-01-15'],
    [['发布时间：2020年1月5日 10:24', '一、总体情况'], '2020-01-05'],
    [['2020年1月', '一、总体情况'], ''],
    [['2020年2月30日'], ''],
    [['统计期限自2019年1月1日起至2019年12月31日止。', '一、总体情况'], ''],
    [['报告中所列数据统计时间为', '2019年1月1日至2019年12月31日', '。'], ''],
  ])('%j', (lines, published) => {
    expect(identityOf(title, ...lines).published).toBe(published);
  });
});

describe('a title out of any corner of the country', () => {
  it.each([
    ['南京市玄武区2023年政府信息公开工作年度报告', '南京市玄武区', '320102', 'government', 2023],
    ['成都市双流区人民政府办公室关于2020年政府信息公开工作的报告', '成都市双流区人民政府办公室', '510116-办公室', 'department', 2020],
    ['仙居县下各镇人民政府2021年度政府信息公开工作报告', '仙居县下各镇人民政府', '331024106', 'town', 2021],
    ['下各镇2018年信息公开年报', '下各镇', '331024106', 'town', 2018],
    ['乌审旗嘎鲁图镇二〇一九年政府信息公开工作年度报告', '乌审旗嘎鲁图镇', '150626100', 'town', 2019],
    ['湘西州凤凰县沱江镇人民政府2020年政府信息公开工作年度报告', '湘西州凤凰县沱江镇人民政府', '433123109', 'town', 2020],
    ['大理州大理市喜洲镇2022年政府信息公开工作年度报告', '大理州大理市喜洲镇', '532901104', 'town', 2022],
    ['云南省大理白族自治州大理市人民政府2022年政府信息公开年度报告', '云南省大理白族自治州大理市人民政府', '532901', 'government', 2022],
    ['神农架林区木鱼镇2021年政府信息公开工作年度报告', '神农架林区木鱼镇', '429021102', 'town', 2021],
    ['中山市石岐街道办事处2022年政府信息公开工作年度报告', '中山市石岐街道办事处', '442000001', 'subdistrict', 2022],
    ['深圳市龙岗区坂田街道办2019年政府信息公开工作年度报告', '深圳市龙岗区坂田街道办', '440307013', 'subdistrict', 2019],
    ['北京市人民政府什刹海街道办事处2019年政府信息公开工作年度报告', '北京市人民政府什刹海街道办事处', '110102012', 'subdistrict', 2019],
    ['西城区人民政府什刹海街道办事处2016年度政府信息公开年报', '西城区人民政府什刹海街道办事处', '110102012', 'subdistrict', 2016],
    ['青岛市崂山区沙子口街道2014年政府信息公开工作年度报告', '青岛市崂山区沙子口街道', '370212002', 'subdistrict', 2014],
    ['2015年度临高县人民政府政府信息公开工作年度报告', '临高县人民政府', '469024', 'government', 2015],
    ['海南省临高县临城镇2021年政府信息公开工作年度报告', '海南省临高县临城镇', '469024100', 'town', 2021],
    ['临城镇2021年政府信息公开工作年度报告', '临城镇', '临城镇', 'town', 2021],
    ['恰卜恰镇政府2017年政府信息公开工作情况报告', '恰卜恰镇政府', '632521100', 'town', 2017],
    ['新疆维吾尔自治区伊犁州伊宁市人民政府2020年政府信息公开工作年度报告', '新疆维吾尔自治区伊犁州伊宁市人民政府', '654002', 'government', 2020],
    ['峨眉山市教育局2020年政府信息公开工作年度报告', '峨眉山市教育局', '511181-教育局', 'department', 2020],
    ['重庆市规划和自然资源局2021年政府信息公开工作年度报告', '重庆市规划和自然资源局', '500000-规划和自然资源局', 'department', 2021],
    ['国家统计局江苏调查总队2021年政府信息公开工作年度报告', '国家统计局江苏调查总队', '320000-国家统计局调查总队', 'department', 2021],
    ['石狮市蚶江镇关于2012年政府信息公开工作年度报告', '石狮市蚶江镇', '350581102', 'town', 2012],
    ['锡林郭勒盟锡林浩特市应急管理局2020年度政务公开工作总结', '锡林郭勒盟锡林浩特市应急管理局', '152502-应急管理局', 'department', 2020],
    ['额济纳旗人民政府2011年政府信息公开工作年度报告', '额济纳旗人民政府', '152923', 'government', 2011],
    ['天津市静海区大邱庄镇人民政府2019年政府信息公开工作年度报告', '天津市静海区大邱庄镇人民政府', '120118108', 'town', 2019],
    ['三沙市2020年政府信息公开工作年度报告', '三沙市', '460300', 'government', 2020],
    ['黔南州都匀市2020年政府信息公开工作年度报告', '黔南州都匀市', '522701', 'government', 2020],
    ['乌鲁木齐市米东区市场监督管理局2022年政府信息公开工作年度报告', '乌鲁木齐市米东区市场监督管理局', '650109-市场监督管理局', 'department', 2022],
    ['阿克苏地区行政公署2020年政府信息公开工作年度报告', '阿克苏地区行政公署', '652900', 'government', 2020],
    ['中卫市沙坡头区城乡建设局2020年政府信息公开工作年度报告', '中卫市沙坡头区城乡建设局', '640502-城乡建设局', 'department', 2020],
    ['合肥高新技术产业开发区管理委员会2021年政府信息公开工作年度报告', '合肥高新技术产业开发区管理委员会', '340100-合肥高新技术产业开发区', 'other', 2021],
    ['磐安县尖山镇综合行政执法队2022年政府信息公开工作年度报告', '磐安县尖山镇综合行政执法队', '330727109-综合行政执法队', 'department', 2022],
    ['海口市市场监督管理局2022年政府信息公开工作年度报告', '海口市市场监督管理局', '460100-市场监督管理局', 'department', 2022],
  ])('%s', (title, issuer, issuerId, issuerKind, year) => {
    expect(identityOf(title)).toMatchObject({ issuer, issuerId, issuerKind, year });
  });

  it('has the code of every fourth county where it is named with its province, and the code or none where it is named alone', () => {
    const counties = file('divisions.csv').split('\n').filter((line) => /^\d{4}(?!00|7\d|80)\d\d,/.test(line));
    for (const [at, line] of counties.entries()) {
      const [code = '', name = ''] = line.split(',');
      if (at % 4 !== 0) continue;
      const above = gazetteer.above({ code, name, level: 'county' }).map((area) => area.name).join('');
      expect([name, identityOf(`${above}${name}2020年政府信息公开工作年度报告`).divisionCode]).toEqual([name, code]);
      expect(['', code]).toContain(identityOf(`${name}2020年政府信息公开工作年度报告`).divisionCode);
    }
  });
});

describe('a division that was renamed', () => {
  it.each([
    // title, code and id of today, province, prefecture, county
    ['淮安市洪泽县人民政府2012年政府信息公开工作年度报告', '320813', '320813', '江苏省', '淮安市', '洪泽区'],
    ['洪泽县2009年政府信息公开工作年度报告', '320813', '320813', '江苏省', '淮安市', '洪泽区'],
    ['沙县人民政府2015年政府信息公开工作年度报告', '350405', '350405', '福建省', '三明市', '沙县区'],
    ['上海市崇明县2010年政府信息公开工作年度报告', '310151', '310151', '上海市', '', '崇明区'],
    ['洛阳市孟津县2019年政府信息公开工作年度报告', '410308', '410308', '河南省', '洛阳市', '孟津区'],
    ['洛阳市孟津县乡镇企业局2010年政府信息公开工作年度报告', '410308', '410308-乡镇企业局', '河南省', '洛阳市', '孟津区'],
    ['江苏省通州市平潮镇人民政府2008年政府信息公开工作年度报告', '320612114', '320612114', '江苏省', '南通市', '通州区'],
    ['湖北省襄樊市人民政府2009年政府信息公开工作年度报告', '420600', '420600', '湖北省', '襄阳市', ''],
    ['青海省海东地区行政公署2012年政府信息公开工作年度报告', '630200', '630200', '青海省', '海东市', ''],
    ['毕节地区大方县2009年政府信息公开工作年度报告', '520521', '520521', '贵州省', '毕节市', '大方县'],
    ['六安市寿县人民政府2012年政府信息公开工作年度报告', '340422', '340422', '安徽省', '淮南市', '寿县'],
    ['莱芜市莱城区人民政府2017年政府信息公开工作年度报告', '370116', '370116', '山东省', '济南市', '莱芜区'],
    ['安徽省巢湖市居巢区人民政府2009年政府信息公开工作年度报告', '340181', '340181', '安徽省', '合肥市', '巢湖市'],
  ])('is what it is today, so that its years stand together: %s', (title, divisionCode, issuerId, province, prefecture, county) => {
    expect(identityOf(title)).toMatchObject({ divisionCode, issuerId, province, prefecture, county });
    expect(codes(title).filter((code) => code !== 'issuer-renamed')).toEqual([]);
  });

  it('keeps its name as printed, and a finding tells what it is today', () => {
    const { identity, findings } = read('淮安市洪泽县人民政府2012年政府信息公开工作年度报告');
    expect(identity.issuer).toBe('淮安市洪泽县人民政府');
    expect(findings).toMatchObject([{ code: 'issuer-renamed', message: '洪泽县 is 洪泽区 (320813) today' }]);
  });

  it('has its issuer id under both names, from before the change to after it', () => {
    const ids = ['洪泽县人民政府2008', '洪泽县2015', '洪泽县人民政府2016', '洪泽区人民政府2016', '淮安市洪泽区2023'].map((start) => identityOf(`${start}年政府信息公开工作年度报告`).issuerId);
    expect(new Set(ids)).toEqual(new Set(['320813']));
  });

  it.each([
    // 毕节市 was a county within 毕节地区 until 2011, and is the prefecture since.
    ['毕节市人民政府2009年政府信息公开工作年度报告', '520502'],
    ['毕节市人民政府2010年政府信息公开工作年度报告', ''],
    ['毕节市人民政府2020年政府信息公开工作年度报告', '520500'],
    ['巢湖市人民政府2009年政府信息公开工作年度报告', '341400'],
    ['巢湖市人民政府2020年政府信息公开工作年度报告', '340181'],
    // 通州市 of 南通 became 通州区 in 2009.
    ['通州区人民政府2007年政府信息公开工作年度报告', '110112'],
    ['通州区人民政府2009年政府信息公开工作年度报告', ''],
  ])('is told from its namesake by the year, or not at all: %s', (title, divisionCode) => {
    expect(identityOf(title).divisionCode).toBe(divisionCode);
  });
});

describe('a division that became a part of another', () => {
  it.each([
    ['杭州市下城区人民政府2020年政府信息公开工作年度报告', '330103', '330103', '浙江省', '杭州市', '下城区'],
    ['洛阳市吉利区财政局2020年政府信息公开工作年度报告', '410306', '410306-财政局', '河南省', '洛阳市', '吉利区'],
    ['上海市闸北区人民政府2014年政府信息公开工作年度报告', '310108', '310108', '上海市', '', '闸北区'],
    ['北京市崇文区2009年政府信息公开工作年度报告', '110103', '110103', '北京市', '', '崇文区'],
    ['下关区人民政府2012年政府信息公开工作年度报告', '320107', '320107', '江苏省', '南京市', '下关区'],
    ['莱芜市人民政府2017年政府信息公开工作年度报告', '371200', '371200', '山东省', '莱芜市', ''],
  ])('has the code that it had: %s', (title, divisionCode, issuerId, province, prefecture, county) => {
    expect(identityOf(title)).toMatchObject({ divisionCode, issuerId, province, prefecture, county });
    expect(codes(title)).toEqual(['issuer-abolished']);
  });

  it('shares its name with another, which alone is meant once it is no more', () => {
    expect(identityOf('清河区人民政府2014年政府信息公开工作年度报告').divisionCode).toBe('');
    expect(identityOf('清河区人民政府2020年政府信息公开工作年度报告').divisionCode).toBe('211204');
    expect(identityOf('淮安市清河区人民政府2014年政府信息公开工作年度报告').divisionCode).toBe('320802');
  });
});

describe('a county that the gazetteer does not have', () => {
  it.each([
    ['重庆市万盛区人民政府2009年政府信息公开工作年度报告', '重庆市万盛区', 'government', '重庆市', '', '万盛区'],
    ['乌鲁木齐市东南区人民政府2009年政府信息公开工作年度报告', '乌鲁木齐市东南区', 'government', '新疆维吾尔自治区', '乌鲁木齐市', '东南区'],
    ['江苏省平潮市人民政府2008年政府信息公开工作年度报告', '江苏省平潮市', 'government', '江苏省', '', '平潮市'],
    ['江苏省平潮市西街镇人民政府2008年政府信息公开工作年度报告', '江苏省平潮市西街镇', 'town', '江苏省', '', '平潮市'],
    ['洛阳市吉祥区城市管理局2020年政府信息公开工作年度报告', '洛阳市吉祥区城市管理局', 'department', '河南省', '洛阳市', '吉祥区'],
    ['洛阳市吉祥区乡镇企业局2020年政府信息公开工作年度报告', '洛阳市吉祥区乡镇企业局', 'department', '河南省', '洛阳市', '吉祥区'],
    ['下河区人民政府2012年政府信息公开工作年度报告', '下河区', 'government', '', '', '下河区'],
  ])('%s has no code', (title, issuerId, issuerKind, province, prefecture, county) => {
    expect(identityOf(title)).toMatchObject({ divisionCode: '', issuerId, issuerKind, province, prefecture, county });
    expect(codes(title)).toEqual(['issuer-unlisted']);
  });

  it('leaves its department and its town what they are', () => {
    expect(identityOf('洛阳市吉祥区财政局2020年政府信息公开工作年度报告').department).toBe('财政局');
    expect(identityOf('江苏省平潮市西街镇人民政府2008年政府信息公开工作年度报告').town).toBe('西街镇');
  });

  it.each([
    ['北京市城市管理委员会', '110000'],
    ['江苏省市场监督管理局', '320000'],
    ['淮安市社区建设办公室', '320800'],
    ['四川省都江堰灌区管理处', '510000'],
    ['淮安市公安局淮阴区分局', '320800'],
    ['淮安市某某经济技术开发区管理委员会', '320800'],
    ['南京市江北新区管理委员会', '320100'],
    ['海淀区城市管理委员会', '110108'],
    ['东莞市城区街道办事处', '441900'],
    ['淮安市城市管理综合行政执法局', '320800'],
    ['陕西省扶贫开发办公室', '610000'],
  ])('is not seen in %s', (issuer, divisionCode) => {
    expect(identityOf(`${issuer}2020年政府信息公开工作年度报告`).divisionCode).toBe(divisionCode);
  });
});

describe('a county of one bearer that is named alone', () => {
  const title = '清河区人民政府2014年政府信息公开工作年度报告';

  it.each([
    ['a namesake was abolished and nothing speaks for either', [title, '一、总体情况']],
    ['the text names the city of its namesake', ['双桥区2009年政府信息公开工作年度报告', '重庆市']],
    ['the text has the other city as its superior', ['梅里斯区2014年政府信息公开工作年度报告', '按照淮安市政府要求编制。']],
    ['only other places are told of', ['洪泽区2020年政府信息公开工作年度报告', '赴北京市考察。']],
    ['other places are told of beside its own', ['天柱县2020年政府信息公开工作年度报告', '北京市的企业与贵州省的企业共建数据平台。']],
  ])('has no code, province or prefecture where %s', (_, lines) => {
    expect(identityOf(...lines)).toMatchObject({ divisionCode: '', province: '', prefecture: '' });
    expect(codes(...lines)).toEqual(['issuer-ambiguous']);
  });

  it.each([
    ['its city is the superior', [title, '按照铁岭市政府要求编制。'], '211204'],
    ['the city of its namesake is named', [title, '淮安市'], '320802'],
    ['the signature names it in full', [title, '一、总体情况', '铁岭市清河区人民政府', '2015年1月20日'], '211204'],
    ['no other place is named', ['洪泽区2020年政府信息公开工作年度报告', '一、总体情况'], '320813'],
    ['its own city is named beside the place of a visit', ['洪泽区2020年政府信息公开工作年度报告', '赴北京市考察。淮安市门户网站公布了结果。'], '320813'],
    ['places inside it are named', ['莆田市人民政府2020年政府信息公开工作年度报告', '荔城区、仙游县均已公布。'], '350300'],
  ])('has its code where %s', (_, lines, divisionCode) => {
    expect(identityOf(...lines).divisionCode).toBe(divisionCode);
  });
});

describe('a place that a report tells of in passing', () => {
  it.each([
    ['鼓楼区', '我区组织有关人员赴南京市学习政务公开先进经验。'],
    ['通州区', '认真学习借鉴北京市政务公开先进经验。'],
    ['朝阳区司法局', '赴北京市考察学习。'],
    ['西湖区', '转发杭州市先进经验,'],
    ['宝山区人民政府', '对标上海市先进做法。'],
    ['江北区教育局', '学习借鉴宁波市经验'],
    ['通州区', '组织人员赴北京市通州区学习。'],
    ['通州区', '学习考察了杭州市,北京市通州区。'],
    ['通州区', '北京市的企业在我区建成了数据平台。'],
    ['通州区', '按照区政府要求学习北京市。'],
    ['通州区', '根据我区与北京市签订的协议要求开展工作。'],
    ['通州区', '按照北京市对口协作工作要求编制。'],
    ['通州区', '我区工作人员赴'],
  ])('settles nothing for %s: %s', (issuer, prose) => {
    const lines = [`${issuer}2021年政府信息公开工作年度报告`, '一、总体情况', prose, ...(prose.endsWith('赴') ? ['北京市', '参观。'] : [])];
    expect(identityOf(...lines)).toMatchObject({ divisionCode: '', province: '', prefecture: '' });
    expect(codes(...lines)).toEqual(['issuer-ambiguous']);
  });

  it.each([
    ['鼓楼区', '贯彻落实福州市委、市政府工作部署,主动公开信息。', '350102'],
    ['鼓楼区', '按照国务院、福建省、福州市部署开展工作。', '350102'],
    ['鼓楼区', '在南京市委、市政府的坚强领导下,主动公开信息。', '320106'],
    ['通州区', '根据《北京市人民政府办公厅关于做好政务公开工作的通知》编制。', '110112'],
    ['通州区', '联系地址:江苏省南通市某路1号。', '320612'],
    ['通州区', '(地址:北京市某路1号,邮编:101100)', '110112'],
    ['新城区财政局', '西安市', '610102'],
  ])('is told from the superior and the address of %s: %s', (issuer, prose, divisionCode) => {
    expect(identityOf(`${issuer}2021年政府信息公开工作年度报告`, '一、总体情况', prose).divisionCode).toBe(divisionCode);
  });
});

describe('a title that names several years', () => {
  it.each([
    '2019-2020年', '2019–2020年', '2019—2020年', '2019―2020年', '2019——2020年', '2019/2020年', '2019／2020年', '2019~2020年', '2019年—2020年', '2019年度至2020年度',
    '2020及2021年', '2020与2021年', '2020和2021年', '2020、2021年', '2020以及2021年', '2020 2021年', '2020至2021年', '二〇一九——二〇二〇年', '2018、2019和2020年', '2020·2021年',
  ])('is of no year, and its office is clean: %s', (years) => {
    for (const title of [`平远县财政局${years}政府信息公开工作年度报告`, `${years}平远县财政局政府信息公开工作年度报告`, `平远县财政局(${years})政府信息公开工作年度报告`]) {
      expect(identityOf(title)).toMatchObject({ issuer: '平远县财政局', issuerId: '441426-财政局', year: null });
      expect(codes(title)).toEqual(['year-unknown']);
    }
  });

  it.each([
    ['2022年平远县财政局2021年度政府信息公开工作年度报告', 2021],
    ['2021年1-12月平远县财政局政府信息公开工作年度报告', 2021],
    ['2021年1月至12月平远县财政局政府信息公开工作年度报告', 2021],
    ['平远县财政局2021年1月发布的2020年政府信息公开工作年度报告', 2020],
    ['2020年平远县财政局2021年政府信息公开工作年度报告', null],
    ['2021年1-6月平远县财政局政府信息公开工作年度报告', null],
    ['平远县财政局政府信息公开工作年度报告(2020年度)', 2020],
    ['平远县财政局21年政府信息公开工作年度报告', null],
  ])('is of the year of the report: %s', (title, year) => {
    expect(identityOf(title)).toMatchObject({ issuer: '平远县财政局', issuerId: '441426-财政局', year });
  });
});

describe('the year on a line under the title', () => {
  it.each(['(2020年度)', '（2020年）', '【2020年度】', '2020年度', '（二〇二〇年度）'])('%s', (line) => {
    expect(identityOf('平远县财政局政府信息公开工作年度报告', line, '一、总体情况')).toMatchObject({ issuer: '平远县财政局', year: 2020 });
    expect(identityOf('政府信息公开工作年度报告', line, '平远县财政局', '一、总体情况')).toMatchObject({ issuer: '平远县财政局', year: 2020 });
  });

  it.each(['（2019年—2020年）', '2021年1月', '（2021年1月）', '2021年'])('is not told by %s', (line) => {
    expect(identityOf('平远县财政局政府信息公开工作年度报告', line).year).toBeNull();
  });
});

describe('any lines at all', () => {
  it('give an identity, and never an error', () => {
    const scraps = ['2024年', '政府信息公开', '工作年度报告', '通州区', '洪泽区', '人民政府', '镇', '(', ')', '二〇二〇年一月', '1月15日', '统计期限', '至', '、', ':', '某', '…', ' '];
    const text = fc.oneof(fc.string(), fc.array(fc.constantFrom(...scraps), { maxLength: 12 }).map((parts) => parts.join('')));
    const line = fc.record({ text, page: fc.constantFrom(1, 2), size: fc.constantFrom(0, 10.5, 22) });
    fc.assert(fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const { identity } = identify(lines, gazetteer, words);
      expect(identity.divisionCode).toMatch(/^(\d{6}|\d{9})?$/);
      expect(identity.published).toMatch(/^(20\d\d-\d\d-\d\d)?$/);
    }), { numRuns: 300 });
  });

  it('take little time, however long they are', () => {
    const start = performance.now();
    for (const scrap of ['通州区', '2024年政府信息公开', '……', '统计期限自2024年', '的']) identityOf(scrap.repeat(100_000), scrap.repeat(25));
    expect(performance.now() - start).toBeLessThan(3000);
  });
});

describe('a report without a title', () => {
  it.each([
    [['特向社会公布2019年度青龙镇政府(机关)信息公开年度报告。', '地址:建水县青龙镇人民政府。'], '532524104', 'town'],
    [['如有疑问,请与章贡区人民政府水东镇办公室联系,联系电话:1234567。'], '360702101', 'town'],
    [['现公布贵州省机关事务管理局2020年政府信息公开工作年度报告。'], '520000-机关事务管理局', 'department'],
    [['结合自贡市商务局2022年政府信息公开工作实际,编制本报告。'], '510300-商务局', 'department'],
    [['如有疑问,可直接与丽水市人民政府办公室政府信息公开中心联系(地址:某路1号)。'], '331100', 'government'],
  ])('%j has the office that its prose names', (lines, issuerId, issuerKind) => {
    expect(identityOf(...lines, '统计期限为2019年1月1日至12月31日')).toMatchObject({ title: '', issuerId, issuerKind, year: 2019 });
  });

  it('has the office of the page behind its cover', () => {
    const cover = page('2024年政府信息公开工作年度报告', '2025年1月');
    const behind = page('本报告由淮安市洪泽区水利局编制。').map((line) => ({ ...line, page: 2 }));
    expect(identify([...cover, ...behind], gazetteer, words).identity.issuerId).toBe('320813-水利局');
  });
});

describe('the words', () => {
  it('are refused with a key that the schema does not know', () => {
    expect(() => parseIdentityWords({ ...value, titels: {} })).toThrow(/titels/);
  });
});

describe('the gazetteer', () => {
  it('refuses a text that is no list of divisions', () => {
    expect(() => loadGazetteer('name,code\n')).toThrow(/code,name/);
    expect(() => loadGazetteer('code,name\n11,北京市\n')).toThrow(/no division/);
    expect(() => loadGazetteer('code,name\n110000,北京市\n', 'code,name,until,became\n110103,崇文区,2010,110101\n')).toThrow(/110101/);
  });

  it('loads in the time of a few page reads', () => {
    const text = file('divisions.csv');
    const start = performance.now();
    loadGazetteer(text);
    expect(performance.now() - start).toBeLessThan(300);
  });
});

describe('a form that stands by itself', () => {
  it('has its year below its title and its office behind 填报单位', () => {
    expect(identityOf('政府信息公开情况统计表', '（2015年度）', '填报单位（盖章）：新郑市统计局')).toMatchObject({ year: 2015, issuer: '新郑市统计局', issuerId: '410184-统计局', divisionCode: '410184' });
    expect(identityOf('政府信息公开情况统计表（2016年）', '填报机关：淮安市洪泽区人民政府（公章）　填报日期：2017年1月3日')).toMatchObject({ year: 2016, issuer: '淮安市洪泽区人民政府', issuerId: '320813' });
  });

  it('has no year where two are printed, and never that of the date', () => {
    expect(identityOf('政府信息公开情况统计表（2015年、2016年）', '填报日期：2017年1月3日').year).toBeNull();
    expect(identityOf('政府信息公开情况统计表', '填报日期：2017年1月3日').year).toBeNull();
  });

  it('says nothing against the title of its report', () => {
    const read = identityOf('淮安市洪泽区财政局2016年政府信息公开工作年度报告', '政府信息公开情况统计表', '（2016年度）', '填报单位（盖章）：洪泽区财政局');
    expect(read).toMatchObject({ year: 2016, issuer: '淮安市洪泽区财政局' });
  });
});
