// From a line of the set and a seed to a whole report in its dress.

import { chanceOf, type Chance } from './chance.js';
import { dressed } from './dress.js';
import { issuers, type Issuer } from './issuers.js';
import type { Typeset } from './page.js';
import type { Spec } from './spec.js';
import { specs } from './specs.js';
import { makeReport, type Content } from './truth.js';

const all: readonly Issuer[] = Object.values(issuers);

function titleOf(chance: Chance, issuer: string, year: number): string[] {
  return chance.pick([
    [issuer, `${year} 年政府信息公开工作年度报告`], [`${issuer}${year} 年政府信息公开工作年度报告`], [`${issuer} ${year} 年`, '政府信息公开工作年度报告'],
    [`${year} 年${issuer}政府信息公开工作年度报告`], [issuer, `${year} 年度政府信息公开工作年度报告`],
  ]);
}

function yearOf(chance: Chance, form: Spec['form']): number {
  return form === '2019' ? chance.whole(2019, 2020) : form === '2021' ? chance.whole(2021, 2024) : chance.whole(2023, 2024);
}

/** Each document gets its own office; another seed gives out others. */
function issuerOf(spec: Spec, seed: number, among: readonly Spec[]): Issuer {
  const ofSize = all.filter((issuer) => issuer.size === spec.size);
  const place = among.filter((each) => each.size === spec.size).indexOf(spec);
  const chosen = ofSize[(place + (seed - 1) * 5) % ofSize.length];
  if (!chosen) throw new Error(`no office for ${spec.name}`);
  return chosen;
}

export function documentOf(spec: Spec, seedNumber: number, among: readonly Spec[] = specs): Typeset {
  const seed = `${seedNumber} ${spec.name}`;
  const chance = chanceOf(`${seed} document`);
  const issuer = issuerOf(spec, seedNumber, among);
  const year = yearOf(chance, spec.form);
  const content: Content = {
    issuer, year,
    requestsForm: spec.form === '2021' ? '2021' : '2019', disclosureForm: spec.form === '2019' ? '2019' : '2021',
    habits: spec.habits ?? {}, ...(spec.services && { services: spec.services }), ...(spec.without && { without: spec.without }),
    ...(spec.extra && { extra: spec.extra }),
  };
  const row = spec.breakRows && chance.pick(spec.breakRows);
  const dress = dressed({
    paragraphs: chance.whole(1, 4), ...spec.dress,
    ...(row !== undefined && { break: { table: spec.breakTable ?? 'requests', row, ...(spec.breakInside !== undefined && { inside: spec.breakInside }) } }),
  });
  return { report: makeReport(content, titleOf(chance, issuer.name, year), seed), wording: spec.wording ?? {}, dress, seed };
}
