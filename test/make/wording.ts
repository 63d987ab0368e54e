// How an office writes the labels of the form: brackets, numbering, spaces, slips of the pen, explanations.

/** How a label is written. */
export type Word = (label: string) => string;

export interface Wording {
  readonly brackets?: 'full' | 'half';
  /** What stands for `1.` before a detail. */
  readonly ordinal?: '1.' | '1. ' | '1．' | '1、' | '１．' | '①' | '1 .';
  readonly spaced?: boolean;
  readonly slips?: boolean;
  readonly sum?: '总计' | '合计';
  /** With explanations in brackets; thoroughly: with digits and the names of other rows, in many rows. */
  readonly explained?: boolean | 'thoroughly';
  /** Without any number before a label. */
  readonly unnumbered?: boolean;
  /** Each row in the habit of another office. */
  readonly mixed?: boolean;
  readonly traditional?: boolean;
  /** 采购总金额（万元） */
  readonly amountUnit?: boolean;
}

const slips: readonly (readonly [string, string])[] = [
  ['其他法律行政法规禁止公开', '其他法律行政止公开'], ['勾稽', '钩稽'], ['危及“三安全一稳定”', '危及"三安全一稳定"'],
];

const explanations: readonly (readonly [string, string])[] = [
  ['本年增/减', '本年增/减（减用负值表示，如 -8）'], ['二、上年结转政府信息公开申请数量', '二、上年结转政府信息公开申请数量（2 个以上机关共同办理的只计 1 件）'],
  ['（六）其他处理', '（六）其他处理（不含第 1 至 5 项，即不含（五）不予处理）'], ['（七）总计', '（七）总计（（一）至（六）项之和）'],
];

const thorough: readonly (readonly [string, string])[] = [
  ...explanations.filter(([label]) => label !== '（六）其他处理'), ['（一）予以公开', '（一）予以公开（含当场答复 2 件，不含（二）部分公开）'], ['1.属于国家秘密', '1.属于国家秘密（不含 4.保护第三方合法权益）'],
  ['1.本机关不掌握相关政府信息', '1.本机关不掌握相关政府信息（含 2020 年以前的）'], ['2.重复申请', '2.重复申请（3 次以上的计入 4.无正当理由大量反复申请）'],
  ['3.补正后申请内容仍不明确', '3.补正后申请内容仍不明确（补正以 1 次为限）'], ['四、结转下年度继续办理', '四、结转下年度继续办理（=一+二-三（七））'], ['（六）其他处理', '（六）其他处理（不含（五）不予处理中的 1 至 5 项）'],
  ['行政许可', '行政许可（含第 2 类）'], ['规章', '规章（不含规范性文件）'], ['行政处罚', '行政处罚（不含行政强制，截至 12 月 31 日）'],
];

const mixtures: readonly Wording[] = [
  { brackets: 'half', ordinal: '1、' }, { ordinal: '１．' }, { spaced: true, slips: true }, { unnumbered: true }, { ordinal: '①', brackets: 'half' }, {}, { ordinal: '1 .', explained: true },
];

const pairs =
  '内內 对對 开開 总總 数數 规規 处處 决決 权權 属屬 国國 业業 强強 执執 费費 项項 机機 构構 ' +
  '务務 无無 关關 报報 诉訴 类類 复復 现現 确確 认認 获獲 结結 转轉 继繼 续續 办辦 纳納 组組 ' +
  '织織 况況 请請 区區 这這 计計 条條 发發 购購 额額 许許 罚罰 应應 单單 万萬 废廢 团團 会會 ' +
  '举舉 访訪 议議 讼訟 维維 纠糾 审審 经經 后後 过過 证證 护護 动動 稳穩 级級 补補 据據 为為 ' +
  '没沒 时時 间間 与與 当當 县縣 镇鎮 门門 专專 长長 统統 题題 问問 进進 实實 减減 从從 须須 ' +
  '标標 础礎 网網 络絡 调調 质質 优優 号號 电電 话話 个個 导導 领領 众眾 体體 责責 严嚴 监監 ' +
  '评評';
const traditionalOf = new Map(pairs.split(' ').map((pair) => [pair.charAt(0), pair.charAt(1)] as const));

function numberAs(label: string, ordinal: NonNullable<Wording['ordinal']>): string {
  return label.replace(/^(\d)\./, (_, digit: string) => {
    const value = Number(digit);
    if (ordinal === '①') return String.fromCharCode(0x2460 + value - 1);
    if (ordinal === '１．') return `${String.fromCharCode(0xff10 + value)}．`;
    return ordinal.replace('1', digit);
  });
}

const half = (text: string): string => text.replace(/（/g, '(').replace(/）/g, ') ').replace(/\) $/, ')').replace(/\) (?=[^\p{Script=Han}])/gu, ')');

const replaced = (text: string, pairs: readonly (readonly [string, string])[], whole: boolean): string =>
  pairs.reduce((now, [from, to]) => (whole ? (now === from ? to : now) : now.replace(from, to)), text);

/** A stray space every few characters, always at the same places, as copies from one old file have them. */
function spaced(label: string): string {
  if (label === '总计' || label === '合计') return Array.from(label).join(' ');
  if (label.startsWith('三、本年度')) return '三 、本 年 度办 理 结果';
  return label.replace('重新', '重 新').replace('反复申请', '反复 申请').replace('这一情形', '这一情 形').replace('信息公开', '信息 公开');
}

/** The habit of a row that is one of a mixture; a copy of the same label has the same. */
const habitOf = (label: string): Wording => mixtures[Array.from(label).reduce((sum, char) => sum + (char.codePointAt(0) ?? 0), 0) % mixtures.length] ?? {};

export function worded(label: string, wording: Wording): string {
  if (wording.mixed === true) return worded(label, { ...wording, ...habitOf(label), mixed: false });
  let text = label;
  if (wording.explained !== undefined && wording.explained !== false) text = replaced(text, wording.explained === 'thoroughly' ? thorough : explanations, true);
  if (wording.amountUnit === true) text = text === '采购总金额' ? '采购总金额（万元）' : text;
  if (wording.sum === '合计') text = text.replace('总计', '合计');
  if (wording.slips === true) text = replaced(text, slips, false);
  if (wording.spaced === true) text = spaced(text);
  if (wording.unnumbered === true) text = text.replace(/^([一二三四]、|（[一二三四五六七]）|\d\.)/, '');
  if (wording.ordinal) text = numberAs(text, wording.ordinal);
  if (wording.brackets === 'half') text = half(text);
  if (wording.traditional === true) text = Array.from(text, (char) => traditionalOf.get(char) ?? char).join('');
  return text;
}
