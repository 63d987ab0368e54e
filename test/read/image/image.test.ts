import sharp from 'sharp';
import { imageReader } from '../../../src/read/image/image.js';

const pictureOf = (width: number, height: number, density?: number): Promise<Buffer> => {
  const picture = sharp({ create: { width, height, channels: 3, background: 'white' } }).png();
  return (density === undefined ? picture : picture.withMetadata({ density })).toBuffer();
};

describe('the page of a picture, in points', () => {
  it.each([
    ['is as large as its density says', 1654, 2339, 200, [595, 842]],
    ['is A4 where it says none', 1240, 1754, undefined, [595, 842]],
    ['is A4 lying where it is wider than high', 1754, 1240, undefined, [842, 595]],
    ['is A4 where its density would make paper of it as large as a wall', 1240, 1754, 72, [595, 842]],
    ['is as wide as one of A4 where it is longer: several stand below one another', 1240, 3508, undefined, [595, 1685]],
  ])('%s', async (_, width, height, density, size) => {
    const { document } = await imageReader.read(await pictureOf(width, height, density), { pages: 5 });
    expect(document.pages.map((p) => [Math.round(p.width), Math.round(p.height)])).toEqual([size]);
  });
});
