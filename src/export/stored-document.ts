import type { Link } from '../model/page.js';
import type { DocumentResult, Source } from '../model/report.js';
import { byCodePoint, byTexts } from './code-points.js';
import { reportId } from './report-record.js';

/** What the rows of a report are sorted by; all empty where unknown. */
export interface ReportKey {
  readonly divisionCode: string;
  readonly issuer: string;
  readonly year: number | null;
}

/** A document that was read, wherever its result is kept. */
export interface StoredDocument {
  readonly source: Source;
  /** One for each report, in the document's order. */
  readonly reports: readonly ReportKey[];
  /** Of a web page: the files that it links to. */
  readonly links?: readonly Link[];
  read(): Promise<DocumentResult>;
}

/** The report number `index` of a document. */
export interface Placed {
  readonly stored: StoredDocument;
  readonly index: number;
}

export interface InOrder {
  /** The reports in the order of their rows. */
  readonly reports: readonly Placed[];
  /** Documents that have rows of their own in problems.csv: without a report, with several, or the same as another. */
  readonly others: readonly StoredDocument[];
  /** Documents with the bytes of another, with the source of that one. */
  readonly duplicates: ReadonlyMap<StoredDocument, string>;
}

export function inOrder(documents: readonly StoredDocument[]): InOrder {
  const sorted = documents.toSorted((a, b) => byCodePoint(a.source.path, b.source.path));
  const firsts = new Map<string, string>();
  const duplicates = new Map<StoredDocument, string>();
  for (const stored of sorted) {
    const first = firsts.get(stored.source.sha256);
    if (stored.reports.length === 0) continue;
    if (first === undefined) firsts.set(stored.source.sha256, stored.source.path);
    else duplicates.set(stored, first);
  }
  const keyed = sorted
    .filter((stored) => !duplicates.has(stored))
    .flatMap((stored) => stored.reports.map((key, index) => ({ stored, index, texts: [key.divisionCode, key.issuer, key.year?.toString() ?? '', reportId(stored.source.sha256, index)] })));
  const reports = keyed.sort((a, b) => byTexts(a.texts, b.texts));
  return { reports, others: sorted.filter((stored) => stored.reports.length !== 1 || duplicates.has(stored)), duplicates };
}

/** Keeps the last few documents that hold several reports, whose rows may stand far apart. */
export class Shelf {
  static readonly #PLACES = 8;
  readonly #kept = new Map<StoredDocument, DocumentResult>();

  async read(stored: StoredDocument): Promise<DocumentResult> {
    if (stored.reports.length === 1) return stored.read();
    const document = this.#kept.get(stored) ?? (await stored.read());
    this.#kept.delete(stored);
    this.#kept.set(stored, document);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > Shelf.#PLACES && oldest !== undefined) this.#kept.delete(oldest);
    return document;
  }
}
