import { requests, told } from './told.js';

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
