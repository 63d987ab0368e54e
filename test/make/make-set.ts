// npx tsx test/make/make-set.ts OUTDIR [--only NAME] [--seed N]
// Typesets the whole set into OUTDIR: for each document NAME.pdf and NAME.truth.json.

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pLimit from 'p-limit';
import { documentOf } from './documents.js';
import { placed } from './place.js';
import { printReport } from './print.js';
import { specs, type Spec } from './specs.js';
import { truthOf } from './truth-file.js';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { only: { type: 'string' }, seed: { type: 'string', default: '1' } } });
const folder = positionals[0];
if (folder === undefined) throw new Error('usage: make-set.ts OUTDIR [--only NAME] [--seed N]');

async function make(spec: Spec, into: string): Promise<boolean> {
  const { typeset, pad, found } = await placed(documentOf(spec, Number(values.seed)));
  await printReport(typeset, pad, join(into, `${spec.name}.pdf`));
  await writeFile(join(into, `${spec.name}.truth.json`), `${JSON.stringify(truthOf(typeset.report), null, 1)}\n`);
  const aim = typeset.dress.break;
  const where = aim ? ` (break ${aim.inside === undefined ? 'before' : `after line ${aim.inside} of`} ${aim.row})` : '';
  console.log(`${spec.name}${where}${found ? '' : ': THE BREAK COULD NOT BE PLACED'}`);
  return found;
}

await mkdir(folder, { recursive: true });
const limit = pLimit(2);
const chosen = specs.filter((spec) => values.only === undefined || spec.name.includes(values.only));
const results = await Promise.all(chosen.map((spec) => limit(() => make(spec, folder))));
console.log(`${chosen.length} documents`);
if (results.includes(false)) process.exitCode = 1;
