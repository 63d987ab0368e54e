// A page of A4 full of numbers that nobody sees, to lay over or under the pages of a report.

/** Numbers on a raster of 43 × 13 points, in text rendering mode 3 or in white. */
export function numbersLayer(mode: 'invisible' | 'white'): Buffer {
  const shown = Array.from({ length: 55 }, (_, line) => Array.from({ length: 10 }, (_unused, place) =>
    `1 0 0 1 ${76 + 43 * place} ${770 - 13 * line} Tm (${(line * 37 + place * 101) % 997}) Tj`).join('\n')).join('\n');
  const content = `q 1 1 1 rg BT /F 9 Tf ${mode === 'invisible' ? '3 Tr' : '0 Tr'}\n${shown}\nET Q`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595.3 841.9] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, place) => {
    const offset = text.length;
    text += `${place + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}
