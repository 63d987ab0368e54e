import type { Raster } from '../model/picture.js';
import { areAlike } from './alike.js';
import type { Reading } from './text-reader.js';

/** Only a reading as sure as this is another picture's too. */
const sure = 0.9;

/**
 * What pictures say of which most are pictures of the same few numbers: of
 * those that are alike the first alone is read. What it says counts for the
 * others where the reader is sure of it; else each is read by itself.
 */
export async function alikeReadings(pictures: readonly Raster[], read: (some: readonly Raster[]) => Promise<Reading[]>): Promise<Reading[]> {
  const firstOf = firstAlike(pictures);
  const result = new Map<number, Reading>();
  const add = async (indexes: readonly number[]): Promise<void> => {
    const readings = await read(indexes.flatMap((i) => pictures[i] ?? []));
    indexes.forEach((i, k) => readings[k] && result.set(i, readings[k]));
  };
  await add(firstOf.flatMap((first, i) => (first === i ? [i] : [])));
  firstOf.forEach((first, i) => {
    const reading = result.get(first);
    if (reading && reading.text !== '' && reading.confidence >= sure) result.set(i, reading);
  });
  await add(pictures.flatMap((_, i) => (result.has(i) ? [] : [i])));
  return pictures.flatMap((_, i) => result.get(i) ?? []);
}

/** For each picture the index of the first that it is like: its own, where there is none before it. */
function firstAlike(pictures: readonly Raster[]): number[] {
  const firsts: number[] = [];
  return pictures.map((picture, i) => {
    const known = firsts.find((f) => pictures[f] && areAlike(pictures[f], picture));
    if (known === undefined) firsts.push(i);
    return known ?? i;
  });
}
