import type { Command } from 'commander';

/** How lists that a script fills are shown, as commander hands it over. */
export interface BrowserOptions {
  readonly browser: boolean;
  /** The program; with it `browser` need not be said. */
  readonly browserPath?: string;
}

/** The path is an option of its own: an option that may go without its value would take the address behind it for one. */
export const browserOptions = (command: Command): Command =>
  command
    .option('--browser', 'show lists that a script fills in an installed Chromium, whose requests go the same slow and guarded way', false)
    .option('--browser-path <file>', 'the same, in the Chromium, Chrome or Edge that is this file');
