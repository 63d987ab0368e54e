import { numberFinder } from '../../../src/interpret/narrative/told-numbers.js';
import { plainText } from '../../../src/interpret/narrative/plain-text.js';
import { defaultPipelineFolder, loadPipeline } from '../../../src/pipeline/load-pipeline.js';

const { narrative } = await loadPipeline(defaultPipelineFolder());
const find = numberFinder(narrative.source.numbers);
const told = (text: string): string[] => find(plainText(text, {}).text).map(({ value, unit, isApproximate }) => `${value} ${unit}${isApproximate ? ' or so' : ''}`);

describe('the numbers of a sentence', () => {
  it.each([
    ['申请23件', '23 件'],
    ['申请２３件', '23 件'],
    ['申请 2 3 件', '23 件'],
    ['申请1,234件', '1234 件'],
    ['申请1，234件', '1234 件'],
    ['申请一百零五件', '105 件'],
    ['申请两件', '2 件'],
    ['信息1.2万条', '1.2 万条'],
    ['经费12.5万元', '12.5 万元'],
    ['培训三万二千人次', '32000 人次'],
    ['信息数（条）：2140；', '2140 条'],
    ['信息约90条', '90 条 or so'],
    ['信息90余条', '90 条 or so'],
    ['信息1.2万余条', '1.2 万条 or so'],
    ['信息二十余条', '20 条 or so'],
    ['信息十几条', '10 条 or so'],
    ['信息90条左右', '90 条 or so'],
    ['信息不少于5条', '5 条 or so'],
  ])('%s is %s', (text, number) => {
    expect(told(text)).toEqual([number]);
  });

  it.each(['《条例》第二十条', '第3次', '几十件', '数百条', '3-5件', '三至五件', '3件至5件', '三五件', '占58.3%', '2012年3月5日', '1万2千条', '电话2293293', '0594件'])('%s has none that is sure', (text) => {
    expect(told(text)).toEqual([]);
  });

  it('are not made longer by the mark of a note or of a list', () => {
    expect(told('②3件')).toEqual(['3 件']);
  });
});
