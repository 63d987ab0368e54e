import type { Listed, Receipt } from '../receipt.js';
import type { Refusal } from '../web-client.js';
import type { Row } from './catalog.js';

/** A row of `receipts`. */
export function receiptOf(row: Row): Receipt {
  return {
    address: text(row.address),
    finalAddress: text(row.final_address),
    fetchedAt: text(row.fetched_at),
    status: Number(row.status),
    headers: JSON.parse(text(row.headers)) as Record<string, string>,
    sha256: text(row.sha256),
    bytes: Number(row.bytes),
    ...(row.listed == null ? {} : { listed: JSON.parse(text(row.listed)) as Listed }),
    ...(row.attachment_of == null ? {} : { attachmentOf: text(row.attachment_of) }),
  };
}

/** A row of `refusals`. */
export function refusalOf(row: Row): Refusal {
  return {
    kind: 'refused',
    address: text(row.address),
    finalAddress: text(row.final_address),
    fetchedAt: text(row.fetched_at),
    code: text(row.code),
    message: text(row.message),
    hint: text(row.hint),
    ...(row.status == null ? {} : { status: Number(row.status) }),
    passing: row.passing === 1,
  };
}

/** A row of `listings`. */
export function listedOf(row: Row): Listed {
  return {
    list: text(row.list),
    ...(row.source == null ? {} : { source: text(row.source) }),
    ...(row.title == null ? {} : { title: text(row.title) }),
    ...(row.date == null ? {} : { date: text(row.date) }),
    ...(row.issuer == null ? {} : { issuer: text(row.issuer) }),
    ...(row.year == null ? {} : { year: Number(row.year) }),
  };
}

/** A column that is text and never null. */
export const text = (value: Row[string] | undefined): string => (typeof value === 'string' ? value : '');
