import { identify } from '../../../src/interpret/identity/identify.js';
import { defaultPipelineFolder, loadPipeline } from '../../../src/pipeline/load-pipeline.js';

const { gazetteer, identity: words } = await loadPipeline(defaultPipelineFolder());
const read = (issuer: string, ...more: string[]): ReturnType<typeof identify> => identify([`${issuer}2019年政府信息公开工作年度报告`, ...more].map((text) => ({ text, page: 1, size: 0 })), gazetteer, words);

describe('an office that other offices may share its name with', () => {
  it.each([
    ['a district of several cities', '鼓楼区人民政府', 'issuer-ambiguous'],
    ['its bureau', '鼓楼区财政局', 'issuer-ambiguous'],
    ['a district of two cities of the province that is printed', '江苏省鼓楼区', 'issuer-ambiguous'],
    ['a bureau without its county', '财政局', 'issuer-unplaced'],
    ['a town without its county', '某某镇人民政府', 'issuer-unplaced'],
    ['a county that the list does not have', '下河区人民政府', 'issuer-unlisted'],
    ['an office of such a body that names no place', '国家税务总局高新区税务局', 'issuer-unplaced'],
  ])('is told, and why: %s', (_, issuer, code) => {
    const { identity, findings } = read(issuer);
    expect(identity).toMatchObject({ hasNamesakes: true, divisionCode: '' });
    expect(findings.map((f) => f.code)).toEqual([code]);
  });

  it.each([
    ['the city is printed', '徐州市鼓楼区财政局'],
    ['the list does not have it, and its city is printed', '洛阳市吉祥区财政局'],
    ['it is of the whole country', '教育部'],
    ['it is of the whole country, with offices everywhere', '国家税务总局'],
    ['its county is known', '北京市通州区某某镇'],
  ])('is none where %s', (_, issuer) => {
    expect(read(issuer).identity).not.toHaveProperty('hasNamesakes');
  });

  it('is none where the document settles which it is, or names no office', () => {
    expect(read('鼓楼区人民政府', '一、总体情况', '徐州市鼓楼区人民政府', '2020年1月20日').identity).not.toHaveProperty('hasNamesakes');
    expect(read('').identity).not.toHaveProperty('hasNamesakes');
  });
});
