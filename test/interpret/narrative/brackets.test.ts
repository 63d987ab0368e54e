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

  it('may hold its share, which may stand without them, too', () => {
    expect(told(requests, '受理政府信息公开申请9件，其中网络申请占66.7%，为6件；当面申请（占33.3%）3件。')).toEqual(['received.total 9件', 'received.in_person 3件', 'received.online 6件']);
  });

  it('is told once where 其中 slipped in twice', () => {
    expect(told(requests, '受理政府信息公开申请9件，其中，其中当面申请6件，网络申请3件。')).toEqual(['received.total 9件', 'received.in_person 6件', 'received.online 3件']);
  });
});
