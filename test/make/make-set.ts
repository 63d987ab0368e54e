// npx tsx test/make/make-set.ts OUTDIR [--only NAME] [--group NAME] [--seed N]
// Typesets the whole set into OUTDIR: for each document NAME.pdf and NAME.truth.json.

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pLimit from 'p-limit';
import { documentOf } from './documents.js';
import { finish, hasQpdf } from './finish.js';
import { placed } from './place.js';
import { printReport } from './print.js';
import type { Spec } from './spec.js';
import { groups, specs } from './specs.js';
import { truthOf } from './truth-file.js';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { only: { type: 'string' }, group: { type: 'string' }, seed: { type: 'string', default: '1' } } });
const folder = positionals[0];
if (folder === undefined) throw new Error('usage: make-set.ts OUTDIR [--only NAME] [--group NAME] [--seed N]');

async function make(spec: Spec, into: string): Promise<boolean> {
  const { typeset, pad, found } = await placed(documentOf(spec, Number(values.seed)));
  const pdf = join(into, `${spec.name}.pdf`);
  await printReport(typeset, pad, pdf);
  await finish(pdf, spec.finish ?? []);
  await writeFile(join(into, `${spec.name}.truth.json`), `${JSON.stringify(truthOf(typeset.report), null, 1)}\n`);
  const aim = typeset.dress.break;
  const where = aim ? ` (break ${aim.inside === undefined ? 'before' : `after line ${aim.inside} of`} ${aim.row})` : '';
  console.log(`${spec.name}${where}${found ? '' : ': THE BREAK COULD NOT BE PLACED'}`);
  return found;
}

await mkdir(folder, { recursive: true });
const limit = pLimit(2);
const group = values.group === undefined ? specs : groups[values.group];
if (!group) throw new Error(`no group ${values.group ?? ''}; there are ${Object.keys(groups).join(', ')}`);
const named = group.filter((spec) => values.only === undefined || spec.name.includes(values.only));
const chosen = named.filter((spec) => spec.finish === undefined || hasQpdf());
for (const spec of named.filter((each) => !chosen.includes(each))) console.log(`${spec.name}: LEFT OUT, qpdf is not installed`);
const results = await Promise.all(chosen.map((spec) => limit(() => make(spec, folder))));
console.log(`${chosen.length} documents`);
if (results.includes(false)) process.exitCode = 1;
