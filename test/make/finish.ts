// What is done to a PDF once it is printed: turned pages, locks, other ways to write the file, damage, hidden layers.

import { spawnSync } from 'node:child_process';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { brokenStart, halfLengths, junkBefore, oldRevision, truncated } from './damage.js';
import { numbersLayer } from './layer.js';

/**
 * `shown-turned-N`: /Rotate alone, so that a viewer shows the page lying. `counter-N`: /Rotate, and the content turned
 * the other way, so that it stands upright (`-even`: on every second page; `-wide`: on landscape pages, as Word does).
 */
export type Finish =
  | 'shown-turned-90' | 'shown-turned-180' | 'shown-turned-270' | 'counter-90' | 'counter-180' | 'counter-270' | 'counter-90-even' | 'counter-90-wide'
  | 'locked-256' | 'locked-128' | 'locked-40' | 'object-streams' | 'classic' | 'linearized' | 'old-revision' | 'truncated' | 'half-lengths' | 'broken-start' | 'junk-before'
  | 'invisible-layer' | 'white-layer';

export const hasQpdf = (): boolean => spawnSync('qpdf', ['--version']).error === undefined;

/** Exit code 3 of qpdf is a warning. */
function run(command: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0 && status !== 3) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
  return stdout;
}

/** The pages of a file that are wider than high, as a range for qpdf. */
function widePages(pdf: string): string {
  const lines = run('pdfinfo', ['-l', '999', pdf]).matchAll(/^Page +(\d+) size: +([\d.]+) x ([\d.]+)/gm);
  return [...lines].filter(([, , width, height]) => Number(width) > Number(height)).map(([, page]) => page).join(',');
}

async function counter(pdf: string, angle: number, range: string): Promise<void> {
  const turned = `${pdf}.turned`;
  run('qpdf', [pdf, turned, `--rotate=+${360 - angle}:${range}`]);
  run('qpdf', [turned, '--replace-input', '--flatten-rotation']);
  run('qpdf', [turned, pdf, `--rotate=+${angle}:${range}`]);
  await rm(turned);
}

const qpdf = (pdf: string, ...args: readonly string[]): string => run('qpdf', [pdf, '--replace-input', ...args]);

async function rewritten(pdf: string, change: (bytes: Buffer) => Buffer): Promise<void> {
  await writeFile(`${pdf}.new`, change(await readFile(pdf)));
  await rename(`${pdf}.new`, pdf);
}

async function layered(pdf: string, mode: 'invisible' | 'white'): Promise<void> {
  const layer = `${pdf}.layer`;
  await writeFile(layer, numbersLayer(mode));
  qpdf(pdf, mode === 'white' ? '--underlay' : '--overlay', layer, '--repeat=1', '--');
  await rm(layer);
}

const lock = (pdf: string, bits: string, ...more: readonly string[]): string => qpdf(pdf, ...(bits === '256' ? [] : ['--allow-weak-crypto']), '--encrypt', '', 'owner', bits, ...more, '--');

const steps: Readonly<Record<Finish, (pdf: string) => unknown>> = {
  'shown-turned-90': (pdf) => qpdf(pdf, '--rotate=+90'), 'shown-turned-180': (pdf) => qpdf(pdf, '--rotate=+180'), 'shown-turned-270': (pdf) => qpdf(pdf, '--rotate=+270'),
  'counter-90': (pdf) => counter(pdf, 90, '1-z'), 'counter-180': (pdf) => counter(pdf, 180, '1-z'), 'counter-270': (pdf) => counter(pdf, 270, '1-z'),
  'counter-90-even': (pdf) => counter(pdf, 90, '1-z:even'), 'counter-90-wide': (pdf) => counter(pdf, 90, widePages(pdf)),
  'locked-256': (pdf) => lock(pdf, '256', '--print=none', '--extract=n'), 'locked-128': (pdf) => lock(pdf, '128', '--use-aes=y', '--extract=n'), 'locked-40': (pdf) => lock(pdf, '40'),
  'object-streams': (pdf) => qpdf(pdf, '--object-streams=generate'), 'classic': (pdf) => qpdf(pdf, '--object-streams=disable'), 'linearized': (pdf) => qpdf(pdf, '--linearize'),
  'old-revision': async (pdf) => {
    qpdf(pdf, '--qdf', '--object-streams=disable');
    await rewritten(pdf, oldRevision);
  },
  'truncated': (pdf) => rewritten(pdf, truncated), 'half-lengths': (pdf) => rewritten(pdf, halfLengths), 'broken-start': (pdf) => rewritten(pdf, brokenStart), 'junk-before': (pdf) => rewritten(pdf, junkBefore),
  'invisible-layer': (pdf) => layered(pdf, 'invisible'), 'white-layer': (pdf) => layered(pdf, 'white'),
};

export async function finish(pdf: string, todo: readonly Finish[]): Promise<void> {
  for (const step of todo) await steps[step](pdf);
}
