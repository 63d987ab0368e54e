import type { Cell } from '../model/grid.js';
import type { PossibleValue } from '../model/choice.js';
import type { FormColumn } from './forms/form.js';
import type { LabelRules } from './forms/schema.js';
import { readNumber } from './numbers.js';
import type { Placement } from './placement.js';
import { apart, runsTogether, waysToCut } from './run-together.js';

/** Readings of some cells of one row, in the order of `columns`. */
export interface CellChoice {
  readonly columns: readonly FormColumn[];
  readonly readings: readonly (readonly PossibleValue[])[];
  /** No number is told apart without a proof: the cells are `missing` until there is one. */
  readonly lost: boolean;
}

/** How the numbers of one cell that stands under several columns may be told apart; null where it does not hold several numbers. */
export function mergedNumbers(cell: Cell, columns: readonly FormColumn[]): CellChoice | null {
  if (columns.length < 2 || columns.some((c) => c.amount || c.signed)) return null;
  const said = (numbers: readonly (string | null)[]): PossibleValue[] => numbers.map((value) => ({ value, raw: cell.text, place: cell.places[0] ?? null }));
  const spaced = apart(cell.text, columns.length);
  if (spaced) return { columns, readings: [said(spaced)], lost: false };
  if (!runsTogether(cell.text, columns.length)) return null;
  const ways = waysToCut(cell.text, columns.length);
  // Under some columns of a row, it may be one number that stands across.
  const whole = columns.some((c) => c.total) ? [] : columns.map((_, k) => columns.map((__, i) => (i === k ? cell.text.normalize('NFKC').trim() : null)));
  return { columns, readings: ways.length === 0 ? [] : [...ways, ...whole].map(said), lost: true };
}

/** The one reading of a number whose digits stand apart beside a blank cell, which the checks must prove: it may be two; null where it is no plain count. */
export function spacedNumber(cell: Cell, column: FormColumn, rules: LabelRules): CellChoice | null {
  const number = readNumber(cell.text, cell.wrapped, 'count', rules);
  if (column.amount || column.signed || number.certainty !== 'sure' || number.unit !== '') return null;
  return { columns: [column], readings: [[{ value: number.value, raw: cell.text, place: cell.places[0] ?? null }]], lost: false };
}

/** The places where the numbers of a row may stand; null where there is but one, or something in it is no number. */
export function placeChoice(cells: readonly Cell[], { columns, starts, only }: Placement, rules: LabelRules): CellChoice | null {
  const sole = only === null ? undefined : cells[only];
  const merged = sole && mergedNumbers(sole, columns);
  if (merged) return merged;
  if (starts.length < 2) return null;
  const readings = starts.map((start) => columns.map((c, k): PossibleValue | null => {
    const cell = cells[start + k];
    const number = readNumber(cell?.text ?? '', false, c.signed ? 'change' : c.amount ? 'amount' : 'count', rules);
    return cell && number.certainty !== 'unsure' && number.unit === '' ? { value: number.value, raw: cell.text, place: cell.places[0] ?? null } : null;
  }));
  const complete = readings.filter((r): r is PossibleValue[] => r.every((v) => v !== null));
  return complete.length === readings.length ? { columns, readings: complete, lost: false } : null;
}
