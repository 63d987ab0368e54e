import type { Finding } from './finding.js';
import type { Place } from './grid.js';
import type { Link, Method } from './page.js';
import type { Readings } from './readings.js';

export type TableId = 'requests' | 'proceedings' | 'disclosure' | 'statistics';

/** What a value's status vouches for is told in the README, *How the program says that it is not sure*. */
export type Status = 'read' | 'blank' | 'repaired' | 'corrected' | 'suspect' | 'missing';

/** The value of one cell of a form. */
export interface Value {
  readonly table: TableId;
  /** Id of the row: item, procedure or indicator; `extra.` and the label for a row that the form does not have. */
  readonly row: string;
  /** Id of the column: applicant, outcome or measure. */
  readonly column: string;
  /** The printed number as a plain decimal without separators; null where there is none. Never a string for a blank. */
  readonly value: string | null;
  /** Unit as printed in the cell or, if not there, in the head; empty where none is printed. */
  readonly unit: string;
  readonly status: Status;
  /** Text as read, before any normalisation. */
  readonly raw: string;
  readonly method: Method;
  /** 0 to 1. */
  readonly confidence: number;
  readonly place: Place | null;
  /** Of statistics only: the label of its row as printed. */
  readonly label?: string;
  /** Told in words beside the tables: it stands in `cells.csv` alone. */
  readonly aside?: true;
  /** Of a scanned cell only, and not exported: what the proof of its value goes by. */
  readonly readings?: Readings;
}

/** One arithmetic check. `held` is null where a term is missing. */
export interface Check {
  readonly id: string;
  readonly table: TableId;
  readonly left: string;
  readonly right: string;
  readonly held: boolean | null;
  /** Ids of the values it speaks of, `row/column`. */
  readonly terms: readonly string[];
}

export type IssuerKind = 'government' | 'department' | 'town' | 'subdistrict' | 'other';

/** Who published the report, and for which year. Text fields are empty where unknown. */
export interface Identity {
  readonly title: string;
  /** As printed, without white space. */
  readonly issuer: string;
  readonly issuerId: string;
  /** Nothing settles which of several offices `issuerId` is: it is a name that others may bear. */
  readonly hasNamesakes?: true;
  readonly issuerKind: IssuerKind | '';
  readonly department: string;
  readonly divisionCode: string;
  readonly province: string;
  readonly prefecture: string;
  readonly county: string;
  readonly town: string;
  readonly year: number | null;
  /** ISO 8601 date. */
  readonly published: string;
}

/** A chapter of a report, as text without its tables. */
export interface ReportSection {
  /** `1` to `6` by the chapters of the form, `0` before the first, `other.1` … for the office's own. */
  readonly section: string;
  /** As printed, with its number. */
  readonly heading: string;
  /** Paragraphs, parted by `\n`. */
  readonly text: string;
  /** Where it begins, from 1. */
  readonly page: number;
}

/** One report: everything of it that the dataset tells. */
export interface Report {
  readonly identity: Identity;
  /** `2021`, `2019`, … `unknown`: the newest form that any of its tables has. */
  readonly template: string;
  /** Something of its document is lost, so that it is never complete. */
  readonly partial?: true;
  readonly values: readonly Value[];
  readonly checks: readonly Check[];
  readonly sections?: readonly ReportSection[];
  readonly findings: readonly Finding[];
}

/** What a list says of a document that was found by it. */
export interface ListedAs {
  readonly title?: string;
  readonly issuer?: string;
  readonly year?: number;
}

/** The file that a document was read from. */
export interface Source {
  /** Path of the file: the input as given, joined with the path inside it. Of a document from an archive: its address. */
  readonly path: string;
  readonly file: string;
  /** Hex digits. */
  readonly sha256: string;
  readonly listed?: ListedAs;
}

/** What a web page says of the report that it holds or links to. */
export interface WebPage {
  readonly identity: Identity;
  readonly sections: readonly ReportSection[];
  readonly links: readonly Link[];
}

/** What became of one document: its reports, or none and the findings that say why. */
export interface DocumentResult {
  readonly source: Source;
  readonly mediaType: string;
  readonly method: Method;
  readonly pages: number;
  readonly reports: readonly Report[];
  /** Findings about the document as a whole; those about a report stand in the report. */
  readonly findings: readonly Finding[];
  /** `failed`: it could not be read to its end; `not-a-report`: it was read, and holds none. */
  /** Of a web page that links to files: what a report that lies in one of these has of it. */
  readonly page?: WebPage;
  readonly outcome: 'report' | 'not-a-report' | 'failed';
}
