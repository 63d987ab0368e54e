import type { InsetPicture } from '../inset-pictures.js';
import { streamsIn } from './compound-streams.js';

/** First bytes of the pictures that are kept as they are (MS-ODRAW 2.2.27, 2.2.28). */
const begins = ['89504e470d0a1a0a', 'ffd8ffe0', 'ffd8ffe1'].map((hex) => Buffer.from(hex, 'hex'));

/** The streams of a Word document that hold pictures: those in a line of text, and those that float. */
const streams = ['Data', 'WordDocument'];

/** Before a picture in a line of text stands how large it is shown (MS-DOC 2.9.190, PICF): no further than this. Bytes. */
const headWithin = 1200;
/** Its size, and the kinds of pictures it speaks of. */
const headSize = 0x44;
const pictureKinds = new Set([0x64, 0x66]);
const twipsPerPoint = 20;
/** More pictures than these are not looked for. */
const most = 200;

/** The PNG and JPEG pictures in a Word document of before 2007. Nobody tells at which line they stand; of those that float nor how large they are shown. */
export const picturesInDoc = (bytes: Uint8Array): InsetPicture[] => streamsIn(bytes, streams).flatMap(picturesInStream);

/** Records of a workbook that hold its pictures (MS-XLS 2.4.171), and that go on with what is too long for one (2.4.58). */
const drawingGroup = 0x00eb;
const continues = 0x003c;

/** The PNG and JPEG pictures in an Excel workbook of before 2007. Nobody tells on which sheet they lie, nor how large they are shown. */
export function picturesInXls(bytes: Uint8Array): InsetPicture[] {
  const [stream = Buffer.alloc(0)] = streamsIn(bytes, ['Workbook', 'Book']);
  const parts: Buffer[] = [];
  let isDrawing = false;
  for (let at = 0; at + 4 <= stream.length; at += 4 + stream.readUInt16LE(at + 2)) {
    const kind = stream.readUInt16LE(at);
    isDrawing = kind === drawingGroup || (kind === continues && isDrawing);
    if (isDrawing) parts.push(stream.subarray(at + 4, at + 4 + stream.readUInt16LE(at + 2)));
  }
  return picturesInStream(Buffer.concat(parts));
}

function picturesInStream(stream: Buffer): InsetPicture[] {
  const found: InsetPicture[] = [];
  for (const begin of begins) {
    for (let at = stream.indexOf(begin); at >= 0 && found.length < most; at = stream.indexOf(begin, at + 1)) {
      const head = headBefore(stream, at);
      found.push({ bytes: new Uint8Array(stream.subarray(at, head?.end)), line: 1, shown: head?.shown ?? null });
    }
  }
  return found;
}

/** What is told before a picture of how large it is shown, and where it ends; null where nothing is. */
function headBefore(stream: Buffer, at: number): { readonly shown: InsetPicture['shown']; readonly end: number } | null {
  for (let from = at - headSize; from >= Math.max(0, at - headWithin); from--) {
    if (stream.readUInt16LE(from + 4) !== headSize || !pictureKinds.has(stream.readUInt16LE(from + 6))) continue;
    const end = from + stream.readUInt32LE(from);
    const [across, down, percentAcross, percentDown] = [28, 30, 32, 34].map((offset) => stream.readUInt16LE(from + offset)) as [number, number, number, number];
    if (end > at && end <= stream.length) return { end, shown: { width: (across * percentAcross) / 1000 / twipsPerPoint, height: (down * percentDown) / 1000 / twipsPerPoint } };
  }
  return null;
}
