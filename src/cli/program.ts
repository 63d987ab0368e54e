import { Command, CommanderError } from 'commander';
import { StopRun } from '../model/errors.js';
import { printable } from './printable.js';
import { run } from './run.js';
import { runCommand } from './run-options.js';
import type { Surroundings } from './surroundings.js';
import { tables } from './tables.js';
import { tablesCommand } from './tables-options.js';

/** Runs a command line and gives its exit code. */
export async function program(args: readonly string[], surroundings: Surroundings): Promise<number> {
  let exitCode = 0;
  const json = args.includes('--json');
  const command = new Command('gongkai')
    .description('Published reports in, datasets out: the tables of Chinese government information disclosure reports as normalized records.')
    .version(surroundings.version)
    .addCommand(
      runCommand(async (inputs, options) => {
        exitCode = await run(inputs, options, surroundings);
      }),
    )
    .addCommand(
      tablesCommand(async (inputs, options) => {
        exitCode = await tables(inputs, options, surroundings);
      }),
    );
  for (const one of [command, ...command.commands]) one.exitOverride().configureOutput({ writeOut: surroundings.out, writeErr: surroundings.err }).showHelpAfterError('(gongkai --help tells more)');
  try {
    await command.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode;
    const stopped = error instanceof StopRun ? error : unforeseen(error);
    surroundings.err(`gongkai: ${printable(stopped.message)}\n${stopped.hint === '' ? '' : `  ${printable(stopped.hint)}\n`}`);
    if (json) surroundings.out(`${JSON.stringify({ program: `gongkai ${surroundings.version}`, exit_code: stopped.exitCode, error: stopped.message, hint: stopped.hint })}\n`);
    return stopped.exitCode;
  }
}

/** An error of the program itself. */
function unforeseen(error: unknown): StopRun {
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new StopRun(1, `This should not have happened: ${told.split('\n').slice(0, 4).join(' | ')}`, 'Please report it, with the command that was given. What was read so far is kept.');
}
