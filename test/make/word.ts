// npx tsx test/make/word.ts OUTDIR [--seed N] [--each N]
// Saves reports as Word files by LibreOffice (soffice): NAME.docx, NAME.doc and NAME.truth.json for every N-th of the set.

import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { documentOf } from './documents.js';
import { htmlOf } from './html.js';
import { blocksOf } from './page.js';
import { specs } from './specs.js';
import { truthOf } from './truth-file.js';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { seed: { type: 'string', default: '1' }, each: { type: 'string', default: '16' } } });
const [folder] = positionals;
if (folder === undefined) throw new Error('usage: word.ts OUTDIR [--seed N] [--each N]');

await mkdir(folder, { recursive: true });
const chosen = specs.filter((spec, i) => i % Number(values.each) === 0 && !spec.dress?.decoys);
for (const spec of chosen) {
  const typeset = documentOf(spec, Number(values.seed));
  await writeFile(join(folder, `${spec.name}.html`), htmlOf(blocksOf(typeset, 0), typeset.report.title.join(''), typeset.dress, false));
  await writeFile(join(folder, `${spec.name}.truth.json`), `${JSON.stringify(truthOf(typeset.report), null, 1)}\n`);
}
const save = (as: string, from: string): void => void execFileSync('soffice', ['--headless', '--convert-to', as, '--outdir', folder, ...chosen.map((spec) => join(folder, `${spec.name}.${from}`))], { stdio: 'ignore' });
save('docx:MS Word 2007 XML', 'html');
save('doc:MS Word 97', 'docx');
console.log(`${chosen.length} documents`);
