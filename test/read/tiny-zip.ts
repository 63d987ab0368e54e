import { crc32, deflateRawSync } from 'node:zlib';

export interface TinyMember {
  /** Bytes where it is not ASCII nor UTF-8. */
  readonly name: string | Uint8Array;
  readonly content: string | Uint8Array;
  /** What the headers say of its length. */
  readonly says?: number;
  /** What the headers say of its checksum. */
  readonly crc?: number;
  /** Bits of the flags: 1 encrypted, 0x800 the name is UTF-8. */
  readonly flags?: number;
  readonly stored?: true;
}

/** A ZIP archive, which may lie. */
export function tinyZip(members: readonly TinyMember[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, says, crc, flags = 0, stored } of members) {
    const bytes = Buffer.from(content as string);
    const data = stored ? bytes : deflateRawSync(bytes);
    const label = Buffer.from(name as string);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(flags, 2);
    head.writeUInt16LE(stored ? 0 : 8, 4);
    head.writeUInt32LE(crc ?? crc32(bytes), 10);
    head.writeUInt32LE(data.length, 14);
    head.writeUInt32LE(says ?? bytes.length, 18);
    head.writeUInt16LE(label.length, 22);
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), head, label, data);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head, place, label);
    at += 4 + head.length + label.length + data.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(members.length, 4);
  end.writeUInt16LE(members.length, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(at, 12);
  return new Uint8Array(Buffer.concat([...parts, ...directory, Buffer.from('PK\x05\x06', 'latin1'), end]));
}
