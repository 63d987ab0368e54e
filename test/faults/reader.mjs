// A reader that does what its document tells it to: the first word of the
// file is the deed. It stands in for the real one, whose faults can't be had
// on demand. What it was told to read is noted in the file named as its argument.
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const [journal] = process.argv.slice(2);

const deeds = {
  report: (document, text) => answer(document, [report(text)]),
  nothing: (document) => answer(document, []),
  crash: () => process.exit(3),
  abort: () => process.abort(),
  'kill-itself': () => process.kill(process.pid, 'SIGKILL'),
  throw: () => {
    throw new Error('a bug in the reader');
  },
  hang: () => {
    for (;;);
  },
  'eat-memory': () => {
    const eaten = [];
    for (;;) eaten.push(Buffer.alloc(16 * 1024 * 1024, 1));
  },
  'eat-heap': () => {
    const eaten = [];
    for (;;) eaten.push(Array.from({ length: 100_000 }, (_, at) => ({ at })));
  },
  'crash-once': (document, text) => {
    const marker = `${document.path}.crashed`;
    if (existsSync(marker)) return answer(document, [report(text)]);
    writeFileSync(marker, '');
    process.exit(3);
  },
  // A scan of four pages: a page every so many milliseconds; it hangs after the page named.
  scan: (document, text) => {
    const [, pace, last] = text.trim().split(/\s+/).map(Number);
    let page = 0;
    const next = () => {
      if (page === last) return;
      if (page === 4) return answer(document, [report('scan 甲')]);
      process.send({ kind: 'page', page: ++page, pages: 4 });
      setTimeout(next, pace);
    };
    setTimeout(next, pace);
  },
  // Waits for ever, unless there is a file named as the document with `.go` behind it.
  wait: (document, text) => {
    if (existsSync(`${document.path}.go`)) answer(document, [report(text)]);
  },
  // Of a reader that writes files: as many tables as it says, and a stop of the whole run.
  tables: (document, text, into) => tables(document, Number(text.trim().split(/\s+/)[1] ?? '1'), into),
  'no-disk': () => process.send({ kind: 'stop', exitCode: 5, message: "Can't write to there: the disk is full", hint: 'Make room.' }),
  chatter: (document, text) => {
    process.stdout.write('noise that must not reach the data\n');
    process.stderr.write('\u001b[31mand colours\n');
    answer(document, [report(text)]);
  },
};

function report(text) {
  const [, issuer = '', number = '1'] = text.trim().split(/\s+/);
  const value = { table: 'requests', row: 'new', column: 'total', value: number, unit: '', status: 'read', raw: number, method: 'plain', confidence: 1, place: { page: 1, box: null } };
  const identity = { title: text.trim(), issuer, issuerId: '', issuerKind: 'other', department: '', divisionCode: '', province: '', prefecture: '', county: '', town: '', year: 2022, published: '' };
  return { identity, template: '2021', values: [value], checks: [], findings: [] };
}

function answer(source, reports) {
  const document = { source, mediaType: 'text/plain', method: 'plain', pages: 0, reports, findings: [], outcome: reports.length > 0 ? 'report' : 'not-a-report' };
  process.send({ kind: 'result', document, resident: process.memoryUsage.rss() });
}

function tables(source, number, into) {
  mkdirSync(dirname(into), { recursive: true });
  const csv = Array.from({ length: number }, (_, index) => `${basename(into)}-${index + 1}.csv`);
  for (const file of csv) writeFileSync(join(dirname(into), file), `table of ${source.file}\n`);
  writeFileSync(`${into}.json`, `{"writer":"gongkai tables","source":${JSON.stringify(source.path)},\n"files":${JSON.stringify(csv)},\n"tables":[]}\n`);
  const document = { source, outcome: 'read', tables: number, files: [`${basename(into)}.json`, ...csv], findings: [] };
  process.send({ kind: 'result', document, resident: process.memoryUsage.rss() });
}

process.on('disconnect', () => process.exit());
process.on('message', ({ path, source: called = path, into }) => {
  if (journal !== undefined) appendFileSync(journal, `${basename(path)}\n`);
  const bytes = readFileSync(path);
  const text = bytes.toString('utf8');
  const source = { path: called, file: basename(called), sha256: createHash('sha256').update(bytes).digest('hex') };
  deeds[text.trim().split(/\s+/)[0]](source, text, into);
});
process.send({ kind: 'ready' });
