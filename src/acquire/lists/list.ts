/** A request for a page of a list, as data. */
export interface ListRequest {
  readonly address: string;
  /** Fields that are sent with POST; a GET where there are none. */
  readonly form?: Readonly<Record<string, string>>;
  /** JSON text that is sent with POST in place of a form. */
  readonly json?: string;
}

/** One thing that a list names. */
export interface ListEntry {
  /** Absolute, http or https, without fragment. */
  readonly address: string;
  /** As listed, white space at its ends and doubled taken out. */
  readonly title: string;
  /** As listed, ISO 8601 (`2023-01-13`). */
  readonly date?: string;
  /** Who published it, where the list says so. */
  readonly issuer?: string;
}

/** What keeps a list from being read to its end: the next page can be had by a script alone, or the page is beyond what is read. */
export type ListObstacle = 'pages-by-script' | 'too-long';

/** A page of a list, read. */
export interface ListReading {
  /** The publishing system and its layout, `trs/page`; undefined where nothing is known by which to read it. */
  readonly layout: string | undefined;
  /** In the order of the page, each address once. */
  readonly entries: readonly ListEntry[];
  /** Where the list goes on, or is. */
  readonly further: readonly ListRequest[];
  /** How many entries the whole list has, where the page says so. */
  readonly total?: number;
  /** What the page is called. */
  readonly title: string;
  readonly obstacle?: ListObstacle;
  /** Whether the next page is turned to by a script, which a browser has at hand. */
  readonly turns?: boolean;
  /** Whether the page has scripts, so that a browser may show more of it. */
  readonly scripts: boolean;
}

/** A page of a list as it came. */
export interface ListPage {
  readonly request: ListRequest;
  /** The address that answered. */
  readonly address: string;
  /** Its source. */
  readonly text: string;
}
