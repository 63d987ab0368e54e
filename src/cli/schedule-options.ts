import { Command } from 'commander';
import { askingOptions, type AskingOptions } from './asking-options.js';
import { browserOptions, type BrowserOptions } from './browser-options.js';

/** The options of `gongkai schedule`, as commander hands them over. */
export interface ScheduleOptions extends AskingOptions, BrowserOptions {
  readonly out: string;
  /** One pass, instead of one at each time of the pipeline's cron line. */
  readonly once: boolean;
}

const EXAMPLES = `
Examples:
  gongkai schedule -a archive --out dataset my-county.yaml           a pass at each time of schedule.cron in pipeline.yaml
  gongkai schedule --once -a archive --out dataset                   one pass: the pipeline's own sources, then the dataset
  gongkai schedule --once -a archive --out dataset my-county.yaml    a source of your own
  gongkai schedule --once -a archive --out dataset --json            one line of JSON for the pass

A pass that was stopped goes on where it was when the same command is given again. Where a crawl fails, what the
archive has is read all the same. Two passes never go on at once.

Exit codes:
  0  all complete                      5  the archive or the output can't be written
  1  usage or configuration            6  a needed model or program is missing
  2  some reports want review          7  stopped by a limit
  3  some documents failed             8  refused upstream
  4  nothing usable in lists or input  130, 143  interrupted
`;

export function scheduleCommand(action: (sources: string[], options: ScheduleOptions) => Promise<void>): Command {
  const command = new Command('schedule')
    .summary('crawl, then make the dataset, again and again')
    .description('Brings what sources list into an archive, and makes the dataset of all that the archive has, at each time of the pipeline\'s cron line, or once.')
    .argument('[source...]', 'as of crawl (default: all sources of the pipeline)');
  return browserOptions(askingOptions(command))
    .requiredOption('-o, --out <folder>', 'where the dataset is put')
    .option('--once', 'one pass now, then end: for cron and systemd', false)
    .addHelpText('after', EXAMPLES)
    .action(action);
}
