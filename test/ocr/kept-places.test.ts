import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { scanPage, type ScannedPage } from '../../src/ocr/scan-page.js';
import type { PageReader } from '../../src/ocr/text-reader.js';

setFlagsFromString('--expose-gc');
const collected = runInNewContext('gc') as () => void;

/** The places of a page that was read, and what tells whether its picture is still held. */
async function placesOf(): Promise<{ toPage: ScannedPage['toPage']; picture: WeakRef<Uint8Array> }> {
  const pixels = new Uint8Array(400 * 600).fill(240);
  pixels.fill(0, 200 * 400 + 100, 200 * 400 + 300);
  const all = { width: 400, height: 600, pixels, dpi: 100 };
  let seen: Uint8Array = pixels;
  const reader: PageReader = {
    name: 'none',
    readPage: (page) => {
      seen = page.pixels;
      return Promise.resolve([]);
    },
    readLines: () => Promise.resolve([]),
    readNumbers: () => Promise.resolve([]),
    close: () => Promise.resolve(),
  };
  const { toPage } = await scanPage({ all, withoutRed: all }, reader);
  return { toPage, picture: new WeakRef(seen) };
}

describe('the places of a page that was read from its picture', () => {
  it('are kept without the picture: those of a long scan would fill the memory', async () => {
    const { toPage, picture } = await placesOf();
    for (let i = 0; i < 5; i++) {
      await new Promise((resolve) => setImmediate(resolve));
      collected();
    }
    expect(toPage({ x0: 1, x1: 2, y0: 1, y1: 2 })).toEqual({ x0: 1, x1: 2, y0: 1, y1: 2 });
    expect(picture.deref()).toBeUndefined();
  });
});
