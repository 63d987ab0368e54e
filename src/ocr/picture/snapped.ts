import type { Ruling } from '../../model/page.js';

/** An end that is as near as this to a crossing ruling is meant to lie on it. Points. */
const reach = 2.5;

/** Rulings with their ends put on the rulings of the other direction that they nearly meet or barely pass. */
export function snapped<T extends Ruling>(rulings: readonly T[]): T[] {
  return rulings.map((ruling) => {
    const crossing = rulings.filter((r) => r.axis !== ruling.axis && r.from - reach <= ruling.at && r.to + reach >= ruling.at);
    const onto = (end: number): number => {
      const nearest = crossing.reduce<T | undefined>((best, r) => (Math.abs(r.at - end) < Math.abs((best?.at ?? Infinity) - end) ? r : best), undefined);
      return nearest && Math.abs(nearest.at - end) <= reach + nearest.thickness / 2 ? nearest.at : end;
    };
    const [from, to] = [onto(ruling.from), onto(ruling.to)];
    return from < to ? { ...ruling, from, to } : ruling;
  });
}
