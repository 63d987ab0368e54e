import { Command } from 'commander';
import { readingOptions, type ReadingOptions } from './reading-options.js';

/** The options of `gongkai tables`, as commander hands them over. */
export interface TablesOptions extends ReadingOptions {
  readonly out?: string;
  readonly pipeline?: string;
  readonly join: boolean;
  readonly debug: boolean;
}

const EXAMPLES = `
Of a document NAME.pdf these files are written:
  NAME.json                                     every table: page, box, cells as [row, column, rowspan, columnspan, text]
  NAME-1.csv, NAME-2.csv, …                     one table each; the text of a cell that spans stands in its first place
  NAME-p1.svg, NAME-p2.svg, …                   with --debug, a picture of each page
  problems.csv                                  one for all: what could not be read, and what has no tables

Documents in folders keep their place in them: tables all/ writes 2019/a.json for all/2019/a.pdf.

Examples:
  gongkai tables paper.pdf --out tables         the tables of one document, into the folder tables
  gongkai tables archive/ --out tables --bom    those of a folder of documents, CSV files for Excel
  gongkai tables paper.pdf --no-join            a table over page breaks as one table a page
  gongkai tables paper.pdf --debug              see what was found, and how
  gongkai tables archive/ --json | jq .tables   how many tables there are

Exit codes:
  0  all documents were read           4  nothing usable in the input
  1  usage or configuration            5  the output can't be written
  3  some documents failed             6  a needed model or program is missing
  130, 143  interrupted
A document without tables is no failure.
`;

export function tablesCommand(action: (inputs: string[], options: TablesOptions) => Promise<void>): Command {
  const command = new Command('tables')
    .summary('find the tables of any document')
    .description('Finds the tables of any document and writes each as CSV, and all of a document as JSON.')
    .argument('<input...>', 'files, and folders with files at any depth (but hidden ones, README.md and *.expected.json)')
    .option('-o, --out <folder>', 'where the files are put (default: output/<pipeline>)')
    .option('-p, --pipeline <folder>', 'the pipeline to run (default: tables, which comes with the program)')
    .option('--no-join', 'keep the parts of a table over page breaks apart')
    .option('--debug', 'write a picture of each page, too: words, rulings, cells, and how each table was found', false);
  return readingOptions(command).addHelpText('after', EXAMPLES).action(action);
}
