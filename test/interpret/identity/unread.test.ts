import { readFile } from 'node:fs/promises';
import { identify } from '../../../src/interpret/identity/identify.js';
import { modelPaths } from '../../../src/ocr/readers/model-paths.js';
import { defaultPipelineFolder, loadPipeline } from '../../../src/pipeline/load-pipeline.js';

const { gazetteer, identity: words } = await loadPipeline(defaultPipelineFolder());
const title = (issuer: string): string => `${issuer}2019年政府信息公开工作年度报告`;
const read = (issuer: string, scanned: readonly number[] = [1]): ReturnType<typeof identify> => identify([{ text: title(issuer), page: 1, size: 0 }], gazetteer, words, { scanned: new Set(scanned) });
const codes = (issuer: string): string[] => read(issuer).findings.map((f) => f.code);

describe('the name of a town in a scan', () => {
  it.each([
    ['is lost', '北京市通州区县镇', '漷县镇', '110112106'],
    ['is lost, before its seat', '北京市通州区县镇人民政府', '漷县镇', '110112106'],
    ['comes out as another', '北京市通州区郭县镇', '漷县镇', '110112106'],
    ['comes out as its two halves', '浙江省文成县百丈氵祭镇', '百丈漈镇', '330328101'],
  ])('is inferred inside its county where a character that no reader knows %s, and stands as it was read', (_, issuer, town, code) => {
    const { identity, findings } = read(issuer);
    expect(identity).toMatchObject({ title: title(issuer), issuer, issuerId: code, divisionCode: code, town, issuerKind: 'town' });
    expect(findings.map((f) => [f.code, f.place])).toEqual([['issuer-inferred', 'p1']]);
    expect(findings[0]?.message).toContain(`${issuer}; ${town} (${code})`);
  });

  it('is inferred where the signature alone names its county', () => {
    const lines = [title('郭县镇'), '一、总体情况', '北京市通州区郭县镇人民政府', '2020年1月20日'].map((text) => ({ text, page: 1, size: 0 }));
    expect(identify(lines, gazetteer, words, { scanned: new Set([1]) }).identity).toMatchObject({ issuer: '郭县镇', divisionCode: '110112106', town: '漷县镇' });
  });

  it('is inferred from a signature, too', () => {
    const lines = ['政府信息公开工作年度报告', '一、总体情况', '北京市通州区县镇人民政府', '2020年1月20日'].map((text, at) => ({ text, page: at < 2 ? 1 : 2, size: 0 }));
    expect(identify(lines, gazetteer, words, { scanned: new Set([2]) }).identity).toMatchObject({ issuer: '北京市通州区县镇人民政府', divisionCode: '110112106' });
  });

  it.each([
    ['another town of the county comes as near (官桥镇, 笪桥镇)', '广东省化州市桥镇', '440982'],
    ['it may be a town that was abolished, whose name others of the country bear', '河北省滦南县新城镇', '130224'],
    ['every character that is read in the list would have to be lost', '福建省厦门市思明区街道', '350203'],
    ['the character that differs is one that the reader knows', '北京市通州区张家弯镇', '110112'],
  ])('is not inferred where %s: it has the code of the county', (_, issuer, code) => {
    expect(read(issuer).identity.divisionCode).toBe(code);
    expect(codes(issuer)).not.toContain('issuer-inferred');
  });

  it('is said to be in doubt where the county has no such town', () => {
    expect(codes('北京市通州区张家弯镇')).toEqual(['issuer-unread']);
    expect(read('北京市通州区张家弯镇').identity).toMatchObject({ issuerId: '110112-张家弯镇', town: '张家弯镇' });
  });

  it('is taken as it was read where its characters are known', () => {
    expect(read('北京市通州区张家湾镇')).toMatchObject({ identity: { divisionCode: '110112105' }, findings: [] });
  });

  it('is never inferred where its county is not known, nor on a page that was not read from a picture', () => {
    expect(read('鄣县镇').identity.divisionCode).toBe('');
    expect(read('江苏省鄣县镇').identity.town).not.toBe('漷县镇');
    expect(read('北京市通州区鄣县镇', [2])).toMatchObject({ identity: { divisionCode: '110112' }, findings: [] });
  });
});

describe('the name of a county in a scan', () => {
  it.each([
    ['a character that no reader knows is lost', '安徽省宿州市桥区', '341302'],
    ['it comes out as another that it was seen to become, though others come as near (弋江区, 鸠江区)', '安徽省芜湖市湾江区', '340210'],
    ['it comes out as any other', '河南省信阳市师河区', '411502'],
    ['it comes out as no Chinese character', '广西壮族自治区河池市罗城L佬族自治县', '451225'],
    ['seldom seen ones are lost', '云南省迪庆藏族自治州维西族自治县', '533423'],
    ['those of its prefecture are, too', '云南省怒江族自治州福贡县', '533323'],
    ['its province alone is named', '江苏省沐阳县', '321322'],
    ['nothing else is left of its own name', '山西省阳泉市孟县', '140322'],
  ])('is inferred in its surroundings where %s', (_, issuer, code) => {
    expect(read(`${issuer}人民政府`)).toMatchObject({ identity: { issuer: `${issuer}人民政府`, divisionCode: code, issuerId: code }, findings: [{ code: 'issuer-inferred' }] });
    expect(read(`${issuer}财政局`).identity).toMatchObject({ divisionCode: code, issuerId: `${code}-财政局` });
  });

  it('is inferred before that of its town, which was not read either', () => {
    expect(read('安徽省芜湖市湾江区湾淀镇').identity).toMatchObject({ divisionCode: '340210100', county: '湾沚区', town: '湾沚镇', prefecture: '芜湖市' });
  });

  it('is inferred where an address says where it is', () => {
    const lines = [title('沐阳县人民政府'), '联系地址:江苏省宿迁市人民路1号'].map((text) => ({ text, page: 1, size: 0 }));
    expect(identify(lines, gazetteer, words, { scanned: new Set([1]) }).identity).toMatchObject({ issuer: '沐阳县人民政府', divisionCode: '321322', prefecture: '宿迁市' });
    expect(read('沐阳县人民政府').identity.divisionCode).toBe('');
  });

  it('has no code where several may be meant, and the candidates in a finding', () => {
    for (const issuer of ['山西省临汾市县人民政府', '山西省临汾市县财政局', '广东省韶关市江区人民政府']) {
      expect([issuer, read(issuer).identity.divisionCode, codes(issuer)]).toEqual([issuer, '', ['issuer-ambiguous']]);
    }
    expect(read('广东省韶关市江区人民政府').findings[0]?.message).toContain('浈江区 (440204)');
  });

  it('has no code where it is a word of every day, or where no more of it can be told', () => {
    for (const issuer of ['辽宁省营口市市区人民政府', '贵州省铜仁市山区人民政府', '江苏省南京市玄式区人民政府']) expect([issuer, read(issuer).identity.divisionCode]).toEqual([issuer, '']);
  });

  it('has never the code of its prefecture where all but what other names end with is lost', () => {
    for (const issuer of ['福建省三明市县区财政局', '福建省三明市县区人民政府', '江西省赣州市县区教育局']) expect([issuer, read(issuer).identity.divisionCode]).not.toEqual([issuer, expect.stringMatching(/00$/)]);
  });

  it('is never inferred on a page that was not read from a picture', () => {
    expect(read('安徽省宿州市桥区人民政府', [2]).identity.divisionCode).toBe('');
  });
});

const asRead = await readFile(new URL('names-as-read.csv', import.meta.url), 'utf8');

describe('names as the reader of scans read them in four prints', () => {
  const rows = asRead.trim().split('\n').slice(1).map((line) => line.split(','));
  const told = rows.map(([code = '', , name = '']) => ({ code, name, found: read(name + (code.length === 6 ? '人民政府' : '')).identity.divisionCode }));
  const areas = told.filter(({ code }) => code.length === 6);
  const towns = told.filter(({ code }) => code.length === 9);

  it('are those of the divisions that were printed, or have no code; towns, that of what they lie in', () => {
    expect(areas.filter(({ code, found }) => found !== code && found !== '')).toEqual([]);
    expect(towns.filter(({ code, found }) => found !== code && found !== '' && !code.startsWith(found.replace(/0+$/, '')))).toEqual([]);
  });

  it('are inferred, most of them', () => {
    const right = (some: typeof told): number => some.filter(({ code, found }) => found === code).length / some.length;
    expect(areas.length).toBeGreaterThan(50);
    expect(towns.length).toBeGreaterThan(500);
    expect(right(areas)).toBeGreaterThan(0.8);
    expect(right(towns)).toBeGreaterThan(0.7);
  });
});

describe('the characters that the reader of scans does not know', () => {
  it('are those of names of divisions that its dictionary lacks', async () => {
    const known = new Set((await readFile(modelPaths().dictionary, 'utf8')).split(/\r?\n/));
    const provinces = Array.from({ length: 90 }, (_, at) => gazetteer.withCode(`${String(at + 10)}0000`)).flatMap((province) => province ?? []);
    const towns = provinces.flatMap((province) => gazetteer.townsIn(province));
    const areas = provinces.flatMap((province) => gazetteer.areasIn(province)).filter(({ until }) => until === undefined);
    const missing = new Set([...areas, ...towns].flatMap(({ name }) => Array.from(name)).filter((character) => !known.has(character)));
    expect(towns.length).toBeGreaterThan(40000);
    expect([...missing].sort().join('')).toBe(words.divisions.unreadable);
  });
});
