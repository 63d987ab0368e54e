import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const src = path.join(import.meta.dirname, '..', 'src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.ts')).map((f) => f.replaceAll('\\', '/'));

/** Which rooms a room may import from, besides itself. */
const stages = ['acquire', 'read', 'ocr', 'tables', 'interpret', 'reconcile', 'export', 'review'];
const allowed: Record<string, readonly string[]> = {
  model: [],
  ...Object.fromEntries(stages.map((s) => [s, ['model']])),
  pipeline: ['model', ...stages],
  batch: ['model', ...stages, 'pipeline'],
  cli: ['model', ...stages, 'pipeline', 'batch'],
};
const homeOf: Record<string, string> = { 'pdfjs-dist': 'read', 'tesseract.js': 'ocr', '@e965/xlsx': 'read', 'fast-csv': 'export', '@fast-csv/format': 'export', commander: 'cli', 'cli-progress': 'cli', pidusage: 'batch', croner: 'pipeline', 'robots-parser': 'acquire', 'tough-cookie': 'acquire', 'ipaddr.js': 'acquire', libsql: 'acquire' };
const network = /^(?:node:)?(?:http|https|http2|net|tls|dgram|dns)(?:\/|$)|^undici$/;

/** What parses or paints documents: it may hang, crash or eat memory. */
const inReadersAlone = /^(?:pdfjs-dist|@napi-rs\/canvas|sharp|onnxruntime-node|tesseract\.js|cheerio|@e965\/xlsx|word-extractor)(?:\/|$)/;

interface Import {
  readonly file: string;
  readonly room: string;
  readonly target: string;
  /** Gone when the program runs. */
  readonly isType: boolean;
}

const imports: Import[] = files.flatMap((file) => {
  const text = readFileSync(path.join(src, file), 'utf8');
  const found = [...text.matchAll(/(import type [^;']*|export type [^;']*)?(?:from|import)\s*\(?\s*'([^']+)'/g)];
  return found.map(([, type, target]) => ({ file, room: file.split('/')[0] ?? '', target: target ?? '', isType: type !== undefined }));
});

const roomOf = ({ file, target }: Import): string => path.posix.join(path.posix.dirname(file), target).split('/')[0] ?? '';

describe('the rooms', () => {
  it('are the ones of the architecture', () => {
    expect([...new Set(files.map((f) => f.split('/')[0]))].filter((room) => !(room !== undefined && room in allowed))).toEqual([]);
  });

  it('import only from the rooms below them: model, then the stages, pipeline, batch, cli', () => {
    const wrong = imports.filter((i) => i.target.startsWith('.')).filter((i) => roomOf(i) !== i.room && !allowed[i.room]?.includes(roomOf(i)));
    expect(wrong).toEqual([]);
  });

  it('keep each large package in one room', () => {
    const wrong = imports.filter((i) => Object.entries(homeOf).some(([name, room]) => (i.target === name || i.target.startsWith(`${name}/`)) && i.room !== room));
    expect(wrong).toEqual([]);
  });

  it('leave the network to acquire', () => {
    expect(imports.filter((i) => network.test(i.target) && i.room !== 'acquire')).toEqual([]);
  });

  it('read documents in processes of their own: the command itself loads no package that parses or paints one', () => {
    const reached = new Set(['cli/main.ts']);
    for (const file of reached) {
      for (const i of imports.filter((one) => one.file === file && !one.isType && one.target.startsWith('.'))) reached.add(path.posix.join(path.posix.dirname(file), i.target.replace(/\.js$/, '.ts')));
    }
    expect(imports.filter((i) => reached.has(i.file) && !i.isType && inReadersAlone.test(i.target)).map((i) => `${i.file} loads ${i.target}`)).toEqual([]);
  });

  it('speak to the terminal and end the process in cli alone', () => {
    const wrong = files.filter((f) => !f.startsWith('cli/') && /\bconsole\.|process\.exit\(/.test(readFileSync(path.join(src, f), 'utf8')));
    expect(wrong).toEqual([]);
  });

  it('hold files of at most 300 lines', () => {
    expect(files.filter((f) => readFileSync(path.join(src, f), 'utf8').split('\n').length > 301)).toEqual([]);
  });
});
