import { finding } from '../../../src/model/findings.js';
import { tooLargePicture } from '../../../src/read/pdf/large-pictures.js';
import { read } from '../../../src/read/readers.js';
import { tinyPdf } from '../tiny-pdf.js';

const picture = (width: number, height: number): string => `<< /Type /XObject /Subtype /Image /Width ${String(width)} /Height ${String(height)} /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /ASCIIHexDecode /Length 3 >>\nstream\nff>\nendstream`;
const page = (width: number, height: number, more = ''): Uint8Array => tinyPdf(`q 400 0 0 300 0 0 cm /P Do Q ${more}`, '', '/XObject << /P 6 0 R >>', [picture(width, height)]);

describe('a picture of more pixels than are decoded', () => {
  it('is told with the page that shows nothing else, and nothing on that page is certain', async () => {
    const { document, findings } = await read(page(75_000, 150_000), { pages: 10 });
    expect(findings).toContainEqual(finding('page-unreadable', 'p1', { reason: 'a picture of 75000 × 150000 pixels is more than is decoded (64000000)' }));
    expect(document.pages[0]).toMatchObject({ partial: true });
  });
  it('is not told of a page with text: the picture may be anywhere', async () => {
    expect((await read(page(75_000, 150_000, 'BT /F1 10 Tf 100 200 Td (125) Tj ET'), { pages: 10 })).findings).toEqual([]);
  });
  it('is none of a page that can be pictured', () => {
    expect(tooLargePicture(page(2480, 3508))).toBeNull();
  });
});
