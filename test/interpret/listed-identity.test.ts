import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { loadGazetteer } from '../../src/interpret/identity/gazetteer.js';
import { identify } from '../../src/interpret/identity/identify.js';
import { parseIdentityWords } from '../../src/interpret/identity/words.js';
import type { ListedAs } from '../../src/model/report.js';

const file = (name: string): string => readFileSync(new URL(`../../pipelines/ogi-annual-report/${name}`, import.meta.url), 'utf8');
const gazetteer = loadGazetteer(file('divisions.csv'), file('former-divisions.csv'));
const words = parseIdentityWords(parse(file('identity.yaml')));

const read = (listed: ListedAs, ...texts: string[]) => {
  const { identity, findings } = identify(texts.map((text) => ({ text, page: 1, size: 0 })), gazetteer, words, { listed });
  return { issuer: identity.issuer, id: identity.issuerId, year: identity.year, told: findings.filter((one) => one.code === 'said-by-list').length };
};

describe('what a list says of a document', () => {
  it('stands in for what the document does not say, and that is told', () => {
    expect(read({ issuer: '淮安市洪泽区人民政府', year: 2024 }, '一、总体情况')).toEqual({ issuer: '淮安市洪泽区人民政府', id: '320813', year: 2024, told: 2 });
  });

  it('may be the title that it gives', () => {
    expect(read({ title: '淮安市洪泽区人民政府2024年政府信息公开工作年度报告' }, '一、总体情况')).toEqual({ issuer: '淮安市洪泽区人民政府', id: '320813', year: 2024, told: 2 });
  });

  it('never stands against the document', () => {
    expect(read({ issuer: '北京市通州区漷县镇', year: 2019 }, '淮安市洪泽区人民政府2024年政府信息公开工作年度报告')).toEqual({ issuer: '淮安市洪泽区人民政府', id: '320813', year: 2024, told: 0 });
  });
});
