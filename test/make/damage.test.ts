import { brokenStart, halfLengths, oldRevision, truncated } from './damage.js';
import { numbersLayer } from './layer.js';
import { read } from '../../src/read/readers.js';

const limits = { pages: 10 };
const text = (bytes: Buffer): string => bytes.toString('latin1');

describe('a file that is spoilt on purpose', () => {
  const whole = numbersLayer('white');

  it('ends before its cross-reference table where it is cut', () => {
    expect(text(truncated(whole))).toMatch(/endobj\s*$/);
    expect(text(whole)).toContain('\nxref\n');
  });

  it('points to a place that holds no cross-reference table', () => {
    expect(text(brokenStart(whole))).toMatch(/startxref\n7\n%%EOF\n$/);
  });

  it('gives a length that is not the length of its stream, at the same offsets', () => {
    const spoilt = halfLengths(whole);
    expect(spoilt).toHaveLength(whole.length);
    expect(/\/Length (\d+)/.exec(text(spoilt))?.[1]).not.toBe(/\/Length (\d+)/.exec(text(whole))?.[1]);
  });
});

describe('a file with an update at its end', () => {
  const content = 'BT /F 12 Tf 20 20 Td (47) Tj ET';
  const qdf = ['%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n', '2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n',
    '3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>\nendobj\n',
    `%% Contents for page 1\n4 0 obj\n<<\n  /Length 5 0 R\n>>\nstream\n${content}\nendstream\nendobj\n`, `5 0 obj\n${content.length + 1}\nendobj\n`];
  const offsets = qdf.map((_, place) => qdf.slice(0, place).join('').length + (place === 0 ? 9 : place === 3 ? 23 : 0));
  const body = qdf.join('');
  const file = Buffer.from(`${body}xref\n0 6\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}trailer <<\n  /Root 1 0 R\n  /Size 6\n>>\nstartxref\n${body.length}\n%%EOF\n`, 'latin1');

  it('shows what the update says, though the older revision is blank', async () => {
    const { document } = await read(oldRevision(file), limits);
    expect(document.pages[0]?.words.map((word) => word.text)).toEqual(['47']);
    const { document: older } = await read(oldRevision(file).subarray(0, file.length), limits);
    expect(older.pages[0]?.words).toEqual([]);
  });
});
