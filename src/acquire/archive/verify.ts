import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FolderArchive } from './open-archive.js';
import { text } from './rows.js';

/** Something that is not as the catalog says, or not as its own name says. */
export interface ArchiveFault {
  /** `missing`: bytes that a receipt speaks of. `spoilt`: bytes that are not those of their hash, or not as many as received. `foreign`: a file that is none of the archive's. `catalog`: the catalog itself. */
  readonly code: 'missing' | 'spoilt' | 'foreign' | 'catalog';
  /** The file, or what of the catalog. */
  readonly what: string;
  /** Addresses that it came from. */
  readonly addresses: readonly string[];
}

export interface Verification {
  readonly objects: number;
  readonly receipts: number;
  readonly faults: readonly ArchiveFault[];
  /** Whole objects without a receipt: a run was killed between the two. They do no harm. */
  readonly unused: readonly string[];
}

/** Holds the hash of each object against its bytes, and the catalog against the objects. Another process may write meanwhile. */
export async function verifyArchive({ catalog, objects }: FolderArchive, signal: AbortSignal): Promise<Verification> {
  const faults: ArchiveFault[] = [];
  for (const { integrity_check: said } of catalog.rows('PRAGMA integrity_check')) if (said !== 'ok') faults.push({ code: 'catalog', what: String(said), addresses: [] });
  for (const row of catalog.rows('PRAGMA foreign_key_check')) faults.push({ code: 'catalog', what: `a row of ${String(row.table)} speaks of one in ${String(row.parent)} that is not there`, addresses: [] });
  const rows = catalog.rows('SELECT sha256, bytes, address FROM receipts ORDER BY address, id');
  // After the receipts: what comes in between has an object more, never one less.
  const { hashes, others } = await objects.list();
  const received = new Map<string, { bytes: number; addresses: Set<string> }>();
  for (const row of rows) {
    const one = received.get(text(row.sha256)) ?? { bytes: Number(row.bytes), addresses: new Set<string>() };
    received.set(text(row.sha256), { ...one, addresses: one.addresses.add(text(row.address)) });
  }
  const there = new Set(hashes);
  for (const [sha256, { addresses }] of received) if (!there.has(sha256)) faults.push({ code: 'missing', what: objects.pathOf(sha256), addresses: [...addresses] });
  for (const sha256 of hashes) {
    signal.throwIfAborted();
    const path = objects.pathOf(sha256);
    const { bytes, addresses } = received.get(sha256) ?? { bytes: undefined, addresses: [] };
    const whole = (await hashOfFile(path)) === sha256 && (bytes === undefined || (await stat(path)).size === bytes);
    if (!whole) faults.push({ code: 'spoilt', what: path, addresses: [...addresses] });
  }
  for (const name of others) faults.push({ code: 'foreign', what: join(objects.folder, name), addresses: [] });
  return { objects: hashes.length, receipts: rows.length, faults, unused: hashes.filter((one) => !received.has(one)) };
}

/** Empty where it can't be read. */
async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), hash);
  } catch {
    return '';
  }
  return hash.digest('hex');
}
