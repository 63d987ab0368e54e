import type { Raster } from '../../src/model/picture.js';
import { readCells } from '../../src/ocr/cell-readings.js';
import type { Filling } from '../../src/ocr/picture/cell.js';
import type { NumberReader, Reading } from '../../src/ocr/text-reader.js';

/** A white cell of 60 × 40 pixels at 200 dpi with a dark bar in it. */
function cell({ x0, x1, shade = 0 }: { readonly x0: number; readonly x1: number; readonly shade?: number }): Raster {
  const pixels = new Uint8Array(60 * 40).fill(255);
  for (let y = 10; y < 30; y++) pixels.fill(shade, y * 60 + x0, y * 60 + x1);
  return { width: 60, height: 40, pixels, dpi: 200 };
}

const says = (text: string, confidence = 0.99): Reading => ({ text, confidence, characters: [] });

/** A reader that says the same of every cell, and counts them. */
function reader(reading: Reading): NumberReader & { shown: number } {
  return {
    name: 'fake',
    shown: 0,
    async readNumbers(cells) {
      this.shown += cells.length;
      return Promise.resolve(cells.map(() => reading));
    },
    close: () => Promise.resolve(),
  };
}

const readOne = async (picture: Raster, filling: Filling, ...readings: Reading[]) => (await readCells([{ picture, filling, isStreaked: false }], readings.map(reader)))[0];
const middle = { x0: 25, x1: 35 };

describe('a scanned cell', () => {
  it('is blank where nothing is printed in it, and no reader is asked', async () => {
    const asked = reader(says('1'));
    const [read] = await readCells([{ picture: cell({ x0: 0, x1: 0 }), filling: 'blank', isStreaked: false }], [asked]);
    expect(read).toEqual({ readers: [{ text: '', says: 'blank', value: null, confidence: 1 }], ink: 'none' });
    expect(asked.shown).toBe(0);
  });

  it.each<Filling>(['doubtful', 'inked'])('is not blank where there is a trace that the readers are not shown: a number that is pale, or printed in red (%s)', async (filling) => {
    expect(await readOne(cell({ ...middle, shade: 200 }), filling, says(''), says(''))).toEqual({ readers: [], ink: 'some' });
  });

  it('says what each reader says of it', async () => {
    expect(await readOne(cell(middle), 'inked', says('1,204'), says('1204', 0.7))).toMatchObject({ ink: 'some', readers: [{ says: 'number', value: '1204', confidence: 0.99 }, { value: '1204', confidence: 0.7 }] });
  });

  it('is believed little where it reads fewer digits than its ink is wide, as of broken ones', async () => {
    const wide = cell({ x0: 10, x1: 50 });
    expect(await readOne(wide, 'inked', says('5'), says('55'))).toMatchObject({ readers: [{ value: '5', confidence: 0.5 }, { value: '55', confidence: 0.99 }] });
  });

  it.each([['-', 'blank'], ['12%', 'unclear'], ['1.2.3', 'unclear'], ['7-7', 'unclear']] as const)('that reads %s says %s', async (text, kind) => {
    expect(await readOne(cell(middle), 'inked', says(text))).toMatchObject({ readers: [{ says: kind, value: null }] });
  });

  it('is as sure as its digits where a sign beside them makes it unclear', async () => {
    const characters = [['3', 0.98], ['8', 0.97], ['.', 0.3]].map(([text, confidence], i) => ({ text: String(text), confidence: Number(confidence), x0: i * 8, x1: i * 8 + 7, others: [] }));
    expect(await readOne(cell(middle), 'inked', { text: '38.', confidence: 0.3, characters })).toMatchObject({ readers: [{ says: 'unclear', confidence: 0.97 }] });
  });

  it('is not trusted where its ink runs to the edge of its picture: the rest may be cut off', async () => {
    expect(await readOne(cell({ x0: 50, x1: 60 }), 'inked', says('1'), says('1'))).toMatchObject({ readers: [{ value: '1', confidence: 0.5 }, { value: '1', confidence: 0.5 }] });
  });

  it('is not trusted where a streak may hide a digit of it', async () => {
    const [read] = await readCells([{ picture: cell(middle), filling: 'inked', isStreaked: true }], [reader(says('1')), reader(says('1'))]);
    expect(read).toMatchObject({ readers: [{ value: '1', confidence: 0.5 }, { value: '1', confidence: 0.5 }] });
  });

  it('with nothing but a dash is blank, whatever sign it is taken for, and as long as one reader sees no digit', async () => {
    const dash = cell(middle);
    dash.pixels.fill(255);
    dash.pixels.fill(0, 20 * 60 + 25, 20 * 60 + 34);
    dash.pixels.fill(0, 21 * 60 + 25, 21 * 60 + 34);
    dash.pixels.fill(0, 22 * 60 + 25, 22 * 60 + 34);
    expect(await readOne(dash, 'inked', says('.', 0.4), says('-', 0.5))).toMatchObject({ readers: [{ text: '-', says: 'blank' }, { text: '-', says: 'blank' }] });
    expect(await readOne(dash, 'inked', says('1', 0.9), says('-', 0.5))).toMatchObject({ readers: [{ says: 'blank' }, { says: 'blank' }] });
    expect(await readOne(dash, 'inked', says('7', 0.9), says('7', 0.5))).toMatchObject({ readers: [{ value: '7' }, { value: '7' }] });
  });
});
