import sharp from 'sharp';
import type { PagePicture } from '../../../src/model/picture.js';
import { ofdReader } from '../../../src/read/ofd/ofd.js';
import { toRead } from '../../../src/read/legibility.js';
import { ofdParts, pageXml } from '../../make/ofd.js';
import { tinyZip } from '../tiny-zip.js';

const resources = '<?xml version="1.0" encoding="UTF-8"?><ofd:Res xmlns:ofd="http://www.ofdspec.org/2016" BaseLoc="Res"><ofd:MultiMedias><ofd:MultiMedia ID="5" Type="Image" Format="PNG"><ofd:MediaFile>image_5.png</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias></ofd:Res>';
const image = '<ofd:ImageObject ID="4" ResourceID="5" Boundary="10 20 50 50" CTM="50 0 0 50 0 0"/>';

/** A document with a page of 100 by 100 mm that paints its image, 400 pixels wide and high, black but for its lower half, from 10 mm, 20 mm on, 50 mm wide. */
async function scanned(layer = image, part?: Uint8Array): Promise<Awaited<ReturnType<typeof ofdReader.read>>['document']> {
  const half = await sharp({ create: { width: 400, height: 200, channels: 3, background: '#ffffff' } }).png().toBuffer();
  const content = part ?? await sharp({ create: { width: 400, height: 400, channels: 3, background: '#000000' } }).composite([{ input: half, top: 200, left: 0 }]).png().toBuffer();
  const parts = ofdParts([pageXml(layer, '0 0 100 100')], '<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>');
  return (await ofdReader.read(tinyZip([...parts, { name: 'Doc_0/DocumentRes.xml', content: resources }, { name: 'Doc_0/Res/image_5.png', content }]), { pages: 10 })).document;
}

/** Lightness at a place of a page of 100 by 100 mm. */
const at = ({ all }: PagePicture, x: number, y: number): number | undefined => all.pixels[Math.round((y * all.height) / 100) * all.width + Math.round((x * all.width) / 100)];

describe('a page of OFD that is a picture', () => {
  it('is to be read from it', async () => {
    const { pages } = await scanned();
    expect(pages.map(toRead)).toEqual(['page']);
  });
  it('is pictured with its image where it stands, as fine as that is', async () => {
    const picture = await (await scanned()).pictures?.pictureOf(1);
    if (!picture) throw new Error('no picture');
    expect(picture.all.dpi).toBeCloseTo((400 / 50) * 25.4, 0);
    expect([at(picture, 5, 30), at(picture, 30, 30), at(picture, 30, 60), at(picture, 80, 30)]).toEqual([255, 0, 255, 255]);
  });
  it('has no picture where it paints none', async () => {
    expect(await (await scanned('<ofd:TextObject ID="9" Font="1" Size="4" Boundary="10 20 50 5"><ofd:TextCode X="0" Y="4">1</ofd:TextCode></ofd:TextObject>')).pictures?.pictureOf(1)).toBeNull();
  });
  it.each([
    ['turned', '<ofd:ImageObject ID="4" ResourceID="5" Boundary="10 20 50 50" CTM="0 50 -50 0 50 0"/>', undefined, /turned/],
    ['of no kind that can be decoded', image, Uint8Array.of(0x97, 0x4a, 0x42, 0x32), /./],
    ['not there', '<ofd:ImageObject ID="4" ResourceID="6" Boundary="10 20 50 50" CTM="50 0 0 50 0 0"/>', undefined, /6/],
  ])('says so where its image is %s', async (_, layer, part, reason) => {
    await expect((await scanned(layer, part)).pictures?.pictureOf(1)).rejects.toThrow(reason);
  });
});
