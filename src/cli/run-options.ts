import { Command, InvalidArgumentError } from 'commander';

/** The options of `gongkai run`, as commander hands them over. */
export interface RunOptions {
  readonly out?: string;
  readonly pipeline?: string;
  readonly jobs?: number;
  readonly timeout?: number;
  readonly memory?: number;
  readonly json: boolean;
  readonly bom: boolean;
  readonly replace: boolean;
  readonly expect: boolean;
  readonly accept: boolean;
}

const wholeNumber = (text: string): number => {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('It must be a whole number from 1 on.');
  return Number(text);
};

const positiveNumber = (text: string): number => {
  if (!/^\d{1,6}(\.\d+)?$/.test(text) || Number(text) === 0) throw new InvalidArgumentError('It must be a number above 0.');
  return Number(text);
};

const EXAMPLES = `
Examples:
  gongkai run reports/                          every report in a folder, into output/<pipeline>
  gongkai run a.pdf b.pdf --out dataset         two files, into the folder dataset
  gongkai run reports/ --jobs 8 --bom           eight at a time, CSV files for Excel
  gongkai run reports/ --json | jq .reports     the summary as JSON on standard output
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
  return new Command('run')
    .summary('read reports and write a dataset')
    .description('Reads reports, files or folders of them, and writes a dataset: CSV files, a data package, a codebook.')
    .argument('<input...>', 'files, and folders with files at any depth (but hidden ones, README.md and *.expected.json)')
    .option('-o, --out <folder>', 'where the dataset is put (default: output/<pipeline>)')
    .option('-j, --jobs <number>', 'documents read at a time (default: the number of cores)', wholeNumber)
    .option('-p, --pipeline <folder>', 'the pipeline to run (default: ogi-annual-report, which comes with the program)')
    .option('--timeout <seconds>', 'time for one document (default: from the pipeline)', positiveNumber)
    .option('--memory <megabytes>', 'memory for one document (default: from the pipeline)', wholeNumber)
    .option('--json', 'print the summary as JSON on standard output', false)
    .option('--bom', 'begin CSV files with a byte order mark, for Excel', false)
    .option('--replace', 'put the dataset into a folder that holds other files, beside them', false)
    .option('--expect', 'compare what was read with the <name>.expected.json beside each input', false)
    .option('--accept', 'write what was read as the new <name>.expected.json beside each input', false)
    .addHelpText('after', EXAMPLES)
    .action(action);
}
