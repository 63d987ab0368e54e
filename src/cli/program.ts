import { Command, CommanderError } from 'commander';
import { StopRun } from '../model/errors.js';
import { exportedArchive, listArchive, showArchived, verifiedArchive } from './archive.js';
import { archiveCommand } from './archive-options.js';
import { crawl } from './crawl.js';
import { crawlCommand } from './crawl-options.js';
import { fetch } from './fetch.js';
import { fetchCommand } from './fetch-options.js';
import { printable } from './printable.js';
import { run } from './run.js';
import { runCommand } from './run-options.js';
import { schedule } from './schedule.js';
import { scheduleCommand } from './schedule-options.js';
import type { Surroundings } from './surroundings.js';
import { tables } from './tables.js';
import { tablesCommand } from './tables-options.js';

const EXAMPLES = `
Examples:
  gongkai run reports/ --out dataset            every report in a folder, as a dataset
  gongkai run a.pdf b.html 2022.zip             some files, and what an archive holds, into output/ogi-annual-report
  gongkai tables paper.pdf --out tables         the tables of a document that is no report
  gongkai fetch list.csv --archive archive      documents from their sites, into an archive
  gongkai crawl https://www.example.org/zfxxgknb/ --archive archive   the reports that a site lists
  gongkai run --help                            all options of a command, more examples, exit codes
`;

/** Runs a command line and gives its exit code. */
export async function program(args: readonly string[], surroundings: Surroundings): Promise<number> {
  let exitCode = 0;
  const json = args.includes('--json');
  const command = new Command('gongkai')
    .description('Published reports in, datasets out: the tables of Chinese government information disclosure reports as normalized records.')
    .version(surroundings.version)
    .addHelpText('after', EXAMPLES)
    .addCommand(
      runCommand(async (inputs, options) => {
        exitCode = await run(inputs, options, surroundings);
      }),
    )
    .addCommand(
      fetchCommand(async (lists, options) => {
        exitCode = await fetch(lists, options, surroundings);
      }),
    )
    .addCommand(
      archiveCommand({
        ls: async (archive, options) => void (exitCode = await listArchive(archive, options, surroundings)),
        show: async (archive, what) => void (exitCode = await showArchived(archive, what, surroundings)),
        export: async (archive, options) => void (exitCode = await exportedArchive(archive, options, surroundings)),
        verify: async (archive, options) => void (exitCode = await verifiedArchive(archive, options, surroundings)),
      }),
    )
    .addCommand(
      crawlCommand(async (sources, options) => {
        exitCode = await crawl(sources, options, surroundings);
      }),
    )
    .addCommand(
      scheduleCommand(async (sources, options) => {
        exitCode = await schedule(sources, options, surroundings);
      }),
    )
    .addCommand(
      tablesCommand(async (inputs, options) => {
        exitCode = await tables(inputs, options, surroundings);
      }),
    );
  for (const one of [command, ...command.commands, ...command.commands.flatMap((group) => group.commands)]) one.exitOverride().configureOutput({ writeOut: surroundings.out, writeErr: surroundings.err }).showHelpAfterError('(gongkai --help tells more)');
  try {
    await command.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    const stopped = error instanceof CommanderError ? misused(error) : error instanceof StopRun ? error : unforeseen(error);
    if (!(error instanceof CommanderError)) surroundings.err(`gongkai: ${printable(stopped.message)}\n${stopped.hint === '' ? '' : `  ${printable(stopped.hint)}\n`}`);
    if (json && stopped.exitCode !== 0) surroundings.out(`${JSON.stringify({ program: `gongkai ${surroundings.version}`, exit_code: stopped.exitCode, error: stopped.message, hint: stopped.hint })}\n`);
    return stopped.exitCode;
  }
}

/** A fault in the command line, or help that was asked for: people have been told of it. */
const misused = ({ exitCode, message }: CommanderError): StopRun => new StopRun(exitCode, message.replace(/^error: /, ''), 'gongkai --help tells more');

/** An error of the program itself. */
function unforeseen(error: unknown): StopRun {
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new StopRun(1, `This should not have happened: ${told.split('\n').slice(0, 4).join(' | ')}`, 'Please report it, with the command that was given. What was read so far is kept.');
}
