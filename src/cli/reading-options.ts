import { InvalidArgumentError, type Command } from 'commander';

/** The options of every command that reads documents and writes files, as commander hands them over. */
export interface ReadingOptions {
  readonly jobs?: number;
  readonly timeout?: number;
  readonly memory?: number;
  readonly json: boolean;
  readonly bom: boolean;
}

export const readingOptions = (command: Command): Command =>
  command
    .option('-j, --jobs <number>', 'documents read at a time (default: the number of cores)', wholeNumber)
    .option('--timeout <seconds>', 'time for one document (default: from the pipeline)', positiveNumber)
    .option('--memory <megabytes>', 'memory for one document (default: from the pipeline)', wholeNumber)
    .option('--json', 'print the summary as JSON on standard output', false)
    .option('--bom', 'begin CSV files with a byte order mark, for Excel', false);

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('It must be a whole number from 1 on.');
  return Number(text);
}

function positiveNumber(text: string): number {
  if (!/^\d{1,6}(\.\d+)?$/.test(text) || Number(text) === 0) throw new InvalidArgumentError('It must be a number above 0.');
  return Number(text);
}
