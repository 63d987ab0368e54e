import type { HostCounts } from '../client/options.js';
import type { Listed, Receipt } from '../receipt.js';
import type { Refusal, WebOutcome, WebRequest } from '../web-client.js';

/**
 * What an address is asked for: a document (a page or its attachment), or a list
 * that names documents. Lists are kept as documents are, and are never read as
 * reports.
 */
export type Role = 'document' | 'list';

/** An address that is to be asked, and what is known of it before. */
export interface Planned {
  /** As `archiveAddress` writes it. */
  readonly address: string;
  readonly role: Role;
  readonly listed?: Listed;
  /** The page that links to it, where it is an attachment; without `listed` of its own it has that of the page. */
  readonly attachmentOf?: string;
}

/** A planned address that waits to be asked. */
export interface Due extends Planned {
  /** Of all that is planned; what is planned later has a greater one. */
  readonly place: number;
  /** For `WebRequest.known`: the validators of the version at hand, where there is one. */
  readonly known?: { readonly etag?: string; readonly lastModified?: string };
}

export interface WhichDue {
  readonly of?: string;
  readonly role?: Role;
  readonly attachmentOf?: string;
  /** A place. */
  readonly after?: number;
}

/** What the archive knows of an address. */
export interface KnownAddress {
  readonly address: string;
  readonly role: Role;
  readonly due: boolean;
  /** When anything last came for it (a document, `unchanged`, a refusal): ISO 8601. */
  readonly askedAt?: string;
  /** That of the version at hand. A refusal that came later leaves it in its place. */
  readonly receipt?: Receipt;
  /** What came last, where it was no document. */
  readonly refusal?: Refusal;
}

/** What an outcome meant for the archive. */
export interface Recorded {
  /** `new`: the first version of the address. `changed`: another one than the last. `same`: the last one, again or still. */
  readonly change: 'new' | 'changed' | 'same' | 'refused';
  /** Of the version at hand; missing where there is none. */
  readonly sha256?: string;
  /** Whether the bytes were kept before, from this address or another. */
  readonly knownBytes: boolean;
}

/** A document as it was fetched last. */
export interface ArchivedDocument {
  readonly address: string;
  /** That of the newest version; its `listed` is what was known when it was fetched. */
  readonly receipt: Receipt;
  /** What each list says of it, as far as it is known by now. */
  readonly listings: readonly Listed[];
  /** Pages that it is attached to, as they are now. */
  readonly attachedTo: readonly string[];
}

/**
 * A folder with everything that was fetched: raw bytes by their hash, and a
 * catalog of how each came. Calls that change the catalog are whole or not at
 * all, also under `kill -9`; with `together` several are. Except for the bytes
 * every call is at once.
 *
 * A fetch or a crawl goes like this, and after a kill from where it was:
 *
 *     archive.plan(whatTheUserOrTheSourceNames);
 *     for (const due of archive.due({ of: source })) {        // once each; what fails in passing stays due for the next run
 *       const outcome = await client.ask({ address: due.address, known: due.known });
 *       await archive.record(due, outcome, () => {            // in one transaction with the receipt:
 *         archive.plan(whatTheListNames);                     // what a list brings,
 *         archive.remember(source, 'pages', pages + 1);       // and how far the crawl is
 *       });
 *     }
 *
 * Whoever writes holds the lock of the archive (`batch/locked-archive.ts`).
 */
export interface Archive {
  /** The folder. */
  readonly path: string;

  /**
   * Plans addresses in their order. What the archive has or was refused for good
   * is not asked again, unless `again` says so (then conditionally) or the
   * refusal is older than `refusedBefore` (ISO 8601). What lists say of an
   * address is taken over in any case, each list's (or source's) newest word.
   *
   * @returns how many became due by this
   */
  plan(planned: readonly Planned[], how?: { readonly again?: boolean; readonly refusedBefore?: string }): number;

  /**
   * What waits to be asked, in its place: of a source or a list (`of`), of a
   * role, of a page's attachments, after a place. An interrupted run goes on with it.
   */
  due(which?: WhichDue): readonly Due[];

  /** Takes an address out of the plan without asking it. */
  dismiss(address: string): void;

  /**
   * Keeps what came: the bytes are on the disk before the catalog speaks of
   * them. The address is no longer due, but after a refusal in passing or one
   * that other settings may lift (`private-address`, `too-large`, `robots`). `also`
   * runs in the same transaction; it may call anything here that is at once.
   * A page that changed has lost its attachments; `also` plans those it has now.
   */
  record(planned: Planned, outcome: WebOutcome, also?: (recorded: Recorded) => void): Promise<Recorded>;

  /** What is known of an address. */
  known(address: string): KnownAddress | undefined;

  /** Every receipt of an address, the newest first. */
  receiptsFrom(address: string): readonly Receipt[];

  /** Every receipt of these bytes, the newest first. */
  receiptsOf(sha256: string): readonly Receipt[];

  /** What each list says of an address. */
  listings(address: string): readonly Listed[];

  /** The newest version of each address that is no list, by address. */
  documents(): readonly ArchivedDocument[];

  /** Addresses whose last answer was a refusal; of a source or a list (`of`). */
  refused(which?: { readonly of?: string }): readonly Refusal[];

  /** The kept bytes. @throws StopRun (exit code 5) where they are not there */
  bytes(sha256: string): Promise<Uint8Array>;

  /** Where the bytes lie. */
  pathOf(sha256: string): string;

  /** Keeps anything that JSON holds, by a source's name and a key. */
  remember(of: string, key: string, value: unknown): void;

  /** What was kept so; undefined where nothing was. */
  recall(of: string, key: string): unknown;

  /** Forgets a key of a source, or all of them. */
  forget(of: string, key?: string): void;

  /** Requests by host and day, for the client's caps. Days are those of UTC. */
  readonly counts: HostCounts;

  /** All changes of `work` in one transaction. */
  together<T>(work: () => T): T;

  close(): void;
}

/**
 * How the archive writes the address of a request: as a WHATWG URL without
 * fragment; a form, or JSON, that is sent with POST stands behind `#`.
 *
 * @throws TypeError where it is no address
 */
export function archiveAddress(request: Pick<WebRequest, 'address' | 'method' | 'form' | 'json'>): string {
  const url = new URL(request.address);
  url.hash = '';
  return request.method === 'POST' ? `${url.href}#${request.json ?? new URLSearchParams(request.form).toString()}` : url.href;
}
