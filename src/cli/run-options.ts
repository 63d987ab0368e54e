import { Command } from 'commander';
import { readingOptions, type ReadingOptions } from './reading-options.js';

/** The options of `gongkai run`, as commander hands them over. */
export interface RunOptions extends ReadingOptions {
  readonly out?: string;
  readonly pipeline?: string;
  readonly replace: boolean;
  readonly expect: boolean;
  readonly accept: boolean;
}

const EXAMPLES = `
Examples:
  gongkai run reports/                          every report in a folder, into output/<pipeline>
  gongkai run a.pdf b.pdf --out dataset         two files, into the folder dataset
  gongkai run reports/ --jobs 8 --bom           eight at a time, CSV files for Excel
  gongkai run reports/ --json | jq .reports     the summary as JSON on standard output
  gongkai run archive --out dataset             what fetch brought into an archive
  gongkai run samples/ --expect                 compare with <name>.expected.json beside each file

A run that was stopped goes on where it was when the same command is given again.

Exit codes:
  0  all complete                      5  the output can't be written
  1  usage or configuration            6  a needed model or program is missing
  2  some reports want review          7  stopped by a limit
  3  some documents failed             8  refused upstream
  4  nothing usable in the input       130, 143  interrupted
`;

export function runCommand(action: (inputs: string[], options: RunOptions) => Promise<void>): Command {
  const command = new Command('run')
    .summary('read reports and write a dataset')
    .description('Reads reports, files or folders of them, and writes a dataset: CSV files, a data package, a codebook.')
    .argument('<input...>', 'files, and folders with files at any depth (but hidden ones, README.md and *.expected.json)')
    .option('-o, --out <folder>', 'where the dataset is put (default: output/<pipeline>)')
    .option('-p, --pipeline <folder>', 'the pipeline to run (default: ogi-annual-report, which comes with the program)');
  return readingOptions(command)
    .option('--replace', 'put the dataset into a folder that holds other files, beside them', false)
    .option('--expect', 'compare what was read with the <name>.expected.json beside each input', false)
    .option('--accept', 'write what was read as the new <name>.expected.json beside each input', false)
    .addHelpText('after', EXAMPLES)
    .action(action);
}
