import { Command, InvalidArgumentError } from 'commander';

export interface ListOptions {
  readonly host?: string;
  readonly list?: string;
  readonly since?: string;
  readonly refused: boolean;
  readonly json: boolean;
}

export interface ExportOptions {
  readonly out: string;
}

export interface VerifyOptions {
  readonly json: boolean;
}

/** What the commands under `gongkai archive` do; each gives the exit code. */
export interface ArchiveActions {
  readonly ls: (archive: string, options: ListOptions) => Promise<void>;
  readonly show: (archive: string, what: string) => Promise<void>;
  readonly export: (archive: string, options: ExportOptions) => Promise<void>;
  readonly verify: (archive: string, options: VerifyOptions) => Promise<void>;
}

const EXAMPLES = `
Examples:
  gongkai archive ls archive                            every document, as CSV
  gongkai archive ls archive --host www.example.gov.cn --since 2026-11-01
  gongkai archive ls archive --refused --json           what sites did not give, one line of JSON each
  gongkai archive show archive http://www.example.gov.cn/a.pdf   all that is known of an address: every version, every list
  gongkai archive export archive --out files            the documents under names for people, with their receipts
  gongkai archive verify archive                        whether all is as it was received

Exit codes:
  0  all is well                       4  nothing known of the address or hash
  1  usage or configuration            5  the output can't be written
  3  something in the archive is spoilt or missing
  130, 143  interrupted
`;

export function archiveCommand(actions: ArchiveActions): Command {
  const command = new Command('archive').summary('look into an archive').description('Looks into an archive that fetch wrote: what is in it, where it came from, whether it is whole.').addHelpText('after', EXAMPLES);
  command
    .command('ls')
    .summary('list its documents')
    .description('Lists the newest version of each document as CSV on standard output.')
    .argument('<archive>', 'the folder')
    .option('--host <host>', 'only of this host')
    .option('--list <name>', 'only what this list or source names')
    .option('--since <date>', 'only what was fetched on or after this day (2026-11-23)', day)
    .option('--refused', 'what was refused instead: address, code, time, message', false)
    .option('--json', 'one line of JSON each in place of CSV', false)
    .action(actions.ls);
  command
    .command('show')
    .summary('tell all of one address or hash')
    .description('Tells all that is known of an address, or of bytes by their SHA-256, as JSON on standard output.')
    .argument('<archive>', 'the folder')
    .argument('<address>', 'an address, or the hex digits of a hash')
    .action(actions.show);
  command
    .command('export')
    .summary('copy its documents into a folder')
    .description('Copies the newest version of each document into an empty folder, under names made of their addresses, with receipts.jsonl beside them.')
    .argument('<archive>', 'the folder')
    .requiredOption('-o, --out <folder>', 'where the files are put')
    .action(actions.export);
  command
    .command('verify')
    .summary('check that it is whole')
    .description('Holds every object against its hash, and the catalog against the objects.')
    .argument('<archive>', 'the folder')
    .option('--json', 'print what was found as JSON on standard output', false)
    .action(actions.verify);
  return command;
}

function day(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text))) throw new InvalidArgumentError('It must be a day such as 2026-11-23.');
  return text;
}
