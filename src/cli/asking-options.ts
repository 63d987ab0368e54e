import { InvalidArgumentError, type Command } from 'commander';

/** The options of every command that asks publishing sites, as commander hands them over. */
export interface AskingOptions {
  readonly archive: string;
  readonly pipeline?: string;
  readonly allowHost: readonly string[];
  readonly allowBadTls: readonly string[];
  readonly json: boolean;
}

export const askingOptions = (command: Command): Command =>
  command
    .requiredOption('-a, --archive <folder>', 'the folder in which everything that is fetched is kept')
    .option('-p, --pipeline <folder>', 'the pipeline that says how sites are asked (default: ogi-annual-report, which comes with the program)')
    .option('--allow-host <host>', 'ask this host (HOST or HOST:PORT) although it is not on the public internet; may be repeated', gathered, [])
    .option('--allow-bad-tls <host>', 'take the certificate of this host as it is; may be repeated', gathered, [])
    .option('--json', 'print the summary as JSON on standard output', false);

const gathered = (value: string, before: readonly string[]): readonly string[] => [...before, value];

/** A whole number from 1 on. */
export function atLeastOne(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('It must be a whole number from 1 on.');
  return Number(text);
}
