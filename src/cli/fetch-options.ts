import type { Command } from 'commander';
import { askingCommand } from './asking-command.js';
import type { AskingOptions } from './asking-options.js';

/** The options of `gongkai fetch`, as commander hands them over. */
export interface FetchOptions extends AskingOptions {
  readonly limit?: number;
  readonly again: boolean;
  readonly dryRun: boolean;
}

const EXAMPLES = `
A list is a table (CSV) whose head names its columns (address or 网址, and if known issuer, year, title, date), or a
text with an address on each line. "-" reads it from standard input. An address may stand in place of a list.

Examples:
  gongkai fetch reports.csv --archive archive            what a list names, with the files that its pages link to
  gongkai fetch reports.csv -a archive --limit 50        fifty of them; the same command brings the next fifty
  gongkai fetch reports.csv -a archive --again           ask anew for what is there: what changed is kept beside it
  cat addresses.txt | gongkai fetch - -a archive --dry-run   what would be asked, one address a line
  gongkai run archive --out dataset                      then: the dataset
`;

export const fetchCommand = (action: (lists: string[], options: FetchOptions) => Promise<void>): Command =>
  askingCommand({
    name: 'fetch',
    summary: 'bring the documents of a list into an archive',
    description: 'Fetches the documents that lists name, and what is attached to them, politely and once, into an archive with proof of where each came from.',
    argument: ['<list...>', 'files with addresses, "-" for standard input, or addresses'],
    what: 'documents',
    examples: EXAMPLES,
    codes: { 3: 'some lines of the list are bad', 4: 'nothing usable in the list', 6: 'a needed model or program is missing' },
  })
    .option('--again', 'ask anew for what the archive has: only what changed is sent', false)
    .option('--dry-run', 'ask nothing; print the addresses that would be asked', false)
    .action(action);
