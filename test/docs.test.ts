import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { catalogue } from '../src/model/findings.js';
import { fileOf } from '../src/export/table.js';
import { tables } from '../src/export/tables.js';
import { statusCodes } from '../src/export/value-columns.js';
import { gongkai } from './cli/command-line.js';

const root = path.join(import.meta.dirname, '..');
const textOf = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const filesUnder = (folder: string): string[] => readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).filter((f) => statSync(path.join(root, folder, f)).isFile()).map((f) => f.replaceAll('\\', '/'));

const readme = textOf('README.md');
const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };

const helpOf = async (...command: readonly string[]): Promise<string> => (await gongkai('', [...command, '--help'])).out;
const commands = [...((await helpOf()).split('\nCommands:\n')[1] ?? '').split('\n\n')[0]?.matchAll(/^ {2}(?!help\b)(\w+)(?= )/gm) ?? []].map(([, name]) => name ?? '');
const optionsOf = (help: string): string[] => [...help.matchAll(/(?<=\s)--?[a-z][a-z-]*/g)].map(([option]) => option);
const options = new Map(await Promise.all(commands.map(async (name) => [name, optionsOf(await helpOf(name))] as const)));

/** Command lines of the README's shell blocks, without what `#` says of them. */
const commandLines = [...readme.matchAll(/^```sh\n(.*?)^```/gms)].flatMap(([, block]) => (block ?? '').split('\n')).map((line) => line.replace(/\s+#.*/, '').trim()).filter((line) => line !== '');

/** The first column of the tables of a document, without back quotes. */
const firstCells = (text: string): string[] => [...text.matchAll(/^\| ([^|]*) \|/gm)].map(([, cell]) => (cell ?? '').replaceAll('`', '').trim());

/** What stands below a heading, down to the next one. */
const below = (heading: string): string => readme.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';

describe('the README', () => {
  it('gives commands, options and scripts that there are', () => {
    const unknown = commandLines.flatMap((line) => {
      const [program, name = '', ...rest] = line.split(/\s+/);
      if (program === 'npm') return name === 'ci' || (name === 'run' ? (rest[0] ?? '') : name) in scripts ? [] : [line];
      if (program === 'npx' && name === 'tsx') return filesUnder('test').some((f) => `test/${f}` === rest[0]) ? [] : [line];
      const known = options.get(rest[0] ?? '');
      if (program !== 'npx' || name !== 'gongkai' || known === undefined) return [line];
      return rest.filter((word) => word.startsWith('-') && !known.includes(word)).map((word) => `${line}: ${word}`);
    });
    expect(commandLines.length).toBeGreaterThan(5);
    expect(unknown).toEqual([]);
  });

  it('names options in its sentences that a command has', () => {
    const known = new Set([...options.values()].flat());
    const named = [...readme.replaceAll(/^```.*?^```/gms, '').matchAll(/`(--[a-z-]+)/g)].map(([, option]) => option ?? '');
    expect(named.filter((option) => !known.has(option) && option !== '--group')).toEqual([]);
    expect(named.length).toBeGreaterThan(5);
  });

  it('tells of every command, whose help has examples and exit codes', async () => {
    expect(commands).toContain('run');
    expect(commands.filter((name) => !readme.includes(`gongkai ${name} `))).toEqual([]);
    for (const name of commands) expect(await helpOf(name)).toMatch(/\nExamples:\n {2}gongkai [^]*\nExit codes:\n/);
  });

  it('has the exit codes that the help of `run` has, and no others', async () => {
    const told = [...readme.matchAll(/^\| (\d+(?:, \d+)?) \|/gm)].map(([, codes]) => codes);
    const inHelp = [...((await helpOf('run')).split('Exit codes:')[1] ?? '').matchAll(/(?:^|\s{2,})(\d+(?:, \d+)?) {2}\S/g)].map(([, codes]) => codes);
    expect(told.toSorted()).toEqual(inHelp.toSorted());
  });

  it('lists every file of a dataset', () => {
    expect(firstCells(below('What a run writes')).filter((cell) => cell !== 'file' && cell !== '---').toSorted()).toEqual([...tables.map(fileOf), 'codebook.md', 'datapackage.json'].toSorted());
  });

  it('shows columns that the file has', () => {
    const requests = tables.find((table) => table.name === 'requests');
    const [header = ''] = /^\| report_id \|.*$/m.exec(readme) ?? [];
    const shown = header.split('|').map((cell) => cell.trim()).filter((cell) => cell !== '' && cell !== '…');
    expect(shown.length).toBeGreaterThan(3);
    expect(shown.filter((name) => requests?.columns.every((column) => column.name !== name))).toEqual([]);
  });

  it('explains the statuses that a value may have', () => {
    const explained = firstCells(below('How the program says that it is not sure')).filter((cell) => cell !== 'status' && cell !== '---');
    // Nobody can correct a value yet.
    expect(explained.toSorted()).toEqual(statusCodes.map((one) => one.id).filter((id) => id !== 'corrected').toSorted());
  });

  it('names rooms that there are, and all of them', () => {
    const rooms = readdirSync(path.join(root, 'src'));
    const told = firstCells(below('How it is built')).filter((cell) => cell !== 'room' && cell !== '---');
    expect(told.filter((room) => room !== '' && !rooms.includes(room))).toEqual([]);
    expect(rooms.filter((room) => !told.includes(room) && !readme.includes(`src/${room}/`))).toEqual([]);
  });

  it('links to files that there are', () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, link]) => link ?? '');
    expect(links.filter((link) => statSync(path.join(root, link), { throwIfNoEntry: false }) === undefined)).toEqual([]);
  });
});

describe('what stands in pipelines/README.md', () => {
  const told = textOf('pipelines/README.md');

  it('is every file of the pipelines, and no other', () => {
    const files = filesUnder('pipelines').filter((file) => file !== 'README.md').map((file) => file.split('/').slice(1).join('/'));
    expect([...new Set(files)].filter((file) => !told.includes(file))).toEqual([]);
    const named = [...told.matchAll(/`([\w/-]+\.(?:yaml|csv|md))`/g)].map(([, file]) => file ?? '');
    const ofDataset = tables.map(fileOf);
    expect(named.filter((file) => !files.includes(file) && !ofDataset.includes(file))).toEqual([]);
  });
});

describe('every finding', () => {
  it('has a code of lower-case words, a message, and a hint where there is something to do', () => {
    for (const [code, { severity, message, hint }] of Object.entries(catalogue)) {
      expect(code).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
      expect(message).not.toBe('');
      if (severity !== 'info') expect(`${code}: ${hint}`).not.toBe(`${code}: `);
    }
  });

  it('that is made somewhere is of the catalogue, and all of the catalogue are made', () => {
    const sources = filesUnder('src').filter((file) => file.endsWith('.ts') && file !== 'model/findings.ts').map((file) => textOf(`src/${file}`)).join('\n');
    expect(Object.keys(catalogue).filter((code) => !sources.includes(`'${code}'`))).toEqual([]);
  });
});
