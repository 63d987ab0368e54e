import type { ArchivedDocument } from '../acquire/archive/archive.js';
import { archiveAddress } from '../acquire/archive/archive.js';
import { exportArchive } from '../acquire/archive/export-archive.js';
import { openArchive, type FolderArchive } from '../acquire/archive/open-archive.js';
import { verifyArchive } from '../acquire/archive/verify.js';
import type { Receipt } from '../acquire/receipt.js';
import type { Refusal } from '../acquire/web-client.js';
import { interruption } from '../batch/read-each.js';
import { csvText } from '../export/csv-text.js';
import { unwritable } from '../export/unwritable.js';
import type { ExportOptions, ListOptions, VerifyOptions } from './archive-options.js';
import { printable } from './printable.js';
import { line } from './summary-lines.js';
import type { Surroundings } from './surroundings.js';

/** `gongkai archive ls`: what is in it. */
export const listArchive = (path: string, options: ListOptions, surroundings: Surroundings): Promise<number> =>
  opened(path, surroundings, async (archive) => {
    const rows = options.refused ? archive.refused().filter(wanted(archive, options)).map(refusalRow) : archive.documents().map(documentRow).filter(wanted(archive, options));
    const names = options.refused ? refusalColumns : documentColumns;
    if (options.json) for (const row of rows) surroundings.out(`${JSON.stringify(row)}\n`);
    else surroundings.out(await csvText([names, ...rows.map((row) => names.map((name) => String((row as Readonly<Record<string, string | number | boolean | undefined>>)[name] ?? '')))]));
    return 0;
  });

const documentColumns = ['address', 'final_address', 'fetched_at', 'status', 'bytes', 'sha256', 'content_type', 'list', 'title', 'date', 'issuer', 'year', 'attached_to'];
const refusalColumns = ['address', 'final_address', 'fetched_at', 'code', 'status', 'passing', 'message', 'hint'];

function documentRow({ receipt, listings, attachedTo }: ArchivedDocument) {
  const listed = listings[0] ?? receipt.listed;
  return { ...receiptRow(receipt), list: listed?.source ?? listed?.list, title: listed?.title, date: listed?.date, issuer: listed?.issuer, year: listed?.year, attached_to: attachedTo.join(' ') };
}

const receiptRow = ({ address, finalAddress, fetchedAt, status, bytes, sha256, headers }: Receipt) => ({ address, final_address: finalAddress, fetched_at: fetchedAt, status, bytes, sha256, content_type: headers['content-type'] });

const refusalRow = ({ address, finalAddress, fetchedAt, code, status, passing, message, hint }: Refusal) => ({ address, final_address: finalAddress, fetched_at: fetchedAt, code, status, passing, message, hint });

const wanted =
  (archive: FolderArchive, { host, list, since }: ListOptions) =>
  (row: { readonly address: string; readonly fetchedAt?: string; readonly fetched_at?: string }): boolean =>
    (host === undefined || new URL(row.address).hostname === host || new URL(row.address).host === host) &&
    (since === undefined || (row.fetchedAt ?? row.fetched_at ?? '') >= since) &&
    (list === undefined || archive.listings(row.address).some((one) => one.list === list || one.source === list));

/** `gongkai archive show`: all of one address or hash. */
export const showArchived = (path: string, what: string, { out, err, now }: Surroundings): Promise<number> =>
  opened(path, { now }, (archive) => {
    if (/^[0-9a-f]{64}$/i.test(what)) {
      const sha256 = what.toLowerCase();
      const receipts = archive.receiptsOf(sha256);
      if (receipts.length > 0) out(`${JSON.stringify({ sha256, path: archive.pathOf(sha256), receipts }, null, 2)}\n`);
      if (receipts.length > 0) return Promise.resolve(0);
    } else if (URL.canParse(what)) {
      // As it stands first: the address of a form has what was sent behind `#`.
      const known = archive.known(what) ?? archive.known(archiveAddress({ address: what }));
      if (known !== undefined) {
        const { address, due, askedAt, refusal } = known;
        const attachments = archive.documents().filter((one) => one.attachedTo.includes(address)).map((one) => one.address);
        out(`${JSON.stringify({ address, due, asked_at: askedAt ?? null, refusal: refusal ?? null, listings: archive.listings(address), attachments, receipts: archive.receiptsFrom(address) }, null, 2)}\n`);
        return Promise.resolve(0);
      }
    }
    err(`gongkai: The archive knows nothing of ${printable(what)}\n`);
    return Promise.resolve(4);
  });

/** `gongkai archive export`: the documents under names for people. */
export const exportedArchive = (path: string, { out: folder }: ExportOptions, { err, now, signal }: Surroundings): Promise<number> =>
  opened(path, { now, signal }, async (archive) => {
    try {
      err(`${line('Documents', await exportArchive(archive, folder, signal), [])}\nFolder     ${printable(folder)}\n`);
      return 0;
    } catch (error) {
      throw unwritable(error, folder);
    }
  });

/** `gongkai archive verify`: whether it is whole. */
export const verifiedArchive = (path: string, { json }: VerifyOptions, { out, err, now, signal, version }: Surroundings): Promise<number> =>
  opened(path, { now, signal }, async (archive) => {
    const { objects, receipts, faults, unused } = await verifyArchive(archive, signal);
    const exitCode = faults.length === 0 ? 0 : 3;
    err(`${line('Objects', objects, [[unused.length, 'without a receipt, which does no harm']])}\n${line('Receipts', receipts, [])}\n${line('Faults', faults.length, [])}\n`);
    for (const { code, what, addresses } of faults) err(`\n  ${code}: ${printable(what)}\n${addresses.map((one) => `    ${printable(one)}\n`).join('')}`);
    if (faults.some(({ code }) => code === 'missing' || code === 'spoilt')) err('\n  Delete what is spoilt, and fetch these addresses with --again.\n');
    if (json) out(`${JSON.stringify({ program: `gongkai ${version}`, archive: path, exit_code: exitCode, objects, receipts, unused: unused.length, faults })}\n`);
    return exitCode;
  });

async function opened(path: string, { now, signal }: Pick<Surroundings, 'now'> & Partial<Pick<Surroundings, 'signal'>>, work: (archive: FolderArchive) => Promise<number>): Promise<number> {
  const archive = await openArchive(path, now);
  try {
    return await work(archive);
  } catch (error) {
    throw (signal && interruption(signal, 'Interrupted', 'Give the same command again.')) ?? error;
  } finally {
    archive.close();
  }
}
