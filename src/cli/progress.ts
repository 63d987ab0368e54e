import { SingleBar } from 'cli-progress';
import type { Progress } from '../batch/run-batch.js';
import { printable, shortened } from './printable.js';

const format = (what: string): string => `{bar} {value}/{total} ${what}, {eta_formatted} left  {last}{scan}`;

export interface ProgressLine {
  readonly show: (progress: Pick<Progress, 'documents' | 'done' | 'last' | 'scan'>) => void;
  readonly end: () => void;
}

/** One line on a terminal that says how far the run is; nothing anywhere else. */
export function progressLine(terminal: NodeJS.WritableStream | null, what = 'documents'): ProgressLine {
  if (terminal === null) return { show: () => undefined, end: () => undefined };
  const bar = new SingleBar({ stream: terminal, format: format(what), barsize: 24, barCompleteChar: '█', barIncompleteChar: '░', clearOnComplete: true, etaBuffer: 50 });
  let begun = false;
  return {
    show: ({ documents, done, last, scan }) => {
      const shown = { last: shortened(printable(last), 40), scan: scan ? `, scanned page ${String(scan.page)} of ${String(scan.pages)}` : '' };
      if (begun) {
        bar.setTotal(documents);
        bar.update(done, shown);
      } else bar.start(documents, done, shown);
      begun = true;
    },
    end: () => bar.stop(),
  };
}
