import { identify } from '../../../src/interpret/identity/identify.js';
import { defaultPipelineFolder, loadPipeline } from '../../../src/pipeline/load-pipeline.js';
import { heldOutTitles, knownTitles, type TitleTruth } from './titles.js';

const { gazetteer, identity: words } = await loadPipeline(defaultPipelineFolder());

describe.each<[string, readonly TitleTruth[]]>([['that the words were made with', knownTitles], ['that were held out', heldOutTitles]])('titles %s', (_, titles) => {
  it.each(titles)('tell who and when: $title, $lines', ({ title, lines, kind, year, code }) => {
    const { identity } = identify([title, ...lines].map((text) => ({ text, page: 1, size: 0 })), gazetteer, words);
    expect({ kind: identity.issuerKind, year: identity.year, code: identity.divisionCode }).toEqual({ kind, year, code });
    expect(identity.issuer).not.toBe('');
  });

  it('have an issuer id each, and one without a code where the code is not known', () => {
    for (const { title, lines, code } of titles) {
      const { identity } = identify([title, ...lines].map((text) => ({ text, page: 1, size: 0 })), gazetteer, words);
      expect([title, identity.issuerId.startsWith(code)]).toEqual([title, true]);
      expect([title, code !== '' || !/^\d/.test(identity.issuerId)]).toEqual([title, true]);
    }
  });
});

describe('an issuer over spellings', () => {
  const idOf = (issuer: string): string => identify([{ text: `${issuer}2019年政府信息公开工作年度报告`, page: 1, size: 0 }], gazetteer, words).identity.issuerId;

  it.each([
    ['a county', ['莆田市荔城区', '莆田市荔城区人民政府', '荔城区人民政府', '荔城区政府', '福建省莆田市荔城区人民政府'], '350304'],
    ['its committee and government', ['荔城区委区政府', '荔城区委、区政府'], '350304'],
    ['a town', ['荔城区西天尾镇', '莆田市荔城区西天尾镇人民政府', '西天尾镇政府', '西天尾镇党委政府'], '350304100'],
    ['a subdistrict', ['荔城区镇海街道', '荔城区人民政府镇海街道办事处', '莆田市荔城区镇海街道办', '荔城区镇海街道党工委办事处'], '350304001'],
    ['a department', ['荔城区财政局', '莆田市荔城区财政局'], '350304-财政局'],
    ['a department, for short and in full', ['荔城区环保局', '莆田市荔城区环境保护局'], '350304-环境保护局'],
    ['a commission', ['荔城区发改委', '荔城区发展改革委', '荔城区发展和改革委员会'], '350304-发展和改革委员会'],
    ['a commission that no list has', ['荔城区城市更新委', '荔城区城市更新委员会'], '350304-城市更新委员会'],
  ])('is one: %s', (_, spellings, id) => {
    expect(spellings.map((spelling) => [spelling, idOf(spelling)])).toEqual(spellings.map((spelling) => [spelling, id]));
  });

  it('is another where duties were merged, or where a short form leaves open what it stands for', () => {
    expect(idOf('荔城区生态环境局')).not.toBe(idOf('荔城区环境保护局'));
    expect(idOf('荔城区建委')).toBe('350304-建委');
  });
});
