// A report made up from a seed: numbers that add up, printed as offices print them, each with the value a reader
// should take from it. `value` null is a cell that is printed empty (or as / - — 无).

import { chanceOf, type Chance } from './chance.js';
import { applicants, carriedIn, carriedOut, clauses, newRequests, otherServices, outcomes, procedures, processedTotal,
  requestIds, resultIds, splitServices, type FormYear } from './form-data.js';
import type { Issuer, Size } from './issuers.js';

export interface Printed { text: string; value: string | null }
export type Values = Record<string, Record<string, Printed>>;

export interface Habits {
  /** How a zero is printed: as 0, or empty in all cells or in some. */
  readonly zeros?: 'printed' | 'empty' | 'person-and-total' | 'only-total' | 'no-total-on-details';
  /** What stands in an empty cell. */
  readonly blank?: string;
  /** Totals that the office got wrong. */
  readonly misprints?: number;
  readonly digits?: 'plain' | 'grouped' | 'full-width';
  readonly signs?: boolean;
  readonly suffix?: string;
  /** 22（其中修订 16 件） */
  readonly notes?: boolean;
  readonly amount?: 'bare' | 'unit-in-head' | 'wan-in-cell' | 'yuan-in-cell' | 'yi-in-cell' | 'six-decimals';
}

export interface Content {
  readonly issuer: Issuer;
  readonly year: number;
  readonly requestsForm: FormYear;
  readonly disclosureForm: FormYear;
  /** 其他对外管理服务事项 in two parts: beside it in the next column (as the town of the seed), or under it. */
  readonly services?: 'whole' | 'parts-in-next-column' | 'parts-in-own-column';
  readonly without?: readonly string[];
  readonly extra?: readonly { readonly after: string; readonly label: string; readonly text: string }[];
  readonly habits: Habits;
}

/** The words around the tables: six chapters, of which the second, third and fourth end in their table. */
export interface Story { readonly opening: readonly string[]; readonly chapters: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[] }

export interface Report extends Content {
  readonly title: readonly string[];
  readonly requests: Values;
  readonly proceedings: Values;
  readonly disclosure: Values;
  readonly units: Record<string, string>;
}

const ceilings: Readonly<Record<Size, number>> = { town: 3, county: 45, city: 1900 };

function sizes(chance: Chance, size: Size): number {
  if (!chance.hit(size === 'town' ? 0.15 : size === 'county' ? 0.4 : 0.7)) return 0;
  const top = ceilings[size];
  return chance.whole(1, chance.hit(0.3) ? top : Math.max(2, Math.round(top / 12)));
}

type Numbers = Record<string, Record<string, number>>;

function makeRequests(chance: Chance, content: Content): Numbers {
  const results = resultIds(content.requestsForm).filter((id) => !(content.without ?? []).includes(id));
  const onlyPersons = ['person-and-total', 'only-total'].includes(content.habits.zeros ?? '');
  const numbers: Numbers = Object.fromEntries(requestIds(content.requestsForm).map((id) => [id, {}]));
  const set = (item: string, applicant: string, value: number): void => { (numbers[item] ??= {})[applicant] = value; };
  const get = (item: string, applicant: string): number => numbers[item]?.[applicant] ?? 0;
  for (const [place, { id }] of applicants.slice(0, -1).entries()) {
    const some = place === 0 || (!onlyPersons && chance.hit(content.issuer.size === 'city' ? 0.8 : 0.3));
    for (const item of results) set(item, id, some ? sizes(chance, content.issuer.size) : 0);
    if (place === 0 && get('granted', id) === 0) set('granted', id, chance.whole(1, ceilings[content.issuer.size]));
    const processed = results.reduce((sum, item) => sum + get(item, id), 0);
    const later = some ? sizes(chance, content.issuer.size) : 0;
    const earlier = Math.min(processed + later, some ? sizes(chance, content.issuer.size) : 0);
    set(processedTotal.id, id, processed);
    set(carriedOut.id, id, later);
    set(carriedIn.id, id, earlier);
    set(newRequests.id, id, processed + later - earlier);
  }
  for (const item of requestIds(content.requestsForm)) {
    set(item, 'total', applicants.slice(0, -1).reduce((sum, { id }) => sum + get(item, id), 0));
  }
  return numbers;
}

function makeProceedings(chance: Chance, size: Size): Numbers {
  return Object.fromEntries(procedures.map(({ id }) => {
    const row: Record<string, number> = {};
    for (const outcome of outcomes.slice(0, -1)) row[outcome.id] = size === 'town' && chance.hit(0.7) ? 0 : Math.ceil(sizes(chance, size) / 6);
    row['total'] = Object.values(row).reduce((sum, value) => sum + value, 0);
    return [id, row];
  }));
}

const fullWidth = (text: string): string => text.replace(/[0-9.+-]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');

/** How the office prints one count. */
function print(value: number, habits: Habits): Printed {
  const plain = String(value);
  const text = habits.digits === 'grouped' ? grouped(value) : habits.digits === 'full-width' ? fullWidth(plain) : plain;
  return { text, value: plain };
}

const blank = (habits: Habits): Printed => ({ text: habits.blank ?? '', value: null });

function printRequests(numbers: Numbers, habits: Habits): Values {
  const details = (item: string): boolean => ![newRequests.id, carriedIn.id, processedTotal.id, carriedOut.id].includes(item);
  const isBlank = (item: string, applicant: string, value: number): boolean => {
    if (habits.zeros === 'empty') return value === 0;
    if (habits.zeros === 'person-and-total') return applicant !== 'natural_person' && applicant !== 'total';
    if (habits.zeros === 'only-total') return applicant !== 'total';
    return habits.zeros === 'no-total-on-details' && applicant === 'total' && details(item);
  };
  return mapValues(numbers, (value, item, applicant) => isBlank(item, applicant, value) ? blank(habits) : print(value, habits));
}

function mapValues(numbers: Numbers, make: (value: number, row: string, column: string) => Printed): Values {
  return Object.fromEntries(Object.entries(numbers).map(([row, cells]) =>
    [row, Object.fromEntries(Object.entries(cells).map(([column, value]) => [column, make(value, row, column)]))]));
}

function misprint(chance: Chance, count: number, requests: Numbers, proceedings: Numbers): void {
  for (let done = 0; done < count; done += 1) {
    const row = done % 2 === 0 ? requests[chance.pick([newRequests.id, 'granted', processedTotal.id])] : proceedings['reconsideration'];
    if (row) row['total'] = Math.max(0, (row['total'] ?? 0) + chance.whole(1, 9));
  }
}

function measure(chance: Chance, item: string, id: string, content: Content): Printed {
  const { habits, issuer } = content;
  const top = { town: 12, county: 900, city: 48000 }[issuer.size];
  // Only provinces and large cities make 规章.
  const none = item === 'regulations' && issuer.size !== 'city';
  const count = none || chance.hit(issuer.size === 'town' ? 0.6 : 0.15) ? 0 : chance.whole(1, top);
  if (id === 'procurement_amount') return amount(chance, habits);
  if (id === 'fee_amount') {
    const value = habits.amount === 'six-decimals' ? `${chance.whole(2, 48000)}.${chance.whole(100000, 999999)}`
      : chance.hit(0.4) ? `${chance.whole(1, 9000)}.${chance.whole(11, 99)}` : String(chance.whole(0, 9000));
    return { text: value, value };
  }
  if (id === 'items_change') return change(chance, habits, issuer.size);
  if (count === 0 && habits.zeros === 'empty') return blank(habits);
  const printed = print(count, habits);
  if (habits.suffix !== undefined) return { text: `${printed.text}${habits.suffix}`, value: printed.value };
  if (habits.notes === true && id === 'issued' && count > 1) {
    return { text: `${printed.text}（其中修订 ${chance.whole(1, count)} 件）`, value: printed.value };
  }
  return printed;
}

function change(chance: Chance, habits: Habits, size: Size): Printed {
  const value = size === 'town' && chance.hit(0.6) ? 0 : chance.whole(-30, 40);
  if (value === 0 && habits.zeros === 'empty') return blank(habits);
  if (value < 0) return { text: habits.digits === 'full-width' ? fullWidth(String(value)) : String(value), value: String(value) };
  const { text } = print(value, { digits: habits.digits ?? 'plain' });
  return { text: habits.signs === true && value > 0 ? `+${text}` : text, value: String(value) };
}

function amount(chance: Chance, habits: Habits): Printed {
  if (habits.amount === 'wan-in-cell') return withUnit(`${chance.whole(20, 9000)}.${chance.whole(11, 99)}`, '万元');
  if (habits.amount === 'yuan-in-cell') return withUnit(String(chance.whole(20000, 9000000)), '元');
  if (habits.amount === 'yi-in-cell') return withUnit(`${chance.whole(1, 12)}.${chance.whole(11, 99)}`, '亿元');
  if (habits.amount === 'six-decimals') return withUnit(`${chance.whole(2000, 90000)}.${chance.whole(100000, 999999)}`, '');
  if (habits.amount === 'unit-in-head') return withUnit(`${chance.whole(20, 9000)}.${chance.whole(1, 9)}`, '');
  return withUnit(String(chance.whole(0, 9000000)), '');
}

const withUnit = (value: string, unit: string): Printed => ({ text: `${value}${unit}`, value });

function makeDisclosure(chance: Chance, content: Content): Values {
  const values: Values = {};
  for (const { items, measures } of clauses[content.disclosureForm]) {
    const printedItems = items.flatMap((item) =>
      item.id === otherServices.id && (content.services ?? 'whole') !== 'whole' ? splitServices : [item]);
    for (const { id } of printedItems) {
      // The parts stand in the column of 上一年项目数量, so that this number is not printed.
      const hidden = content.services === 'parts-in-next-column' && splitServices.some((part) => part.id === id);
      values[id] = Object.fromEntries(measures.filter((_, place) => !(hidden && place === 0))
        .map((each) => [each.id, measure(chance, id, each.id, content)]));
    }
  }
  return values;
}

function unitsOf(content: Content): Record<string, string> {
  if (content.disclosureForm === '2021') return { 'fees/fee_amount': '万元' };
  const units = { 'wan-in-cell': '万元', 'yuan-in-cell': '元', 'yi-in-cell': '亿元', 'unit-in-head': '万元', 'six-decimals': '', 'bare': '' };
  return { 'procurement/procurement_amount': units[content.habits.amount ?? 'bare'] };
}

export function makeReport(content: Content, title: readonly string[], seed: string): Report {
  const chance = chanceOf(seed);
  const requests = makeRequests(chance, content);
  const proceedings = makeProceedings(chance, content.issuer.size);
  misprint(chance, content.habits.misprints ?? 0, requests, proceedings);
  const disclosure = makeDisclosure(chance, content);
  for (const id of content.without ?? []) {
    Reflect.deleteProperty(requests, id);
    Reflect.deleteProperty(disclosure, id);
  }
  const { habits } = content;
  return {
    ...content, title, disclosure, units: unitsOf(content), requests: printRequests(requests, habits),
    proceedings: mapValues(proceedings, (value) => value === 0 && habits.zeros === 'empty' ? blank(habits) : print(value, habits)),
  };
}
