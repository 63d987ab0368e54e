import { disclosure, requests, told } from './told.js';

describe('brackets behind a label', () => {
  it('may hold nothing but its number', () => {
    expect(told(disclosure, '全年公开政府信息120条，公开渠道为政府网站（72条）和政务微信（48条）。')).toEqual(['proactive.disclosed 120条', 'channel.website 72条', 'channel.wechat 48条']);
  });

  it('may hold a remark that changes nothing', () => {
    expect(told(disclosure, '全年公开政府信息120条，其中政府网站（含转发）72条。')).toEqual(['proactive.disclosed 120条', 'channel.website 72条']);
  });

  it('may hold what makes it another number', () => {
    expect(told(requests, '受理政府信息公开申请（含上年结转）9件。', '同意公开（含部分公开）7件。')).toEqual([]);
  });
});
