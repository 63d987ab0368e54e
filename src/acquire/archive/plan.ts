import type { Listed } from '../receipt.js';
import type { Due, Planned, Role, WhichDue } from './archive.js';
import type { Catalog } from './catalog.js';
import { listedOf, text } from './rows.js';

/** Addresses that are to be asked, in the catalog. */
export class Plan {
  /** `has`: whether the bytes of a hash are there. */
  constructor(
    private readonly catalog: Catalog,
    private readonly has: (sha256: string) => boolean,
  ) {}

  add(planned: readonly Planned[], { again = false, refusedBefore = '' }: { readonly again?: boolean; readonly refusedBefore?: string }): number {
    return this.catalog.together(() => planned.filter((one) => this.#add(one, again, refusedBefore)).length);
  }

  #add(planned: Planned, again: boolean, refusedBefore: string): boolean {
    const { address, role, listed, attachmentOf } = planned;
    if (attachmentOf !== undefined) this.#attach(attachmentOf, address);
    if (listed !== undefined) this.#list(address, listed);
    const next = '(SELECT coalesce(max(place), 0) + 1 FROM addresses)';
    if (this.catalog.change(`INSERT OR IGNORE INTO addresses (address, role, place, due) VALUES (?, ?, ${next}, 1)`, address, role) > 0) return true;
    return (
      this.catalog.change(
        `UPDATE addresses SET due = 1, place = ${next} WHERE address = ? AND due = 0
         AND (? OR refusal IS NULL AND receipt IS NULL OR EXISTS (SELECT 1 FROM refusals WHERE id = refusal AND fetched_at < ?))`,
        address,
        again ? 1 : 0,
        refusedBefore,
      ) > 0
    );
  }

  /** What is said of a page holds for its attachments, until something is said of them. */
  #attach(page: string, address: string): void {
    this.catalog.change('INSERT OR IGNORE INTO attachments (page, address) VALUES (?, ?)', page, address);
    this.catalog.change(
      'INSERT OR IGNORE INTO listings (address, of, list, source, title, date, issuer, year) SELECT ?, of, list, source, title, date, issuer, year FROM listings WHERE address = ?',
      ...[address, page],
    );
  }

  #list(address: string, { list, source, title, date, issuer, year }: Listed): void {
    this.catalog.change(
      'INSERT OR REPLACE INTO listings (address, of, list, source, title, date, issuer, year) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      ...[address, source ?? list, list, source ?? null, title ?? null, date ?? null, issuer ?? null, year ?? null],
    );
  }

  due({ of, role, attachmentOf, after = 0 }: WhichDue): readonly Due[] {
    const conditions: (readonly [sql: string, value: string | number])[] = [['a.place > ?', after]];
    if (role !== undefined) conditions.push(['a.role = ?', role]);
    if (of !== undefined) conditions.push(['EXISTS (SELECT 1 FROM listings l WHERE l.address = a.address AND l.of = ?)', of]);
    if (attachmentOf !== undefined) conditions.push(['a.address IN (SELECT t.address FROM attachments t WHERE t.page = ?)', attachmentOf]);
    const rows = this.catalog.rows(
      `SELECT a.address, a.role, a.place, r.headers, r.sha256,
         (SELECT page FROM attachments t WHERE t.address = a.address ORDER BY rowid LIMIT 1) AS page
       FROM addresses a LEFT JOIN receipts r ON r.id = a.receipt
       WHERE a.due = 1 AND ${conditions.map(([sql]) => sql).join(' AND ')} ORDER BY a.place`,
      ...conditions.map(([, value]) => value),
    );
    return rows.map((row) => {
      const address = text(row.address);
      const listed = this.listed(address, of);
      // Bytes that are gone are asked for whole.
      const known = row.headers == null || !this.has(text(row.sha256)) ? undefined : validators(JSON.parse(text(row.headers)) as Record<string, string>);
      return {
        address,
        role: row.role as Role,
        place: Number(row.place),
        ...(listed === undefined ? {} : { listed }),
        ...(row.page == null ? {} : { attachmentOf: text(row.page) }),
        ...(known === undefined ? {} : { known }),
      };
    });
  }

  /** What a source or list (`of`) says of an address, else what the first does. */
  listed(address: string, of?: string): Listed | undefined {
    const row = this.catalog.rows('SELECT * FROM listings WHERE address = ? ORDER BY of IS NOT ?, rowid LIMIT 1', address, of ?? null)[0];
    return row && listedOf(row);
  }

  dismiss(address: string): void {
    this.catalog.change('UPDATE addresses SET due = 0 WHERE address = ?', address);
  }
}

/** What a server wants to hear of the version at hand (RFC 9110, 13.1). */
function validators(headers: Readonly<Record<string, string>>): Due['known'] {
  const { etag, 'last-modified': lastModified } = headers;
  return etag === undefined && lastModified === undefined ? undefined : { ...(etag === undefined ? {} : { etag }), ...(lastModified === undefined ? {} : { lastModified }) };
}
