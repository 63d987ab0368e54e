// Reads a folder of make-lists.ts and tells what is right, marked, missing and wrong: npx tsx test/make/lists/compare-lists.ts FOLDER [PART OF NAME] [--scans]
// `--scans`: pages that are pictures are read, too, as far as scan-lists.ts made them.

import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultPipelineFolder, loadPipeline } from '../../../src/pipeline/load-pipeline.js';
import { runDocument } from '../../../src/pipeline/run-document.js';
import { KeptReaders } from '../../../src/pipeline/scan-readers.js';
import type { ListReport } from './list-report.js';

const { values: options, positionals: [folder = '', part = ''] } = parseArgs({ allowPositionals: true, options: { scans: { type: 'boolean', default: false } } });
const readers = new KeptReaders();
const pipeline = await loadPipeline(defaultPipelineFolder());
for (const file of (await readdir(folder)).sort()) {
  if (file.endsWith('.json') || !file.includes(part)) continue;
  const truth = JSON.parse(await readFile(join(folder, `${/^[^.]*/.exec(file)?.[0] ?? ''}.truth.json`), 'utf8')) as ListReport;
  const { reports, findings } = await runDocument(await readFile(join(folder, file)), { path: file, file, sha256: '' }, pipeline, ...(options.scans ? [readers.open] : []));
  const [report] = reports;
  const values = (report?.values ?? []).filter((v) => v.table === 'statistics');
  const counts = { right: 0, marked: 0, missing: 0 };
  const wrong: string[] = [];
  const marked: string[] = [];
  const told = new Set<string>();
  for (const { id, unit, values: printed } of truth.lines) {
    if (id === null) continue;
    truth.columns.forEach((column, k) => {
      const read = values.find((v) => v.row === id && v.column === column.id);
      told.add(`${id}/${column.id}`);
      if (read === undefined || read.status === 'missing') {
        counts.missing++;
        marked.push(`no ${id}`);
      }
      else if (read.status === 'suspect') {
        counts.marked++;
        marked.push(id);
      }
      else if (read.value === (printed[k] === '' ? null : printed[k]) && read.unit === (truth.units === 'cell' && printed[k] === '' ? '' : unit)) counts.right++;
      else wrong.push(`${id}/${column.id}: ${String(printed[k])} ${unit}, read ${String(read.value)} ${read.unit}`);
    });
  }
  const more = values.filter((v) => !told.has(`${v.row}/${v.column}`)).map((v) => `${v.row}/${v.column} ${v.status}`);
  const codes = [...new Set([...findings, ...(report?.findings ?? [])].map((f) => f.code))].join(' ');
  process.stdout.write(`${file}: ${report?.template ?? 'no report'} ${JSON.stringify(counts)}${wrong.length > 0 ? ` WRONG ${wrong.join('; ')}` : ''}${marked.length > 0 ? ` marked ${marked.slice(0, 4).join(' ')}` : ''}${more.length > 0 ? ` MORE ${more.slice(0, 5).join(', ')}` : ''} [${codes}]\n`);
}
await readers.close();
