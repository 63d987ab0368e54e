import type { ProseLine } from '../../../src/interpret/chapters/paragraphs.js';
import { toldValues } from '../../../src/interpret/narrative/told-values.js';
import { about, figuresIn, lined, proceedings, requests, told, written } from './told.js';

describe('a row of numbers that sum to one that is told', () => {
  it('is of its parts, whatever words stand around them, and whoever the clause goes on from', () => {
    expect(told(requests, '收到政府信息公开申请9件，其中甲乙丙网络申请5件，其他形式3件，甲乙信函1件。')).toEqual(['received.total 9件', 'received.online 5件', 'received.mail 1件']);
    expect(told(requests, '收到政府信息公开申请9件，其中各街道4件，机关5件。当面申请6件，信函申请3件。')).toEqual(['received.total 9件', 'received.in_person 6件', 'received.mail 3件']);
  });

  it('proves nothing where it does not sum, or where one number is as much', () => {
    expect(told(requests, '收到政府信息公开申请9件，其中甲乙丙网络申请5件，甲乙信函1件。').filter((f) => !f.includes('?'))).toEqual(['received.total 9件']);
    expect(told(requests, '收到政府信息公开申请9件，甲乙丙网络申请9件。').filter((f) => !f.includes('?'))).toEqual(['received.total 9件']);
  });

  it('tells the total behind it, where two of the numbers are its parts', () => {
    expect(told(requests, '收到网络申请5件、信函申请2件，合计7件。')).toEqual(expect.arrayContaining(['received.total 7件']));
    expect(told(requests, '收到网络申请5件、信函申请2件，合计8件。').some((f) => f.startsWith('received.total'))).toBe(false);
    expect(told(requests, '咨询5件、信访2件，合计7件。')).toEqual([]);
  });
});

describe('what became of all that was received', () => {
  it('has its number, where the office told it before', () => {
    expect(told(requests, '收到政府信息公开申请9件。申请内容为征地。全部申请均按时办结。')).toEqual(['received.total 9件', 'concluded.total 9件']);
    expect(told(requests, '收到政府信息公开申请9件，其中网络申请5件，信函申请4件，均予以公开。')).toEqual(expect.arrayContaining(['answered.granted 9件']));
    expect(told(requests, '全部申请均按时办结。')).toEqual([]);
  });

  it('is not said of all where the number before it is of a part, nor where what was answered is told', () => {
    expect(told(requests, '收到政府信息公开申请9件，其中网络申请5件，均予以公开。').some((f) => f.startsWith('answered'))).toBe(false);
    expect(told(requests, '收到政府信息公开申请10件，撤回1件，实际办理9件，均在15个工作日内予以答复。').some((f) => f === 'answered.total 10件')).toBe(false);
    expect(told(requests, '收到政府信息公开申请9件，答复8件。全部申请均已答复。')).toEqual(['received.total 9件', 'answered.total 8件']);
  });

  it('is what became of the only one, where its own paragraph says so', () => {
    expect(told(requests, '收到政府信息公开申请1件，经审查决定部分公开。')).toEqual(['received.total 1件', 'answered.partly_granted 1件']);
    expect(told(requests, '收到政府信息公开申请2件，经审查决定部分公开。')).toEqual(['received.total 2件']);
    expect(told(requests, '收到政府信息公开申请1件。', '经审查决定部分公开。')).toEqual(['received.total 1件']);
  });

  it('is told of each kind of case, whatever became of another one', () => {
    expect(told(proceedings, '因政府信息公开被申请行政复议2件，1件撤回；被提起行政诉讼3件，均驳回诉讼请求。')).toEqual(['reconsideration.total 2件', 'litigation.total 3件', 'litigation.upheld 3件']);
  });
});

describe('what a sentence tells', () => {
  it('is the year\'s, not that of the year before or of all years', () => {
    expect(told(requests, '2011年收到政府信息公开申请7件。2012年收到政府信息公开申请9件，历年累计收到政府信息公开申请40件。')).toEqual(['received.total 9件']);
    expect(told(requests, '本年度累计收到政府信息公开申请9件。')).toEqual(['received.total 9件']);
  });

  it('is not of the time that it is compared with', () => {
    expect(told(requests, '2012年收到政府信息公开申请9件，同2011年5至12月的7件相比有所上升。答复8件。')).toEqual(['received.total 9件', 'answered.total 8件']);
  });

  it('goes on from the sentence before where it says so', () => {
    expect(told(requests, '共收到政府信息公开申请9件。2011年情况如下。其中当面申请3件。')).toEqual(['received.total 9件']);
    expect(told(requests, '2011年收到政府信息公开申请7件。其中当面申请3件。')).toEqual([]);
  });

  it('is doubted where it may be of all years, or of a part of the year', () => {
    expect(told(requests, '截至2012年12月31日，我镇共收到政府信息公开申请9件。')).toEqual(['received.total 9件 ? period']);
    expect(told(requests, '截至12月31日，我镇共收到政府信息公开申请9件。')).toEqual(['received.total 9件']);
    expect(told(requests, '上半年收到政府信息公开申请9件。')).toEqual(['received.total 9件 ? period']);
  });

  it('is doubted where the year is told and the report\'s own is not known', () => {
    expect(written(figuresIn(lined(requests, '2012年收到政府信息公开申请9件。'), { ...about, year: null }))).toEqual(['received.total 9件 ? period']);
  });

  it('is the office\'s own: parts of it are left out, another office is doubted', () => {
    expect(told(requests, '朱坝镇收到政府信息公开申请9件。')).toEqual(['received.total 9件']);
    expect(told(requests, '各街道收到政府信息公开申请9件。')).toEqual([]);
    expect(told(requests, '县财政局收到政府信息公开申请9件。')).toEqual(['received.total 9件 ? office,wording']);
  });

  it('is the office\'s own where its name has a character that labels write otherwise, or is told by its end', () => {
    expect(written(figuresIn(lined(requests, '2012年，白石镇收到政府信息公开申请9件。'), { ...about, issuer: '白石镇' }))).toEqual(['received.total 9件']);
    expect(written(figuresIn(lined(requests, '2012年，市政府办公室收到政府信息公开申请9件。'), { ...about, issuer: '甲市人民政府办公室' }))).toEqual(['received.total 9件']);
  });

  it('is as much as its whole where all of that are said to be it, and of one alone without a word for all', () => {
    expect(told(proceedings, '发生政府信息公开行政诉讼案6起，法院均判决驳回原告诉讼请求。')).toEqual(['litigation.total 6起', 'litigation.upheld 6起']);
    expect(told(proceedings, '发生政府信息公开行政诉讼案6起，法院判决驳回原告诉讼请求。')).toEqual(['litigation.total 6起']);
    expect(told(requests, '收到政府信息公开申请1件，系以信函方式提出。')).toEqual(['received.total 1件', 'received.mail 1件']);
  });

  it('is of requests where the answers in its paragraph are named as only those to requests are', () => {
    expect(told('（二）答复情况', '在已经答复的9件申请中，同意公开的6件，信息不存在的3件。')).toEqual(['answered.total 9件', 'answered.granted 6件', 'answered.does_not_exist 3件']);
  });

  it('is doubted where a clause goes on from one that names a part, and told where the clause names the office itself', () => {
    expect(told(requests, '各街道配备了工作人员，收到政府信息公开申请9件。')).toEqual(['received.total 9件 ? office']);
    expect(told(requests, '各街道配备了工作人员，我镇收到政府信息公开申请9件。')).toEqual(['received.total 9件']);
    expect(told(requests, '各街道配备了工作人员；收到政府信息公开申请9件。')).toEqual(['received.total 9件']);
  });

  it('is nothing where it is of the rest', () => {
    expect(told('四、收费情况', '除复印费6元外，其余申请均未收费。').filter((f) => !f.includes('?'))).toEqual([]);
  });

  it('is doubted where its clause has words that nothing explains, before the figure, in it or behind it', () => {
    expect(told(requests, '县广播站职工家属收到政府信息公开申请9件。')).toEqual(['received.total 9件 ? wording']);
    expect(told(requests, '收到甲乙丙丁政府信息公开申请9件。')).toEqual(['received.total 9件 ? wording']);
    expect(told(requests, '收到政府信息公开申请9件属于甲乙丙丁。')).toEqual(['received.total 9件 ? wording']);
    expect(told(requests, '我镇直接收到政府信息公开申请9件。')).toEqual(['received.total 9件 ? wording']);
  });

  it('is doubted where its clause has a word that only another figure knows', () => {
    expect(told(requests, '收到网络政府信息公开申请9件。').filter((f) => f.startsWith('received.total'))).toEqual([]);
    expect(told('二、主动公开政府信息情况', '涉及商业秘密的主动公开政府信息9条。')).toEqual(['proactive.disclosed 9条 ? wording']);
  });

  it('is not of the office where it is what the office decided on as another\'s judge', () => {
    expect(told(proceedings, '县政府作为复议机关，2012年办理政府信息公开行政复议案件18件。').filter((f) => !f.includes('?'))).toEqual([]);
  });

  it('is no whole where requests in writing are told beside those of another way', () => {
    expect(told(requests, '受理书面申请14件、网上申请22件。')).toEqual(['received.online 22件']);
  });

  it('is doubted as that of a whole region where the report is one department\'s', () => {
    const bureau = { ...about, issuer: '甲市财政局' };
    expect(written(figuresIn(lined(requests, '全市共收到政府信息公开申请9件。'), bureau))).toEqual(['received.total 9件 ? office']);
    expect(written(figuresIn(lined(requests, '全局共收到政府信息公开申请9件。'), bureau))).toEqual(['received.total 9件']);
  });

  it('is no 0 of the year where it is of a part of it, of one kind, or of what follows from it', () => {
    const vouched = (heading: string, sentence: string): string[] => told(heading, sentence).filter((f) => !f.includes('?'));
    expect(vouched(requests, '12月份没有收到政府信息公开申请。')).toEqual([]);
    expect(vouched(requests, '截至2012年6月30日，没有收到政府信息公开申请。')).toEqual([]);
    expect(vouched(requests, '截至2012年12月31日，没有收到政府信息公开申请。')).toEqual(['received.total 0']);
    expect(vouched('四、收费情况', '依申请公开未收取邮寄费，收取复印费12元。')).toEqual([]);
    expect(vouched(proceedings, '没有发生因行政复议、行政诉讼产生的赔偿。')).toEqual([]);
    expect(vouched(proceedings, '没有发生行政复议、行政诉讼案件。')).toEqual(['reconsideration.total 0', 'litigation.total 0']);
  });

  it('is not of what is carried over, nor of documents by who may see them', () => {
    expect(told(requests, '2012年新收到申请24件，加上2011年结转的2件，答复25件，结转2013年1件。其中同意公开20件。')).toEqual(['received.total 24件', 'answered.total 25件', 'answered.granted 20件']);
    expect(told('二、主动公开政府信息情况', '产生政府信息173条，其中主动公开168条，依申请公开3条，不予公开2条。').filter((f) => !f.includes('?'))).toEqual([]);
  });

  it('may be told in one clause with others that have their own numbers', () => {
    expect(told(requests, '对收到的申请，同意公开27件、部分公开3件、不予公开2件。')).toEqual(['answered.granted 27件', 'answered.partly_granted 3件', 'answered.denied 2件']);
    expect(told(requests, '甲乙丙丁同意公开27件、部分公开3件。')).toEqual(['answered.granted 27件 ? wording', 'answered.partly_granted 3件 ? wording']);
  });

  it('is doubted as one of a list by offices, and not where it is all of them or they are told to be parts of it', () => {
    const disclosed = (sentence: string): string[] => told('二、主动公开政府信息情况', sentence).filter((f) => f.startsWith('proactive'));
    expect(disclosed('区政府主动公开政府信息32条，所属部门主动公开110条。')).toEqual(['proactive.disclosed 32条 ? office']);
    expect(disclosed('区政府主动公开政府信息32条，其中所属部门主动公开11条。')).toEqual(['proactive.disclosed 32条']);
    expect(disclosed('全区主动公开政府信息142条，所属部门主动公开110条。')).toEqual(['proactive.disclosed 142条']);
  });

  it('is doubted in a sentence that goes on from one that tells the figures of a part, or stands under a heading that names one', () => {
    expect(told(requests, '各街道收到政府信息公开申请17件。当面申请3件。')).toEqual(['received.in_person 3件 ? office']);
    expect(told(requests, '（二）各县（区）情况', '收到政府信息公开申请17件。')).toEqual(['received.total 17件 ? office']);
  });

  it('is doubted where what stands before says whose the next figures are, up to a word that names the office itself', () => {
    expect(told(requests, '以市规划局为例。2012年收到政府信息公开申请98件。')).toEqual(['received.total 98件 ? office']);
    expect(told(requests, '（三）乡镇、街道受理情况。共收到政府信息公开申请23件。')).toEqual(['received.total 23件 ? office']);
    expect(told(requests, '国土部门收到政府信息公开申请23件；同意公开15件。我镇同意公开4件。')).toEqual(['answered.granted 4件']);
    expect(told(requests, '各部门认真受理申请。共收到政府信息公开申请23件。')).toEqual(['received.total 23件']);
  });

  it('is doubted as a part of a part', () => {
    expect(told(requests, '收到政府信息公开申请23件，其中8件申请为同一人提出，其中同意公开3件。')).toEqual(['received.total 23件', 'answered.granted 3件 ? part']);
  });

  it('is doubted in a sentence that goes on from another year without a word on its own', () => {
    expect(told(requests, '2011年收到政府信息公开申请7件。当面申请3件。')).toEqual(['received.in_person 3件 ? period']);
    expect(told(requests, '2011年收到政府信息公开申请7件。今年当面申请3件。')).toEqual(['received.in_person 3件']);
  });

  it('is the year\'s where the number of all years follows it', () => {
    expect(told(requests, '受理政府信息公开申请2件，历年累计6件。其中当面申请0件，历年累计4件；网上申请2件，历年累计2件。')).toEqual(['received.total 2件', 'received.in_person 0件', 'received.online 2件']);
    expect(told(requests, '2012年，我镇累计收到政府信息公开申请9件。')).toEqual(['received.total 9件']);
    expect(told(requests, '2012年，我镇历年累计收到政府信息公开申请9件。')).toEqual([]);
  });

  it('is the year\'s where the days of all of it are told', () => {
    expect(told(requests, '自2012年1月1日起至2012年12月31日止，收到政府信息公开申请9件。')).toEqual(['received.total 9件']);
    expect(told(requests, '自2011年1月1日起至2011年12月31日止，收到政府信息公开申请9件。')).toEqual([]);
    expect(told(requests, '自2008年5月1日起至2012年12月31日止，收到政府信息公开申请9件。')).toEqual(['received.total 9件 ? period']);
  });

  it('is doubted together with its parts where they are more than it', () => {
    expect(told(requests, '收到政府信息公开申请9件。', '当面申请8件，网上申请2件。')).toEqual(['received.total 9件 ? sum', 'received.in_person 8件 ? sum', 'received.online 2件 ? sum']);
    expect(told(requests, '收到政府信息公开申请9件。', '当面申请6件，网上申请2件。')).toEqual(['received.total 9件', 'received.in_person 6件', 'received.online 2件']);
    expect(told(requests, '没有收到书面申请，只有1件网上申请。')).toEqual(['received.total 0 ? sum', 'received.online 1件 ? sum']);
  });

  it('is vouched for in spite of a word that nothing explains where its paragraph sums to a whole that nothing is doubtful about', () => {
    expect(told(requests, '收到政府信息公开申请9件。甲乙丙丁当面申请6件，网上申请3件。')).toEqual(['received.total 9件', 'received.in_person 6件', 'received.online 3件']);
    expect(told(requests, '收到政府信息公开申请9件。甲乙丙丁当面申请6件，网上申请2件。')).toEqual(['received.total 9件', 'received.in_person 6件 ? wording', 'received.online 2件']);
  });

  it('is doubted where a sentence of its paragraph that is not wholly understood tells another number', () => {
    expect(told(requests, '收到政府信息公开申请9件。甲乙丙丁收到政府信息公开申请5件。')).toEqual(['received.total 9件 ? contradicted']);
  });

  it('is doubted where its sentence comes to the subject in a part of it', () => {
    expect(told(proceedings, '全年行政诉讼案件26件，其中因政府信息公开引发的3件。')).toEqual(['litigation.total 26件 ? part']);
    expect(told(proceedings, '因政府信息公开引发的行政诉讼案件26件，其中维持3件。')).toEqual(['litigation.total 26件', 'litigation.upheld 3件']);
  });

  it('is nothing where the sentence goes on to say that it was of something else', () => {
    expect(told(proceedings, '行政复议3件，均与政府信息公开无关。')).toEqual([]);
    expect(told(requests, '收到网上申请8件，均为咨询，不属于政府信息公开申请。')).toEqual([]);
  });

  it('is answered where the number that all were answered of is the one of what was received', () => {
    expect(told(requests, '收到政府信息公开申请9件，均已答复。')).toEqual(['received.total 9件', 'answered.total 9件']);
    expect(told(requests, '收到线上申请3件、线下申请1件，均已答复。').filter((t) => t.startsWith('answered'))).toEqual([]);
  });

  it('stands behind its own label where labels and numbers are listed apart', () => {
    expect(told(requests, '当面、网络、信函申请分别为2件、9件和5件。')).toEqual(['received.in_person 2件', 'received.online 9件', 'received.mail 5件']);
    expect(told(requests, '同意公开、不予公开答复的分别有12件和1件。')).toEqual(['answered.granted 12件', 'answered.denied 1件']);
  });

  it('is nothing where labels and numbers that are listed apart are not as many, or the labels say who did it', () => {
    expect(told(requests, '当面、网络、信函申请分别为2件、9件。')).toEqual([]);
    expect(told(requests, '当面、网络、信函申请各为2件、9件。')).toEqual([]);
    expect(told(requests, '县政府、县财政局分别收到政府信息公开申请2件、9件。')).toEqual([]);
  });

  it('is all of a number where the next clause says so of it', () => {
    expect(told(requests, '收到政府信息公开申请9件，均为网上申请。')).toEqual(['received.total 9件', 'received.online 9件']);
    expect(told(requests, '收到信函申请3件，网上申请6件，均同意公开。').filter((t) => t.startsWith('answered'))).toEqual([]);
  });

  it('is that of two labels together, and doubted but for a 0', () => {
    expect(told(requests, '共答复9件，其中同意公开和部分公开7件。').filter((t) => /granted/.test(t))).toEqual(['answered.granted 7件 ? part', 'answered.partly_granted 7件 ? part']);
    expect(told(requests, '共答复9件，其中部分公开和不予公开0件。')).toEqual(['answered.total 9件', 'answered.partly_granted 0件', 'answered.denied 0件']);
  });

  it('stands before its label or behind it', () => {
    expect(told(requests, '共答复9件，其中6件不属于本机关公开范围，2件已告知补正，1件信息不存在。')).toEqual(['answered.total 9件', 'answered.not_this_agency 6件', 'answered.does_not_exist 1件', 'answered.told_to_amend 2件']);
  });

  it('is doubted behind another matter that the sentence came to, and told where it comes back', () => {
    expect(told(requests, '受理咨询20件，其中网上申请12件，办结18件。')).toEqual(['received.online 12件 ? part', 'concluded.total 18件 ? part']);
    expect(told(requests, '受理咨询20件；收到政府信息公开申请9件，办结8件。')).toEqual(['received.total 9件', 'concluded.total 8件']);
  });

  it('is not of another office where the rest of a number, or a third party, is spoken of', () => {
    expect(told(requests, '收到政府信息公开申请9件，办结8件；其余1件结转下年度。其中同意公开7件，其余1件信息不存在。')).toEqual(['received.total 9件', 'concluded.total 8件', 'answered.granted 7件', 'answered.does_not_exist 1件']);
    expect(told(requests, '收到政府信息公开申请9件，1件因涉及第三方权益正在办理。')).toEqual(['received.total 9件']);
  });

  it('is the whole office\'s where both the governments below it and its own departments are named', () => {
    expect(told(requests, '各县（市）区政府、市政府各部门共收到政府信息公开申请31件。当面申请19件。')).toEqual(['received.total 31件', 'received.in_person 19件']);
  });

  it('is no number of all where a channel was named before it', () => {
    expect(told('二、主动公开政府信息情况', '县政府公报出刊4期，公开政府信息52条。').filter((t) => t.startsWith('proactive') && !t.includes('?'))).toEqual([]);
  });

  it('is what a change came to, and not what it came from', () => {
    expect(told(requests, '收到政府信息公开申请的数量由2011年的22件减少到14件。')).toEqual(['received.total 14件']);
  });

  it('is of what a heading before it in its paragraph names', () => {
    expect(told('二、主动公开政府信息情况', '（一）主动公开政府信息的数量。2012年共66条。')).toEqual(['proactive.disclosed 66条']);
  });

  it('is told by channels, by the name of an account as well', () => {
    expect(told('二、主动公开政府信息情况', '主动公开政府信息66条，其中政府网站40条、朱坝发布微信公众号公开26条。')).toEqual(['proactive.disclosed 66条', 'channel.website 40条', 'channel.wechat 26条']);
  });

  it('is 0 for all the ways that are named together', () => {
    expect(told(requests, '当面申请、传真申请、信函申请数均为0。')).toEqual(['received.in_person 0', 'received.fax 0', 'received.mail 0']);
  });

  it('is of one kind where the clause before says so', () => {
    expect(told('二、主动公开政府信息情况', '食品安全方面，全年主动公开政府信息9条。')).toEqual(['proactive.disclosed 9条 ? part']);
  });

  it('stands behind its own label where the labels are listed in the clause before', () => {
    expect(told(requests, '收到申请9件，申请人通过网络、信函、当面三种方式提出申请，分别为4件、3件和2件。')).toEqual(['received.total 9件', 'received.in_person 2件', 'received.online 4件', 'received.mail 3件']);
  });

  it('may have its reason before it, where no other is told with another one', () => {
    const denied = (sentence: string): string[] => told(requests, sentence).filter((t) => t.startsWith('answered.denied '));
    expect(denied('同意公开8件，因涉及商业秘密不予公开1件。')).toEqual(['answered.denied 1件']);
    expect(denied('因涉及国家秘密不予公开1件，因涉及商业秘密不予公开1件。')).toEqual(['answered.denied 1件 ? wording,sum']);
  });

  it('is doubted where it is of some months, and not where these are all', () => {
    expect(told(requests, '1-6月收到政府信息公开申请9件。')).toEqual(['received.total 9件 ? period']);
    expect(told(requests, '1-12月收到政府信息公开申请9件。')).toEqual(['received.total 9件']);
  });

  it('is the whole, where parts of it are told behind 其中', () => {
    expect(told('二、主动公开政府信息情况', '全年主动公开政府信息共24888条。其中，县政府主动公开政府信息426条。')).toEqual(['proactive.disclosed 24888条']);
  });

  it('is doubted where two sentences differ, and not where one of them rounds', () => {
    expect(told(requests, '共收到政府信息公开申请9件。', '2012年受理政府信息公开申请8件。')).toEqual(['received.total 9件 ? contradicted']);
    expect(told('二、主动公开政府信息情况', '全年主动公开政府信息19974条。', '主动公开政府信息2.0万条。')).toEqual(['proactive.disclosed 19974条']);
  });

  it('is 0 where there was none, and nothing where there is no word on it', () => {
    expect(told(requests, '本机关未收到政府信息公开申请。')).toEqual(['received.total 0']);
    expect(told(requests, '我镇认真做好依申请公开工作。')).toEqual([]);
    expect(told(proceedings, '未发生因政府信息公开申请行政复议、提起行政诉讼的情况。')).toEqual(['reconsideration.total 0', 'litigation.total 0']);
  });

  it('is 0 for all that a heading names, where the text below is 无', () => {
    expect(told('五、复议、诉讼情况', '无。')).toEqual(['reconsideration.total 0', 'litigation.total 0']);
  });

  it('is 0 of its year for all that a heading names, where the text below says so of the office', () => {
    expect(told('五、复议、诉讼情况', '我镇2012年度无此类情况。')).toEqual(['reconsideration.total 0', 'litigation.total 0']);
    expect(told('五、因政府信息公开申请行政复议、提起行政诉讼的情况', '我镇2012年度无申请。')).toEqual(['reconsideration.total 0', 'litigation.total 0']);
    expect(told('三、依申请公开政府信息和不予公开政府信息情况', '2012年，我镇无申请。')).toEqual(['received.total 0']);
    expect(told('三、依申请公开政府信息情况', '我镇2011年度无申请。')).toEqual([]);
  });

  it('is no number of both where two labels share it', () => {
    expect(told(proceedings, '行政复议、行政诉讼2件。')).toEqual(['reconsideration.total 2件 ? part', 'litigation.total 2件 ? part']);
    expect(told(proceedings, '行政复议、行政诉讼均为0件。').sort()).toEqual(['litigation.total 0件', 'reconsideration.total 0件']);
  });

  it('is nothing in an example, a title, a rule, a plan', () => {
    expect(told(requests, '如收到政府信息公开申请1件的，应当答复。', '根据《关于办理10件申请的通知》。', '下一步计划答复申请5件。')).toEqual([]);
    expect(told('五、存在的主要问题及改进措施', '共收到政府信息公开申请9件。')).toEqual([]);
  });

  it('is doubted where it was read from a picture', () => {
    expect(written(figuresIn(lined(requests, '共收到政府信息公开申请9件。'), { ...about, scanned: new Set([1]) }))).toEqual(['received.total 9件 ? scan']);
  });
});

describe('a told figure', () => {
  it('has its sentence, and the lines that it stands on', () => {
    const line = (text: string, y: number): ProseLine => ({ text, page: 2, size: 10, box: { x0: 50, x1: 300, y0: y, y1: y + 10 } });
    const { values: [value] } = toldValues(figuresIn([{ ...line(requests, 80), box: { x0: 50, x1: 200, y0: 80, y1: 90 } }, line('我镇做好公开工作。2012年共收到政府信息公开申请1', 100), line('2件。', 115)]), 'text', 0.9);
    expect(value).toMatchObject({ table: 'statistics', row: 'received.total', column: 'value', value: '12', unit: '件', status: 'read', raw: '2012年共收到政府信息公开申请12件。', label: '收到政府信息公开申请', confidence: 0.9, place: { page: 2, box: { y0: 100, y1: 125 } } });
  });

  it('stands on its line where there are no pages', () => {
    const { values: [value] } = toldValues(figuresIn(lined(requests, '第一段。', '共收到政府信息公开申请9件。')), 'html', 0.9);
    expect(value?.place).toMatchObject({ line: 3 });
  });

  it('says why it is not vouched for', () => {
    const { values: [value], findings } = toldValues(figuresIn(lined(requests, '共收到政府信息公开申请约9件。')), 'html', 0.9);
    expect(value?.status).toBe('suspect');
    expect(findings).toMatchObject([{ code: 'told-unsurely', place: 'statistics/received.total/value' }]);
  });
});
