// A digital report whose tables were pasted in as pictures: printed once whole and once with its tables unseen; where
// the two differ is a table, and the picture of it goes there.

import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { htmlOf } from '../html.js';
import { blocksOf, type Typeset } from '../page.js';
import { printWith, withFolder } from '../print.js';
import { coded } from './coding.js';
import { pictureOf, sheetFrom } from './paper.js';
import { codingOf, qualityOf } from './pdf-kinds.js';
import { PdfFile } from './pdf-file.js';
import { pagesOf } from './rasterise.js';
import { pointsOf, type Sheet, type Treatment } from './scan.js';
import { treated } from './treat.js';

interface Area { left: number; top: number; width: number; height: number }

/** What differs between two pictures of one page, in bands that white of more than 12 points keeps apart. */
function differences(whole: Sheet, rest: Sheet): Area[] {
  const gap = whole.dpi / 6;
  const bands: { top: number; bottom: number; left: number; right: number }[] = [];
  for (let y = 0; y < whole.height; y += 1) {
    for (let x = 0; x < whole.width; x += 1) {
      const at = (y * whole.width + x) * whole.channels;
      if (whole.pixels[at] === rest.pixels[at]) continue;
      let band = bands.at(-1);
      if (!band || y - band.bottom > gap) bands.push(band = { top: y, bottom: y, left: x, right: x });
      band.bottom = y;
      band.left = Math.min(band.left, x);
      band.right = Math.max(band.right, x);
    }
  }
  return bands.map(({ top, bottom, left, right }) => {
    const edge = Math.round(whole.dpi / 36);
    const [x0, y0] = [Math.max(0, left - edge), Math.max(0, top - edge)];
    return { left: x0, top: y0, width: Math.min(whole.width, right + edge) - x0, height: Math.min(whole.height, bottom + edge) - y0 };
  });
}

export const withTablePictures = (typeset: Typeset, treatment: Treatment, office: string, seed: string): Promise<Buffer> => withFolder(async (folder) => {
  const { dress, report } = typeset;
  if (dress.engine !== 'chromium') throw new Error('tables can be hidden in Chromium alone');
  const html = htmlOf(blocksOf(typeset, 0), report.title.join(''), dress, false);
  const [wholePdf, restPdf, layer, target] = ['whole', 'rest', 'layer', 'report'].map((name) => join(folder, `${name}.pdf`)) as [string, string, string, string];
  await printWith('chromium', html, wholePdf);
  await printWith('chromium', html.replace('</style>', 'table { visibility: hidden; }</style>'), restPdf);
  const colour = treatment.ink === 'colour';
  const [wholes, rests] = [await pagesOf(wholePdf, treatment.dpi, colour), await pagesOf(restPdf, treatment.dpi, colour)];
  const file = new PdfFile();
  for (const [place, whole] of wholes.entries()) {
    const rest = rests[place];
    if (!rest) throw new Error('the report without its tables has fewer pages');
    const box = [pointsOf(whole.width, whole.dpi), pointsOf(whole.height, whole.dpi)] as const;
    const names: string[] = [];
    const contents: string[] = [];
    for (const [of, area] of differences(whole, rest).entries()) {
      const cut = await sheetFrom(pictureOf(whole).extract(area), whole);
      const table = await treated(cut, cut, treatment, office, `${seed} ${place} ${of}`);
      const { dictionary, data } = await coded(table, codingOf(treatment), qualityOf(treatment));
      names.push(`/T${of} ${file.stream(`/Type /XObject /Subtype /Image ${dictionary}`, data)} 0 R`);
      const [left, bottom] = [area.left, whole.height - area.top - area.height].map((pixels) => pointsOf(pixels, whole.dpi));
      contents.push(`q ${pointsOf(area.width, whole.dpi)} 0 0 ${pointsOf(area.height, whole.dpi)} ${left} ${bottom} cm /T${of} Do Q`);
    }
    file.page(box, contents.join('\n'), `/XObject << ${names.join(' ')} >>`);
  }
  await writeFile(layer, file.bytes());
  await promisify(execFile)('qpdf', [restPdf, '--overlay', layer, '--', target]);
  return readFile(target);
});
