// What scanning programs write over their pictures: text that nobody sees, right or wrong, and stamps.

import type { Chance } from '../chance.js';
import type { PdfFile } from './pdf-file.js';
import type { PlacedWord } from './rasterise.js';

const toUnicode = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange
1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap CMapName currentdict /CMap defineresource pop end end`;

/** A font without glyphs, whose codes are the characters themselves, as tesseract and OCRmyPDF use. Gives its object. */
export function glyphless(file: PdfFile): number {
  const map = file.stream('', Buffer.from(toUnicode, 'latin1'));
  const descriptor = file.add('<< /Type /FontDescriptor /FontName /GlyphLess /Flags 5 /FontBBox [0 0 500 1000] /ItalicAngle 0 /Ascent 1000 /Descent 0 /CapHeight 1000 /StemV 80 >>');
  const below = file.add(`<< /Type /Font /Subtype /CIDFontType2 /BaseFont /GlyphLess /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor ${descriptor} 0 R >>`);
  return file.add(`<< /Type /Font /Subtype /Type0 /BaseFont /GlyphLess /Encoding /Identity-H /DescendantFonts [${below} 0 R] /ToUnicode ${map} 0 R >>`);
}

export type Garble = (text: string) => string;

const rubbish = Array.from('l1|!iIoO0。、,.:;-_~"\'一二三丨丿亻口日曰目且旦囗回田由甲申8B3S5Z7T^*#');

/** Nothing of it is right: signs that look somewhat like what is there, some words lost, some twice. */
export const rubbishOf = (chance: Chance): Garble => (text) => (chance.hit(0.15) ? '' : Array.from(text, () => (chance.hit(0.1) ? '' : chance.pick(rubbish))).join(''));

/** The words as they are, but every third number is another number. */
export const wrongNumbersOf = (chance: Chance): Garble => (text) => (/^\d[\d,.]*$/.test(text) && chance.hit(0.34) ? text.replace(/\d/g, (digit) => String((Number(digit) + chance.whole(1, 9)) % 10)) : text);

const decoded = (text: string): string => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&apos;/g, '\'').replace(/&amp;/g, '&');

/** Invisible text over a page of this height, each word stretched to the width of its place. Points. */
export function invisible(words: readonly PlacedWord[], height: number, font: string, garble: Garble): string {
  const shown = words.map((word) => {
    const text = garble(decoded(word.text));
    const size = word.y1 - word.y0;
    if (text === '' || size <= 0) return '';
    const stretch = (word.x1 - word.x0) / (text.length * 0.5 * size) * 100;
    const codes = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0')).join('');
    return `/${font} ${size.toFixed(2)} Tf ${stretch.toFixed(2)} Tz 1 0 0 1 ${word.x0.toFixed(2)} ${(height - word.y1 + 0.15 * size).toFixed(2)} Tm <${codes}> Tj`;
  });
  return `BT 3 Tr\n${shown.filter((each) => each !== '').join('\n')}\nET`;
}

/** What a scanning program prints on the page for all to see. */
export const stamp = (page: number, font: string): string =>
  `BT 0 Tr 0.4 g /${font} 8 Tf 1 0 0 1 36 20 Tm (Scanned with ScanMaster Pro - page ${page}) Tj 1 0 0 1 420 822 Tm (2024-03-01 10:2${page % 10}) Tj ET`;
