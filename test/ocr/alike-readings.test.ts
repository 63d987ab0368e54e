import type { Raster } from '../../src/model/picture.js';
import { alikeReadings } from '../../src/ocr/alike-readings.js';
import type { Reading } from '../../src/ocr/text-reader.js';
import { chanceOf } from '../make/chance.js';
import { scannedNumber } from './drawn-numbers.js';

const treatment = { font: 'Plain', em: 26, grain: 10, threshold: 0 } as const;
const picture = (text: string, seed: string): Raster => scannedNumber(text, treatment, chanceOf(seed));
const says = (text: string, confidence: number): Reading => ({ text, confidence, characters: [] });

/** Reads what a picture is known to say; `asked` counts. */
function reader(known: ReadonlyMap<Raster, Reading>): { read: (some: readonly Raster[]) => Promise<Reading[]>; asked: () => number } {
  let asked = 0;
  const read = (some: readonly Raster[]): Promise<Reading[]> => {
    asked += some.length;
    return Promise.resolve(some.map((p) => known.get(p) ?? says('', 0)));
  };
  return { read, asked: () => asked };
}

describe('the readings of pictures that are alike', () => {
  const zeros = [picture('0', 'x'), picture('0', 'x'), picture('0', 'x')];
  const eight = picture('8', 'x');

  it('are one reading, which counts for all of them and no other', async () => {
    const { read, asked } = reader(new Map([...zeros.map((z) => [z, says('0', 0.99)] as const), [eight, says('8', 0.99)]]));
    const readings = await alikeReadings([...zeros.slice(0, 2), eight, ...zeros.slice(2)], read);
    expect([readings.map((r) => r.text), asked()]).toEqual([['0', '0', '8', '0'], 2]);
  });

  it('are each its own where the reader is not sure of the first', async () => {
    const [first, second, third] = zeros as [Raster, Raster, Raster];
    const { read } = reader(new Map([[first, says('6', 0.5)], [second, says('0', 0.97)], [third, says('', 0)]]));
    expect((await alikeReadings(zeros, read)).map((r) => r.text)).toEqual(['6', '0', '']);
  });

  it('are each its own where it saw nothing', async () => {
    const [first, second, third] = zeros as [Raster, Raster, Raster];
    const { read } = reader(new Map([[first, says('', 0.99)], [second, says('0', 0.97)], [third, says('0', 0.96)]]));
    expect((await alikeReadings(zeros, read)).map((r) => r.text)).toEqual(['', '0', '0']);
  });
});
