import { InvalidArgumentError, type Command } from 'commander';
import { askingCommand } from './asking-command.js';
import type { AskingOptions } from './asking-options.js';
import { browserOptions, type BrowserOptions } from './browser-options.js';

/** The options of `gongkai crawl`, as commander hands them over. */
export interface CrawlOptions extends AskingOptions, BrowserOptions {
  readonly all: boolean;
  readonly since?: string;
  readonly limit?: number;
  readonly dryRun: boolean;
}

const EXAMPLES = `
A source is the name of a file under the pipeline's sources/, a file of your own (name.yaml), or the address of a page
that lists reports: by which system it is published is seen from the page.

Examples:
  gongkai crawl https://www.example.org/zwgk/zfxxgknb/ -a archive    the reports of a list, page after page
  gongkai crawl my-county.yaml -a archive                            by a source of your own (pipelines/README.md)
  gongkai crawl my-county.yaml -a archive                            again: only what is new or changed is asked for
  gongkai crawl my-county.yaml -a archive --dry-run                  ask the lists alone; print what would be fetched
  gongkai crawl my-county.yaml -a archive --since 2024 --limit 100   what was listed since 2024, a hundred of it
  gongkai crawl my-county.yaml -a archive --browser                  for lists that a script fills: by an installed Chromium
  gongkai run archive --out dataset                                  then: the dataset
`;

export const crawlCommand = (action: (sources: string[], options: CrawlOptions) => Promise<void>): Command =>
  browserOptions(
    askingCommand({
      name: 'crawl',
      summary: 'bring the reports that sites list into an archive',
      description: 'Goes through the lists on which offices publish, and fetches the annual reports they name with what is attached to them, politely and once, into an archive with proof of where each came from.',
      argument: ['<source...>', 'sources of the pipeline, files of your own (.yaml), or addresses of lists'],
      what: 'reports',
      examples: EXAMPLES,
      codes: { 3: 'a list is not as it should be', 4: 'no report in any list', 6: '--browser, and there is no Chromium' },
    }),
  )
    .option('--all', 'go through every page of the lists, and ask anew for what the archive has: only what changed is sent', false)
    .option('--since <date>', 'leave reports that were listed before this day (2024-01-31) or year (2024)', day)
    .option('--dry-run', 'ask the lists alone, keep nothing; print the addresses of the reports that would be asked', false)
    .action(action);

/** ISO 8601; a year or a month begins with its first day. */
function day(text: string): string {
  const whole = /^\d{4}$/.test(text) ? `${text}-01-01` : /^\d{4}-\d\d$/.test(text) ? `${text}-01` : text;
  if (!/^\d{4}-\d\d-\d\d$/.test(whole) || Number.isNaN(Date.parse(whole))) throw new InvalidArgumentError('It must be a day (2024-01-31), a month or a year.');
  return whole;
}
