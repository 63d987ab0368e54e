/** Fewer characters than these of an office's name are no name: 政府. */
const shortestName = 3;

/** Where the name of the office stands in a text, or the end of it. */
export function nameIn(text: string, issuer: string): { readonly from: number; readonly to: number } | null {
  for (let from = 0; issuer.length - from >= shortestName; from++) {
    const name = issuer.slice(from);
    const at = text.indexOf(name);
    if (at < 0) continue;
    // 市政府办公室 of 江源市人民政府办公室: the level before the end of a name is its own.
    const level = text[at - 1] ?? '';
    return { from: /[省市县区镇乡州旗]/u.test(level) && issuer.slice(0, from).includes(level) ? at - 1 : at, to: at + name.length };
  }
  return shortNameIn(text, issuer);
}

/** What a department is called for short: its first character, others in their order, and its kind. */
const shortName = /(?<=^|[,;:。年]|全年|年内|年度)(?<level>[省市县区州旗]?)(?<name>\p{Script=Han}{2,4})(?<kind>[局委办厅])/gu;
const kindEndings: Readonly<Record<string, RegExp>> = { 局: /局$/u, 委: /委(?:员会)?$/u, 办: /办公室$/u, 厅: /厅$/u };

function shortNameIn(text: string, issuer: string): { readonly from: number; readonly to: number } | null {
  for (const match of text.matchAll(shortName)) {
    const { level = '', name = '', kind = '' } = match.groups ?? {};
    if (kindEndings[kind]?.test(issuer) && issuer.includes(level) && beginningOfShort(name, issuer) >= 0) return { from: match.index, to: match.index + match[0].length };
  }
  return null;
}

/**
 * Where the department's own name begins in that of the issuer, if a short name is its: the first character begins it, behind a level of
 * its place, and the others follow in their order (住建 of 甲市住房和城乡建设局); else -1.
 */
function beginningOfShort(name: string, issuer: string): number {
  const [first = '', ...others] = Array.from(name);
  return Array.from(issuer).findIndex((c, begin) => {
    if (c !== first || (begin > 0 && !/[省市县区州旗]/u.test(issuer[begin - 1] ?? ''))) return false;
    let at = begin;
    return others.every((other) => (at = issuer.indexOf(other, at + 1)) > 0);
  });
}

/** The clause without the name of the office, or the end of it. */
export function withoutName(clause: string, issuer: string): string {
  const name = nameIn(clause, issuer);
  if (name !== null) return clause.slice(0, name.from) + clause.slice(name.to);
  // A street's office calls itself that: 街道共有4名工作人员. 各街道 and 街道所属 are others.
  return /街道(?:办事处)?$/u.test(issuer) ? clause.replace(/(?<=^|[,;:。]|\d年度?|全年|年内)街道(?![所各下社村、和及与])/u, '') : clause;
}

/** What a department is for, behind 主动公开 and before 信息: 执法 of 甲市城市管理执法局. */
const ofItsField = /(?<=主动公开(?:了)?(?:各类|的)?)(?<field>\p{Script=Han}{2,4})(?=信息)/gu;

/** A text in which the information of the department's own field is its information: 城市管理执法局 that published 执法信息 published what it has. */
export function withoutField(text: string, issuer: string): string {
  return text.replace(ofItsField, (field: string) => (new RegExp(`${field}(?:[局委办厅]|委员会)?$`, 'u').test(issuer) ? '' : field));
}

const system = /全(?<level>[省市县区州盟])(?<field>\p{Script=Han}{2,6})系统/gu;

/** A text in which all offices of the department's own field and region are its whole system: 全省地税系统 of 甲省地方税务局. */
export function asOwnSystem(text: string, issuer: string): string {
  return text.replace(system, (whole: string, level: string, field: string) => {
    const begin = beginningOfShort(field, issuer);
    return begin > 0 && issuer[begin - 1] === level ? '全系统' : whole;
  });
}
