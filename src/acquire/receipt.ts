/**
 * How the bytes of a document were got: kept with them for ever, since a
 * fifth of such documents vanish from their sites within two years.
 */
export interface Receipt {
  /** The address that was asked for, as a WHATWG URL without fragment. */
  readonly address: string;
  /** The address that answered, after redirects. */
  readonly finalAddress: string;
  /** When the answer was whole: ISO 8601, UTC. */
  readonly fetchedAt: string;
  /** The HTTP status. */
  readonly status: number;
  /** The answer's header fields, names in lower case; repeated ones joined by `, `. */
  readonly headers: Readonly<Record<string, string>>;
  /** SHA-256 of the bytes as kept (after content decoding), in hexadecimal. */
  readonly sha256: string;
  /** Length of the bytes as kept. */
  readonly bytes: number;
  /** What the list that named the address says of the document. */
  readonly listed?: Listed;
  /** The address of the page that links to this document, where it is an attachment. */
  readonly attachmentOf?: string;
}

/** What a list (of a site, or of a user) says of a document. */
export interface Listed {
  /** The address of the list page, or the name of the user's list. */
  readonly list: string;
  /** The source (the file under `sources/`) that the list belongs to, where there is one. */
  readonly source?: string;
  readonly title?: string;
  /** The date as listed, ISO 8601 (`2023-01-13`). */
  readonly date?: string;
  readonly issuer?: string;
  readonly year?: number;
}
