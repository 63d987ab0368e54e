// Two made-up readers of scanned cells: how often and in what way they err is a scenario, not what the pipeline expects.

import type { NumberReading, Readings } from '../../src/model/readings.js';
import type { Chance } from '../make/chance.js';

export interface Scenario {
  readonly name: string;
  /** Shares of cells that the first and the second reader misread, each for itself. */
  readonly errors: readonly [number, number];
  /** Share of cells that both misread in the same way, with confidence. */
  readonly correlated: number;
  /** Share of right readings with little confidence, and of wrong ones with much. */
  readonly timid: number;
  readonly bold: number;
  /** Share of empty cells in which a reader sees a digit. */
  readonly phantoms: number;
  /** Share of cells whose ink is measured wrongly. */
  readonly ink: number;
}

const alike: Readonly<Record<string, string>> = { 0: '869', 1: '74', 2: '73', 3: '85', 4: '19', 5: '638', 6: '580', 7: '12', 8: '3069', 9: '084' };

/** What a printed number is misread as: mostly by glyphs that look alike, sometimes by digits lost, doubled or put on, sometimes by anything. Empty: not seen. */
export function misread(text: string, chance: Chance, arbitrary = 0.12): string {
  for (;;) {
    const read = once(text, chance, arbitrary);
    if (read !== text && (read === '' || /^(?:0|[1-9]\d*)(?:\.\d+)?$/.test(read))) return read;
  }
}

function once(text: string, chance: Chance, arbitrary: number): string {
  const at = chance.whole(0, text.length - 1);
  const put = (by: string): string => text.slice(0, at) + by + text.slice(at + 1);
  if (chance.hit(arbitrary)) return put(String(chance.whole(0, 9)));
  if (chance.hit(0.12)) return chance.hit(0.5) ? text.slice(1) : text.slice(0, -1);
  if (chance.hit(0.06)) return put((text[at] ?? '').repeat(2));
  if (chance.hit(0.05)) return chance.hit(0.5) ? `1${text}` : `${text}1`;
  if (chance.hit(text.length === 1 ? 0.25 : 0.02)) return '';
  return put(chance.pick(Array.from(alike[text[at] ?? ''] ?? '0')));
}

const between = (low: number, high: number, chance: Chance): number => low + ((high - low) * chance.whole(0, 1000)) / 1000;

function reading(text: string, isRight: boolean, scenario: Scenario, chance: Chance): NumberReading {
  const isHigh = isRight ? !chance.hit(scenario.timid) : chance.hit(scenario.bold);
  const confidence = isHigh ? between(0.85, 1, chance) : between(0.3, 0.85, chance);
  if (text === '' || /^[-/—无]+$/.test(text)) return { text, says: 'blank', value: null, confidence };
  // A lone 0 is often seen as a letter.
  if (text === '0' && chance.hit(0.05)) return { text: chance.pick(['o', 'O', '〇', '。']), says: 'unclear', value: null, confidence: Math.min(confidence, 0.9) };
  return { text, says: 'number', value: text, confidence };
}

/** What two readers see in a cell that is printed as `text`, which says `value`. */
export function readTwice(text: string, value: string | null, scenario: Scenario, chance: Chance): Readings {
  const inked = text !== '';
  const ink = chance.hit(scenario.ink) ? (inked ? 'none' : 'some') : inked ? 'some' : 'none';
  if (chance.hit(scenario.correlated)) {
    const same = value === null ? (inked ? '1' : '') : misread(value, chance);
    const confidence = between(0.85, 1, chance);
    const says = same === '' ? 'blank' : 'number';
    const one: NumberReading = { text: same, says, value: same === '' ? null : same, confidence };
    return { readers: [one, { ...one, confidence: between(0.85, 1, chance) }], ink };
  }
  const readers = scenario.errors.map((rate): NumberReading => {
    if (value === null) {
      const seen = chance.hit(inked ? rate * 3 : scenario.phantoms) ? String(chance.pick([0, 1, 1, 1, 7])) : inked && chance.hit(0.1) ? '' : text;
      // A mark is often not among the characters a reader knows.
      return reading(seen, seen === text || seen === '', scenario, chance);
    }
    const wrong = chance.hit(rate);
    return reading(wrong ? misread(value, chance) : value, !wrong, scenario, chance);
  });
  return { readers, ink };
}
