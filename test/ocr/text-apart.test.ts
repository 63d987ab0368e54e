import type { Word } from '../../src/model/page.js';
import type { Raster } from '../../src/model/picture.js';
import { inkOf } from '../../src/ocr/picture/ink.js';
import { wordsApart, zoneOf } from '../../src/ocr/text-apart.js';
import type { FoundLine, PageReader, Reading } from '../../src/ocr/text-reader.js';
import { sheet, type Sheet } from './picture/drawn.js';

const k = 72 / 200;
const step = 30;

/** Strokes like those of characters, 27 pixels high and wide, from there on. */
function write(on: Sheet, x: number, y: number, count: number): void {
  for (let i = 0; i < count; i++) {
    const at = x + step * i;
    on.fill(at, y, at + 27, y + 3);
    on.fill(at, y + 24, at + 27, y + 27);
    on.fill(at + 12, y, at + 15, y + 27);
  }
}

const says = (text: string, width = step): Reading => ({ text, confidence: 0.9, characters: Array.from(text, (c, i) => ({ text: c, confidence: 0.9, x0: 4 + width * i, x1: 4 + width * i + 27, others: [] })) });
/** A line as a reader finds it, with a little room around it. */
const found = (text: string, x: number, y: number, wide: number, width = step): FoundLine => ({ box: { x0: x - 4, x1: x + wide + 4, y0: y - 4, y1: y + 31 }, reading: says(text, width) });

/** A reader that says of each picture how many characters are as wide as it. */
function reader(asked: Raster[]): PageReader {
  return {
    name: 'counts',
    readPage: () => Promise.resolve([]),
    readLines: (lines) => {
      asked.push(...lines);
      return Promise.resolve(lines.map((l) => says('字'.repeat(Math.round(l.width / step)))));
    },
    readNumbers: (cells) => Promise.resolve(cells.map(() => says('0'))),
    close: () => Promise.resolve(),
  };
}

async function wordsOf(drawn: Sheet, lines: readonly FoundLine[], words: readonly Word[] = []): Promise<{ texts: string[]; asked: number }> {
  const asked: Raster[] = [];
  const zone = zoneOf(lines, [{ x0: 0, x1: 1000, y0: 0, y1: 600 }]);
  if (!zone) throw new Error('nothing tells the size of the text');
  const apart = await wordsApart({ lines, rulings: [], print: drawn.raster, ink: inkOf(drawn.raster) }, words, zone, reader(asked), k);
  return { texts: apart.map((w) => `${w.text} ${String(Math.round(w.box.x0 / k))}`).sort(), asked: asked.length };
}

describe('the words of a table without rules', () => {
  it('are parted where white parts their ink, each read again by itself, though the reader found them as one line', async () => {
    const drawn = sheet(1000, 600);
    write(drawn, 100, 100, 2);
    write(drawn, 190, 100, 3);
    expect(await wordsOf(drawn, [found('结果纠正中', 100, 100, 177)])).toEqual({ texts: ['字字 99', '字字字 189'], asked: 2 });
  });

  it('are what the reader found where that is one text, and are not read again', async () => {
    const drawn = sheet(1000, 600);
    write(drawn, 100, 100, 4);
    expect(await wordsOf(drawn, [found('行政许可', 100, 100, 117)])).toEqual({ texts: ['行政许可 99'], asked: 0 });
  });

  it('are left as they were found in headings, which are larger, and outside of the table', async () => {
    const drawn = sheet(1000, 600);
    for (const y of [100, 300, 400]) write(drawn, 100, y, 4);
    const labels = [100, 300, 400].map((y) => found('行政许可', 100, y, 117));
    const heading = found('政府信息公开行政复议', 100, 200, 400, 40);
    const ink = Array.from({ length: 10 }, (_, i) => 100 + 40 * i);
    for (const x of ink) drawn.fill(x, 200, x + 36, 236);
    const word = (text: string, y: number): Word => ({ text, box: { x0: 100 * k, x1: 500 * k, y0: y * k, y1: (y + 36) * k }, size: 10, vertical: false });
    const { texts } = await wordsOf(drawn, [...labels, heading], [word('政府信息公开行政复议', 200), word('下一页', 1500)]);
    expect(texts).toEqual(['下一页 100', '政府信息公开行政复议 100', '行政许可 99', '行政许可 99', '行政许可 99'].sort());
  });

  it('have no place where no line tells how large the text is', () => {
    expect(zoneOf([found('行', 100, 100, 27)], [{ x0: 0, x1: 1000, y0: 0, y1: 600 }])).toBeNull();
  });
});
