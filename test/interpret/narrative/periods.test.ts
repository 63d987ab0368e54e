import { disclosure, requests, told } from './told.js';

describe('what is told of the end of the year', () => {
  it('is of the year where it is what became of its requests', () => {
    expect(told(requests, '截至2012年12月31日，除2件尚在办理期限内外，其余7件均已答复。其中，同意公开6件，信息不存在1件。')).toEqual(['answered.total 7件', 'answered.granted 6件', 'answered.does_not_exist 1件']);
  });

  it('may be of many years where it is what came in', () => {
    expect(told(requests, '截至2012年12月31日，共收到政府信息公开申请76件。')).toEqual(['received.total 76件 ? period']);
  });

  it('is of many years where a part of it is of this one', () => {
    expect(told(requests, '截至2012年12月31日，共答复政府信息公开申请76件，其中2012年15件。')).toEqual(['answered.total 76件 ? period']);
  });

  it('is of another year where the date is', () => {
    expect(told(requests, '截至2011年12月31日，其余7件均已答复。')).toEqual([]);
  });
});

describe('what is told since the beginning of the year', () => {
  it('is of the year', () => {
    expect(told(disclosure, '2012年以来我镇主动公开政府信息93条，历年累计461条。')).toEqual(['proactive.disclosed 93条']);
    expect(told(disclosure, '截止今年12月，我镇主动公开政府信息93条。')).toEqual(['proactive.disclosed 93条']);
  });

  it('is of more years where an earlier one began them, and of a part of it where it ends before', () => {
    expect(told(disclosure, '2010年以来我镇主动公开政府信息393条。')).toEqual(['proactive.disclosed 393条 ? period']);
    expect(told(disclosure, '截止今年6月，我镇主动公开政府信息53条。')).toEqual(['proactive.disclosed 53条 ? period']);
  });
});
