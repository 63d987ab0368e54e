/** How a compound file (MS-CFB 2.2) begins. */
const magic = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

export const isCompoundFile = (bytes: Uint8Array): boolean => magic.every((byte, i) => bytes[i] === byte);

/** Sector numbers from here on are marks (MS-CFB 2.1): the end of a chain, a free sector. */
const firstMark = 0xfffffffa;
/** An entry of the directory that is none. */
const noEntry = 0xffffffff;
const entrySize = 128;

interface Entry {
  readonly name: string;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  /** Where its first sector lies in the file. */
  readonly start: number;
}

/** The names of what lies at the root of a compound file: `WordDocument`, `Workbook`, `EncryptedPackage`. */
export const rootNames = (bytes: Uint8Array): ReadonlySet<string> => new Set(rootEntries(bytes).keys());

/**
 * What lies at the root of a compound file, by its name, and at which byte its
 * first sector begins. What lies in an object within the document is not among
 * it. Empty where the directory is broken.
 */
export function rootEntries(bytes: Uint8Array): ReadonlyMap<string, number> {
  const entries = directoryOf(bytes);
  const names = new Map<string, number>();
  const seen = new Set<number>();
  const open = [entries[0]?.child ?? noEntry];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const entry = entries[at];
    if (!entry || seen.has(at)) continue;
    seen.add(at);
    names.set(entry.name, entry.start);
    open.push(entry.left, entry.right);
  }
  return names;
}

function directoryOf(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const u32 = (at: number): number => (at + 4 <= bytes.length ? view.getUint32(at, true) : noEntry);
  const size = bytes[30] === 12 ? 4096 : 512;
  const sectorAt = (sector: number): number => (sector + 1) * size;
  const table = tableSectors(u32, size, sectorAt);
  const next = (sector: number): number => u32(sectorAt(table[Math.floor(sector / (size / 4))] ?? firstMark) + 4 * (sector % (size / 4)));
  const entries: Entry[] = [];
  const seen = new Set<number>();
  for (let sector = u32(48); sector < firstMark && !seen.has(sector) && sectorAt(sector) < bytes.length; sector = next(sector)) {
    seen.add(sector);
    for (let at = sectorAt(sector); at < sectorAt(sector) + size; at += entrySize) entries.push({ name: nameAt(bytes, at), left: u32(at + 68), right: u32(at + 72), child: u32(at + 76), start: sectorAt(u32(at + 116)) });
  }
  return entries;
}

/** The sectors that hold the table of chains: the first 109 stand in the header, more in sectors of their own. */
function tableSectors(u32: (at: number) => number, size: number, sectorAt: (sector: number) => number): number[] {
  const sectors = Array.from({ length: 109 }, (_, i) => u32(76 + 4 * i));
  const seen = new Set<number>();
  for (let more = u32(68); more < firstMark && !seen.has(more); more = u32(sectorAt(more) + size - 4)) {
    seen.add(more);
    for (let i = 0; i < size / 4 - 1; i++) sectors.push(u32(sectorAt(more) + 4 * i));
  }
  return sectors.filter((s) => s < firstMark);
}

function nameAt(bytes: Uint8Array, at: number): string {
  const length = Math.max(0, Math.min(64, (bytes[at + 64] ?? 0) - 2));
  return new TextDecoder('utf-16le').decode(bytes.subarray(at, at + length));
}
