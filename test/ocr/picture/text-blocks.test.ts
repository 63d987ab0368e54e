import { around, type Box } from '../../../src/model/box.js';
import { linesOfInk } from '../../../src/ocr/picture/text-blocks.js';
import { piecesOf } from '../../../src/ocr/picture/text-pieces.js';

/** The size of the characters. Pixels. */
const em = 30;
/** The ink of Chinese characters that stand beside one another from there on, each 27 pixels wide and high. */
const text = (x: number, y: number, count: number): Box[] => Array.from({ length: count }, (_, i) => ({ x0: x + em * i, x1: x + em * i + 27, y0: y, y1: y + 27 }));
const digit = (x: number, y: number): Box => ({ x0: x, x1: x + 14, y0: y + 2, y1: y + 24 });
const boxes = (parts: readonly (readonly Box[])[]): string[] => parts.flatMap((p) => around(p) ?? []).map((b) => `${b.x0}-${b.x1} ${b.y0}`).sort();
const pieces = (strokes: readonly Box[]): string[] => boxes(linesOfInk(strokes, em).flatMap((line) => piecesOf(line, em)));

describe('the ink of text without lines around it', () => {
  it('is cut between the heads of two columns, however near they stand', () => {
    expect(pieces([...text(100, 50, 2), ...text(173, 50, 2)])).toEqual(['100-157 50', '173-230 50']);
  });

  it('is not cut within a text, whose characters stand as near as they are wide', () => {
    expect(pieces(text(100, 50, 6))).toEqual(['100-277 50']);
  });

  it('is cut between lines that stand half a line higher and lower beside one another', () => {
    const head = [...text(100, 50, 2), ...text(100, 82, 2)];
    expect(pieces([...head, ...text(190, 66, 2)])).toEqual(['100-157 50', '100-157 82', '190-247 66']);
  });

  it('is cut between the numbers of neighbouring columns, and not between the digits of one', () => {
    expect(pieces([digit(100, 50), digit(116, 50), digit(160, 50)])).toEqual(['100-130 52', '160-174 52']);
  });

  it('holds a bracket and a mark together with what they belong to, though their room is half empty', () => {
    const opens = { x0: 117, x1: 126, y0: 50, y1: 77 };
    const closes = { x0: 164, x1: 173, y0: 50, y1: 77 };
    expect(pieces([opens, ...text(130, 50, 1), closes, ...text(190, 50, 2)])).toEqual(['117-247 50']);
    const mark = { x0: 132, x1: 140, y0: 68, y1: 77 };
    expect(pieces([...text(100, 50, 1), mark, ...text(160, 50, 2)])).toEqual(['100-217 50']);
  });

  it('is one character where its strokes stand one above the other', () => {
    const two = [{ x0: 104, x1: 124, y0: 54, y1: 57 }, { x0: 100, x1: 128, y0: 72, y1: 75 }];
    expect(pieces([...two, ...text(130, 50, 2)])).toEqual(['100-187 50']);
  });

  it('is no text where it is larger than any character', () => {
    expect(pieces([{ x0: 100, x1: 400, y0: 50, y1: 200 }])).toEqual([]);
  });
});
