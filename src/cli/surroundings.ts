import type { WebClientOptions } from '../acquire/client/options.js';
import type { PageBrowser } from '../acquire/crawl/browser.js';
import type { WebClient } from '../acquire/web-client.js';
import type { Holder } from '../batch/lock.js';
import type { Limits, ReaderModule } from '../batch/reader-process.js';
import type { TablesWork } from '../batch/tables-batch.js';
import type { DatasetOrder } from '../export/dataset-order.js';
import type { Panel } from '../export/panel/panel.js';
import type { Fetching } from '../pipeline/load-fetching.js';
import type { Sources } from '../pipeline/load-sources.js';
import type { Timetable } from '../pipeline/timetable.js';
import type { IdLabel } from '../export/id-label.js';

/** What a command line needs to know of a pipeline of tables. */
export interface LoadedTablesPipeline {
  readonly folder: string;
  readonly name: string;
  readonly version: string;
  readonly limits: Limits;
}

/** What a command line needs to know of a pipeline of reports. */
export interface LoadedPipeline extends LoadedTablesPipeline {
  readonly order: DatasetOrder;
  readonly labels: readonly IdLabel[];
  readonly panel: Panel;
}

/** Everything outside the program that a command touches. */
export interface Surroundings {
  readonly version: string;
  /** Data: the summary as JSON, help that was asked for. */
  readonly out: (text: string) => void;
  /** For people. */
  readonly err: (text: string) => void;
  /** Where a progress line can be drawn; null where nobody sees it. */
  readonly terminal: NodeJS.WritableStream | null;
  readonly now: () => Date;
  readonly holder: Holder;
  readonly cores: number;
  /** Aborted with the exit code as its reason. */
  readonly signal: AbortSignal;
  /** The pipeline in this folder, or the one that comes with the program. */
  readonly pipelineIn: (folder: string | undefined) => Promise<LoadedPipeline>;
  readonly readerFor: (pipeline: LoadedPipeline) => ReaderModule;
  /** The same for tables. */
  readonly tablesPipelineIn: (folder: string | undefined) => Promise<LoadedTablesPipeline>;
  readonly tablesReaderFor: (pipeline: LoadedTablesPipeline, work: TablesWork) => ReaderModule;
  /** All of standard input. */
  readonly input: () => Promise<Uint8Array>;
  /** What the pipeline in this folder says of asking sites, or that of the one that comes with the program. */
  readonly fetchingIn: (folder: string | undefined) => Promise<Fetching>;
  readonly clientOf: (options: WebClientOptions) => WebClient;
  /** The sources of the pipeline in this folder, or of the one that comes with the program. */
  readonly sourcesIn: (folder: string | undefined) => Promise<Sources>;
  /** When the pipeline in this folder, or the one that comes with the program, is run by `schedule`. */
  readonly timetableIn: (folder: string | undefined) => Promise<Timetable>;
  /** Resolves after so many milliseconds; rejects when the signal comes first. */
  readonly sleep: (duration: number, signal: AbortSignal) => Promise<void>;
  /** Where Chromium is: the one that is named, or one that is installed. */
  readonly chromium: (named: string | undefined) => Promise<string>;
  readonly browserOf: (chromium: string, client: WebClient) => Promise<PageBrowser>;
}
