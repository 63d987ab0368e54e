import type { Further, Value } from './layout.js';
import type { ListPage, ListRequest } from './list.js';
import { absolute } from '../pages/absolute.js';

/** Longer lists are no list of reports. */
const mostPages = 100_000;

/**
 * The request for what comes after a page, by a rule of its layout; undefined
 * where the rule does not fit the page or the page is the last one.
 *
 * @param entries how many the page has
 */
export function furtherBy(rule: Further, page: ListPage, entries: number): ListRequest | undefined {
  const values = new Map<string, string>();
  for (const [name, value] of rule.values) {
    const found = valueOf(value, page);
    if (found !== undefined) values.set(name, found);
  }
  const templates = [rule.address, ...Object.values(rule.form ?? {}), rule.json ?? ''].join(' ');
  if (templates.includes('{start}') && !count(values, entries)) return undefined;
  if (templates.includes('{page}') && !turn(values, rule.first)) return undefined;
  return made(rule, values, page);
}

/** How many entries the whole list has, by the rules that say so. */
export function totalBy(rules: readonly Further[], page: ListPage): number | undefined {
  for (const { values } of rules) {
    const total = values.get('total');
    const found = total === undefined ? undefined : number(valueOf(total, page));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Sets `page`. False where there is no next one. */
function turn(values: Map<string, string>, first: number): boolean {
  const current = number(values.get('current')) ?? first;
  const [total, each] = [number(values.get('total')), number(values.get('per_page'))];
  const pages = number(values.get('pages')) ?? (total !== undefined && each !== undefined && each > 0 ? Math.ceil(total / each) : undefined);
  if (pages === undefined || pages > mostPages || current + 1 > first + pages - 1) return false;
  values.set('page', String(current + 1));
  return true;
}

/** Sets `start` and `end`. False where there is nothing after the page. */
function count(values: Map<string, string>, entries: number): boolean {
  const total = number(values.get('total'));
  const next = (number(values.get('start')) ?? 1) + entries;
  if (entries === 0 || total === undefined || next > total) return false;
  values.set('start', String(next));
  values.set('end', String(Math.min(total, next + entries - 1)));
  return true;
}

function made(rule: Further, values: ReadonlyMap<string, string>, page: ListPage): ListRequest | undefined {
  const filled = (template: string): string | undefined => {
    const names = [...template.matchAll(/\{([a-z_]+)\}/g)].map((m) => m[1] ?? '');
    return names.every((name) => values.has(name)) ? template.replace(/\{([a-z_]+)\}/g, (_, name: string) => values.get(name) ?? '') : undefined;
  };
  const to = filled(rule.address);
  const address = to === undefined ? undefined : absolute(to, page.address);
  if (address === undefined) return undefined;
  if (rule.json !== undefined) {
    const json = filled(rule.json);
    return json === undefined ? undefined : { address, json };
  }
  if (rule.form === undefined) return { address };
  const fields = Object.entries(rule.form).map(([name, template]) => [name, filled(template)] as const);
  if (fields.some(([, value]) => value === undefined)) return undefined;
  return { address, form: Object.fromEntries(fields.map(([name, value]) => [name, value ?? ''])) };
}

function valueOf(value: Value, page: ListPage): string | undefined {
  const field = value.field === undefined ? undefined : page.request.form?.[value.field];
  const source = { page: page.text, address: page.address, form: field ?? '', json: page.request.json ?? '' }[value.in];
  const found = value.pattern === undefined ? field : (value.pattern.exec(source) as readonly (string | undefined)[] | null)?.slice(1).find((group) => group !== undefined);
  // an address in a page is written as markup has it
  return (value.in === 'page' ? found?.replaceAll('&amp;', '&') : found) ?? value.default;
}

const number = (text: string | undefined): number | undefined => (text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined);
