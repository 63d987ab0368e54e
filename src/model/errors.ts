import type { Finding } from './finding.js';

/** The document can't be read; the run goes on with the next one. Carries the finding that says why. */
export class SkipDocument extends Error {
  constructor(readonly finding: Finding) {
    super(finding.message);
    this.name = 'SkipDocument';
  }
}

/** The run can't go on: the command line, a pipeline file or the output folder is at fault. */
export class StopRun extends Error {
  constructor(
    readonly exitCode: number,
    message: string,
    readonly hint = '',
  ) {
    super(message);
    this.name = 'StopRun';
  }
}
