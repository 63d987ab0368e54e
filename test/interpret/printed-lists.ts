/** A row of a 统计表 as the official form prints it; headings have no id. Written out here, and not taken from the forms, so that tests can fail. */
export interface PrintedRow {
  readonly id: string | null;
  readonly label: string;
  readonly unit: string;
}

const rows = (text: string): PrintedRow[] =>
  text.trim().split('\n').map((line) => {
    const [label = '', id = '', unit = ''] = line.trim().split('|');
    return { label, id: id === '' ? null : id, unit };
  });

/** 国办发〔2014〕32号. */
export const nationalRows: readonly PrintedRow[] = rows(`
一、主动公开情况
（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）|proactive.disclosed|条
其中：主动公开规范性文件数|proactive.normative_disclosed|条
制发规范性文件总数|proactive.normative_issued|件
（二）通过不同渠道和方式公开政府信息的情况
1.政府公报公开政府信息数|channel.gazette|条
2.政府网站公开政府信息数|channel.website|条
3.政务微博公开政府信息数|channel.weibo|条
4.政务微信公开政府信息数|channel.wechat|条
5.其他方式公开政府信息数|channel.other|条
二、回应解读情况
（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）|response.topics|次
（二）通过不同渠道和方式回应解读的情况
1.参加或举办新闻发布会总次数|response.press_conferences|次
其中：主要负责同志参加新闻发布会次数|response.press_conferences_by_head|次
2.政府网站在线访谈次数|response.online_interviews|次
其中：主要负责同志参加政府网站在线访谈次数|response.online_interviews_by_head|次
3.政策解读稿件发布数|response.policy_explanations|篇
4.微博微信回应事件数|response.weibo_wechat|次
5.其他方式回应事件数|response.other|次
三、依申请公开情况
（一）收到申请数|received.total|件
1.当面申请数|received.in_person|件
2.传真申请数|received.fax|件
3.网络申请数|received.online|件
4.信函申请数|received.mail|件
（二）申请办结数|concluded.total|件
1.按时办结数|concluded.on_time|件
2.延期办结数|concluded.extended|件
（三）申请答复数|answered.total|件
1.属于已主动公开范围数|answered.already_public|件
2.同意公开答复数|answered.granted|件
3.同意部分公开答复数|answered.partly_granted|件
4.不同意公开答复数|answered.denied|件
其中：涉及国家秘密|answered.denied.state_secret|件
涉及商业秘密|answered.denied.trade_secret|件
涉及个人隐私|answered.denied.privacy|件
危及国家安全、公共安全、经济安全和社会稳定|answered.denied.security_and_stability|件
不是《条例》所指政府信息|answered.denied.not_government_information|件
法律法规规定的其他情形|answered.denied.other_law|件
5.不属于本行政机关公开数|answered.not_this_agency|件
6.申请信息不存在数|answered.does_not_exist|件
7.告知作出更改补充数|answered.told_to_amend|件
8.告知通过其他途径办理数|answered.told_other_route|件
四、行政复议数量|reconsideration.total|件
（一）维持具体行政行为数|reconsideration.upheld|件
（二）被依法纠错数|reconsideration.corrected|件
（三）其他情形数|reconsideration.other|件
五、行政诉讼数量|litigation.total|件
（一）维持具体行政行为或者驳回原告诉讼请求数|litigation.upheld|件
（二）被依法纠错数|litigation.corrected|件
（三）其他情形数|litigation.other|件
六、举报投诉数量|complaints.total|件
七、依申请公开信息收取的费用|fees.charged|万元
八、机构建设和保障经费情况
（一）政府信息公开工作专门机构数|capacity.offices|个
（二）设置政府信息公开查阅点数|capacity.reading_points|个
（三）从事政府信息公开工作人员数|capacity.staff|人
1.专职人员数（不包括政府公报及政府网站工作人员数）|capacity.staff_full_time|人
2.兼职人员数|capacity.staff_part_time|人
（四）政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费）|capacity.budget|万元
九、政府信息公开会议和培训情况
（一）召开政府信息公开工作会议或专题会议数|training.meetings|次
（二）举办各类培训班数|training.courses|次
（三）接受培训人员数|training.trainees|人次
`);

/** The 附表 of Fujian for 2018. */
export const fujianRows: readonly PrintedRow[] = rows(`
主动公开文件数|proactive.disclosed|条
其中：1.政府网站公开数|channel.website|条
2.政府公报公开数|channel.gazette|条
受理政府信息公开申请总数|received.total|条
其中：1.当面申请数|received.in_person|条
2.网络申请数|received.online|条
3.信函、传真申请数|received.mail_or_fax|条
对申请的答复总数|answered.total|条
其中：1.同意公开答复数|answered.granted|条
2.同意部分公开答复数|answered.partly_granted|条
3.不予公开答复数|answered.denied|条
4.其他类型答复数|answered.other|条
行政复议数|reconsideration.total|件
行政诉讼数|litigation.total|件
接受行政申诉、举报数|complaints.total|件
`);
