import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { StopRun } from '../../model/errors.js';
import type { HostCounts } from '../client/options.js';
import type { Listed, Receipt } from '../receipt.js';
import type { Refusal, WebAnswer, WebOutcome } from '../web-client.js';
import type { Archive, ArchivedDocument, Due, KnownAddress, Planned, Recorded, Role, WhichDue } from './archive.js';
import { Catalog, catalogFile } from './catalog.js';
import { hostCounts } from './host-counts.js';
import { Objects, type Put } from './objects.js';
import { Plan } from './plan.js';
import { listedOf, receiptOf, refusalOf, text } from './rows.js';

/** Whether a folder is an archive. */
export const isArchive = (path: string): Promise<boolean> =>
  stat(join(path, catalogFile)).then(
    (stats) => stats.isFile(),
    () => false,
  );

/**
 * Opens the archive in a folder, for reading; for writing with the lock of
 * `batch/locked-archive.ts` alone.
 *
 * @throws StopRun where it is none (exit code 1) or can't be used (5)
 */
export async function openArchive(path: string, now: () => Date): Promise<FolderArchive> {
  if (!(await isArchive(path))) throw new StopRun(1, `${path} is no archive`, 'Name a folder that `gongkai fetch` or `gongkai crawl` wrote.');
  return new FolderArchive(path, Catalog.open(path), new Objects(path), now);
}

/** Opens the archive in a folder, or begins one there. */
export async function makeArchive(path: string, now: () => Date): Promise<FolderArchive> {
  const objects = new Objects(path);
  await mkdir(path, { recursive: true });
  await objects.make();
  return new FolderArchive(path, Catalog.open(path), objects, now);
}

/** Refusals that hang on the settings of a run, or are no answer of the address: they cost its site nothing the next time. */
const ofOurOwn: ReadonlySet<string> = new Set(['private-address', 'too-large', 'robots']);

/** Where no bytes came. */
const nothing: Put = { sha256: '', known: false };

/** An archive that is a folder: `objects/` and `catalog.db`. */
export class FolderArchive implements Archive {
  readonly counts: HostCounts;
  readonly #plan: Plan;

  constructor(
    readonly path: string,
    readonly catalog: Catalog,
    readonly objects: Objects,
    now: () => Date,
  ) {
    this.counts = hostCounts(catalog, now);
    this.#plan = new Plan(catalog, (sha256) => objects.has(sha256));
  }

  plan(planned: readonly Planned[], how: { readonly again?: boolean; readonly refusedBefore?: string } = {}): number {
    return this.#plan.add(planned, how);
  }

  due(which: WhichDue = {}): readonly Due[] {
    return this.#plan.due(which);
  }

  dismiss(address: string): void {
    this.#plan.dismiss(address);
  }

  async record(planned: Planned, outcome: WebOutcome, also: (recorded: Recorded) => void = () => undefined): Promise<Recorded> {
    const put = outcome.kind === 'answer' ? await this.objects.put(outcome.bytes) : nothing;
    return this.together(() => {
      const before = this.known(planned.address);
      if (before === undefined) this.#plan.add([planned], {});
      const recorded = outcome.kind === 'answer' ? this.#keep(planned, outcome, put, before) : this.#note(planned, outcome, before);
      also(recorded);
      return recorded;
    });
  }

  #keep(planned: Planned, answer: WebAnswer, { sha256, known }: Put, before: KnownAddress | undefined): Recorded {
    const { address } = planned;
    const listed = planned.listed ?? this.#plan.listed(address);
    this.catalog.change(
      'INSERT INTO receipts (address, final_address, fetched_at, status, headers, sha256, bytes, listed, attachment_of) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      ...[address, answer.finalAddress, answer.fetchedAt, answer.status, JSON.stringify(answer.headers), sha256, answer.bytes.length],
      ...[listed === undefined ? null : JSON.stringify(listed), planned.attachmentOf ?? null],
    );
    this.catalog.change('UPDATE addresses SET due = 0, asked_at = ?, refusal = NULL, receipt = last_insert_rowid() WHERE address = ?', answer.fetchedAt, address);
    const last = before?.receipt?.sha256;
    if (last !== undefined && last !== sha256) this.catalog.change('DELETE FROM attachments WHERE page = ?', address);
    return { change: last === undefined ? 'new' : last === sha256 ? 'same' : 'changed', sha256, knownBytes: known };
  }

  #note(planned: Planned, outcome: Exclude<WebOutcome, WebAnswer>, before: KnownAddress | undefined): Recorded {
    const { address } = planned;
    const sha256 = before?.receipt?.sha256;
    const had = sha256 === undefined ? { knownBytes: false } : { sha256, knownBytes: true };
    if (outcome.kind === 'unchanged') {
      this.catalog.change('UPDATE addresses SET due = 0, asked_at = ?, refusal = NULL WHERE address = ?', outcome.fetchedAt, address);
      return { change: 'same', ...had };
    }
    const { finalAddress, fetchedAt, code, message, hint, status, passing } = outcome;
    this.catalog.change(
      'INSERT INTO refusals (address, final_address, fetched_at, code, message, hint, status, passing) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      ...[address, finalAddress, fetchedAt, code, message, hint, status ?? null, passing ? 1 : 0],
    );
    const stays = passing || ofOurOwn.has(code) ? 1 : 0;
    this.catalog.change('UPDATE addresses SET due = ?, asked_at = ?, refusal = last_insert_rowid() WHERE address = ?', stays, fetchedAt, address);
    return { change: 'refused', ...had };
  }

  known(address: string): KnownAddress | undefined {
    const [row] = this.catalog.rows('SELECT role, due, asked_at, receipt, refusal FROM addresses WHERE address = ?', address);
    if (row === undefined) return undefined;
    const [receipt] = this.catalog.rows('SELECT * FROM receipts WHERE id = ?', row.receipt ?? null);
    const [refusal] = this.catalog.rows('SELECT * FROM refusals WHERE id = ?', row.refusal ?? null);
    return {
      address,
      role: row.role as Role,
      due: row.due === 1,
      ...(row.asked_at == null ? {} : { askedAt: text(row.asked_at) }),
      ...(receipt === undefined ? {} : { receipt: receiptOf(receipt) }),
      ...(refusal === undefined ? {} : { refusal: refusalOf(refusal) }),
    };
  }

  receiptsFrom(address: string): readonly Receipt[] {
    return this.catalog.rows('SELECT * FROM receipts WHERE address = ? ORDER BY id DESC', address).map(receiptOf);
  }

  receiptsOf(sha256: string): readonly Receipt[] {
    return this.catalog.rows('SELECT * FROM receipts WHERE sha256 = ? ORDER BY id DESC', sha256).map(receiptOf);
  }

  listings(address: string): readonly Listed[] {
    return this.catalog.rows('SELECT * FROM listings WHERE address = ? ORDER BY of', address).map(listedOf);
  }

  documents(): readonly ArchivedDocument[] {
    const rows = this.catalog.rows("SELECT r.* FROM addresses a JOIN receipts r ON r.id = a.receipt WHERE a.role = 'document' ORDER BY a.address");
    const attachedTo = new Map<string, string[]>();
    for (const row of this.catalog.rows('SELECT page, address FROM attachments ORDER BY page')) {
      const address = text(row.address);
      attachedTo.set(address, [...(attachedTo.get(address) ?? []), text(row.page)]);
    }
    return rows.map((row) => {
      const receipt = receiptOf(row);
      return { address: receipt.address, receipt, listings: this.listings(receipt.address), attachedTo: attachedTo.get(receipt.address) ?? [] };
    });
  }

  refused({ of }: { readonly of?: string } = {}): readonly Refusal[] {
    const rows = this.catalog.rows(
      `SELECT f.* FROM addresses a JOIN refusals f ON f.id = a.refusal
       WHERE ? IS NULL OR EXISTS (SELECT 1 FROM listings l WHERE l.address = a.address AND l.of = ?) ORDER BY a.place`,
      ...[of ?? null, of ?? null],
    );
    return rows.map(refusalOf);
  }

  async bytes(sha256: string): Promise<Uint8Array> {
    try {
      return await this.objects.get(sha256);
    } catch {
      throw new StopRun(5, `The archive ${this.path} has no readable ${this.pathOf(sha256)}`, '`gongkai archive verify` tells what else is wrong.');
    }
  }

  pathOf(sha256: string): string {
    return this.objects.pathOf(sha256);
  }

  remember(of: string, key: string, value: unknown): void {
    this.catalog.change('INSERT OR REPLACE INTO memory (of, key, value) VALUES (?, ?, ?)', of, key, JSON.stringify(value));
  }

  recall(of: string, key: string): unknown {
    const [row] = this.catalog.rows('SELECT value FROM memory WHERE of = ? AND key = ?', of, key);
    return row === undefined ? undefined : (JSON.parse(text(row.value)) as unknown);
  }

  forget(of: string, key?: string): void {
    this.catalog.change('DELETE FROM memory WHERE of = ? AND (? IS NULL OR key = ?)', of, key ?? null, key ?? null);
  }

  together<T>(work: () => T): T {
    return this.catalog.together(work);
  }

  close(): void {
    this.catalog.close();
  }
}
