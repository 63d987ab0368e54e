// The printed labels of the three tables of the forms of 2019 and 2021 with their ids, written out by hand from the
// contract of the dataset. Nothing here is read from the program: what a test holds true must not come from it.

export type FormYear = '2019' | '2021';
export interface Named { readonly id: string; readonly label: string }
export interface Clause { readonly id: string; readonly label: string; readonly items: readonly Named[]; readonly measures: readonly Named[] }
export interface ItemGroup { readonly label: string; readonly items: readonly Named[] }

const named = (id: string, label: string): Named => ({ id, label });

export const applicants: readonly Named[] = [
  named('natural_person', '自然人'), named('commercial_enterprise', '商业企业'), named('research_institution', '科研机构'),
  named('public_interest_organization', '社会公益组织'), named('legal_services_organization', '法律服务机构'),
  named('other_organization', '其他'), named('total', '总计'),
];

export const requestsCorner = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）';
export const newRequests = named('new', '一、本年新收政府信息公开申请数量');
export const carriedIn = named('carried_in', '二、上年结转政府信息公开申请数量');
export const resultsLabel = '三、本年度办理结果';
export const granted = named('granted', '（一）予以公开');
export const partlyGranted = named('partly_granted', '（二）部分公开（区分处理的，只计这一情形，不计其他情形）');
export const processedTotal = named('processed_total', '（七）总计');
export const carriedOut = named('carried_out', '四、结转下年度继续办理');
export const otherInOneRow = named('other', '（六）其他处理');

export const resultGroups: readonly ItemGroup[] = [
  {
    label: '（三）不予公开', items: [
      named('denied.state_secret', '1.属于国家秘密'), named('denied.prohibited_by_law', '2.其他法律行政法规禁止公开'),
      named('denied.security_and_stability', '3.危及“三安全一稳定”'), named('denied.third_party_rights', '4.保护第三方合法权益'),
      named('denied.internal_affairs', '5.属于三类内部事务信息'), named('denied.process_information', '6.属于四类过程性信息'),
      named('denied.enforcement_file', '7.属于行政执法案卷'), named('denied.administrative_query', '8.属于行政查询事项'),
    ],
  },
  {
    label: '（四）无法提供', items: [
      named('unavailable.not_held', '1.本机关不掌握相关政府信息'), named('unavailable.must_be_created', '2.没有现成信息需要另行制作'),
      named('unavailable.still_unclear', '3.补正后申请内容仍不明确'),
    ],
  },
  {
    label: '（五）不予处理', items: [
      named('not_processed.petition', '1.信访举报投诉类申请'), named('not_processed.duplicate', '2.重复申请'),
      named('not_processed.publication', '3.要求提供公开出版物'), named('not_processed.excessive', '4.无正当理由大量反复申请'),
      named('not_processed.confirm_or_reissue', '5.要求行政机关确认或重新出具已获取信息'),
    ],
  },
];

export const otherInThreeRows: ItemGroup = {
  label: '（六）其他处理', items: [
    named('other.not_corrected', '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请'),
    named('other.fee_unpaid', '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请'),
    named('other.other', '3.其他'),
  ],
};

/** Every result of chapter three that adds up to its total, in printed order. */
export function resultIds(form: FormYear): string[] {
  const last = form === '2019' ? [otherInOneRow] : otherInThreeRows.items;
  return [granted, partlyGranted, ...resultGroups.flatMap((group) => group.items), ...last].map((item) => item.id);
}

export function requestIds(form: FormYear): string[] {
  return [newRequests.id, carriedIn.id, ...resultIds(form), processedTotal.id, carriedOut.id];
}

export const procedures: readonly Named[] = [
  named('reconsideration', '行政复议'), named('litigation_direct', '未经复议直接起诉'),
  named('litigation_after_reconsideration', '复议后起诉'),
];
export const litigationLabel = '行政诉讼';
export const outcomes: readonly Named[] = [
  named('upheld', '结果维持'), named('corrected', '结果纠正'), named('other', '其他结果'), named('pending', '尚未审结'),
  named('total', '总计'),
];

const changes2019 = [named('items_last_year', '上一年项目数量'), named('items_change', '本年增/减')];
const decisions2019 = [...changes2019, named('decisions', '处理决定数量')];
const decisions2021 = [named('decisions', '本年处理决定数量')];
const enforcement = [named('penalties', '行政处罚'), named('coercion', '行政强制')];
const fees = [named('fees', '行政事业性收费')];

export const otherServices = named('other_services', '其他对外管理服务事项');
export const splitServices: readonly Named[] = [
  named('other_services.inspection', '行政检查'), named('other_services.confirmation', '行政确认'),
];

const clause = (number: string, items: readonly Named[], measures: readonly Named[]): Clause =>
  ({ id: number, label: `第二十条第（${number}）项`, items, measures });

export const clauses: Readonly<Record<FormYear, readonly Clause[]>> = {
  2019: [
    clause('一', [named('regulations', '规章'), named('normative_documents', '规范性文件')],
      [named('made', '本年新制作数量'), named('published', '本年新公开数量'), named('published_total', '对外公开总数量')]),
    clause('五', [named('licensing', '行政许可'), otherServices], decisions2019),
    clause('六', enforcement, decisions2019),
    clause('八', fees, changes2019),
    clause('九', [named('procurement', '政府集中采购')],
      [named('procurement_items', '采购项目数量'), named('procurement_amount', '采购总金额')]),
  ],
  2021: [
    clause('一', [named('regulations', '规章'), named('normative_documents', '行政规范性文件')],
      [named('issued', '本年制发件数'), named('repealed', '本年废止件数'), named('in_force', '现行有效件数')]),
    clause('五', [named('licensing', '行政许可')], decisions2021),
    clause('六', enforcement, decisions2021),
    clause('八', fees, [named('fee_amount', '本年收费金额（单位：万元）')]),
  ],
};
export const contentLabel = '信息内容';
