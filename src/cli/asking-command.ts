import { Command } from 'commander';
import { askingOptions, atLeastOne } from './asking-options.js';

/** What a command that asks sites says of itself. */
export interface AskingTexts {
  readonly name: 'fetch' | 'crawl';
  readonly summary: string;
  readonly description: string;
  readonly argument: readonly [name: string, description: string];
  /** What is asked for: `reports`. */
  readonly what: string;
  /** What may stand in place of the argument, and examples. */
  readonly examples: string;
  /** What the codes 3, 4 and 6 say. */
  readonly codes: { readonly 3: string; readonly 4: string; readonly 6: string };
}

/** A command that brings something from sites into an archive, with the options that all of these have. */
export const askingCommand = ({ name, summary, description, argument, what, examples, codes }: AskingTexts): Command =>
  askingOptions(new Command(name).summary(summary).description(description).argument(...argument))
    .option('--limit <number>', `${what} that are asked for, at most (their attachments come with them)`, atLeastOne)
    .addHelpText('after', `${examples}
Sites are asked slowly, one request at a time and a pause after each, as robots.txt allows. A ${name} that was stopped
goes on where it was when the same command is given again; what is kept is not asked for twice. Challenges and log-ins
are told, never worked around.

Exit codes:
  0  all is there                      6  ${codes[6]}
  1  usage or configuration            7  stopped by a limit
  3  ${codes[3].padEnd(34)}8  refused upstream
  4  ${codes[4].padEnd(34)}130, 143  interrupted
  5  the archive can't be written
`);
