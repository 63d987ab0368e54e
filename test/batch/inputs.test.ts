import { createHash } from 'node:crypto';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SourceBytes } from '../../src/batch/containers/source-bytes.js';
import { documentsIn } from '../../src/batch/inputs.js';
import { folderWith } from './folder.js';

const inside = async (folder: string, inputs: readonly string[] = [folder], apart: readonly string[] = []) => (await documentsIn(inputs, apart)).map((source) => source.slice(folder.length + 1));

describe('the documents of a run', () => {
  it('are the files given, and those in folders at any depth, by code point', async () => {
    const folder = await folderWith({ 'b.pdf': '', 'a/z.pdf': '', 'a/y/x.txt': '', '𠮷.pdf': '', '～.pdf': '' });
    expect(await inside(folder)).toEqual(['a/y/x.txt', 'a/z.pdf', 'b.pdf', '～.pdf', '𠮷.pdf']);
  });

  it('bear the input as given, joined with the path inside it', async () => {
    const folder = await folderWith({ 'in/a.pdf': '' });
    expect(await documentsIn([`${folder}/./in/`, `${folder}/in/../in/a.pdf`], [])).toEqual([`${folder}/./in/a.pdf`, `${folder}/in/../in/a.pdf`]);
  });

  it('are each read once, however often they are given', async () => {
    const folder = await folderWith({ 'a.pdf': '' });
    expect(await inside(folder, [folder, `${folder}/a.pdf`, `${folder}/`])).toEqual(['a.pdf']);
  });

  it('are not hidden files, expectations, or what a folder says of itself', async () => {
    const folder = await folderWith({ 'a.pdf': '', 'a.expected.json': '', 'a.pdf.expected.json': '', 'README.md': '', '.DS_Store': '', '.git/config': '', 'b.json': '' });
    expect(await inside(folder)).toEqual(['a.pdf', 'b.json']);
  });

  it('do not run in circles where a folder links to one above it', async () => {
    const folder = await folderWith({ 'a/b/c.pdf': '' });
    await symlink(folder, join(folder, 'a', 'b', 'up'));
    await symlink(join(folder, 'a'), join(folder, 'also-a'));
    expect(await inside(folder)).toEqual(['a/b/c.pdf']);
  });

  it('are followed through a link to a folder elsewhere', async () => {
    const elsewhere = await folderWith({ 'x.pdf': '' });
    const folder = await folderWith({ 'a.pdf': '' });
    await symlink(elsewhere, join(folder, 'link'));
    expect(await inside(folder)).toEqual(['a.pdf', 'link/x.pdf']);
  });

  it('are not the dataset that the last run wrote into the folder', async () => {
    const folder = await folderWith({ 'a.pdf': '', 'out/reports.csv': '' });
    expect(await inside(folder, [folder], [join(folder, 'out')])).toEqual(['a.pdf']);
  });

  it('count one that a broken link names, so that it is not lost in silence', async () => {
    const folder = await folderWith({});
    await symlink(join(folder, 'gone'), join(folder, 'a.pdf'));
    expect(await inside(folder)).toEqual(['a.pdf']);
  });

  it('are told apart and read where their names are no UTF-8, as those of a GBK archive unpacked on another system', async () => {
    const folder = await folderWith({});
    const named = (name: Buffer): Buffer => Buffer.concat([Buffer.from(`${folder}/`), name]);
    await mkdir(named(Buffer.from([0xb9, 0xab])));
    await writeFile(named(Buffer.from('b9ab2f323032322ebfaa', 'hex')), 'one');
    await writeFile(named(Buffer.from('b9ab2f323032322ebfab', 'hex')), 'other');
    await writeFile(named(Buffer.from('公\\xB9.txt')), 'third');
    const names = ['\\xB9\\xAB/2022.\\xBF\\xAA', '\\xB9\\xAB/2022.\\xBF\\xAB', '公\\xB9.txt'];
    expect(await inside(folder)).toEqual(names);
    const bytes = new SourceBytes();
    const texts = names.map(async (name) => Buffer.from(await bytes.read(join(folder, name), 1)).toString());
    expect(await Promise.all(texts)).toEqual(['one', 'other', 'third']);
    expect(await bytes.hash(join(folder, names[0] ?? ''))).toBe(createHash('sha256').update(await readFile(named(Buffer.from('b9ab2f323032322ebfaa', 'hex')))).digest('hex'));
  });

  it('may be none', async () => {
    const folder = await folderWith({});
    await mkdir(join(folder, 'empty'));
    expect(await inside(folder)).toEqual([]);
  });

  it('stop the run where one is not there', async () => {
    await expect(documentsIn(['/no/such/file'], [])).rejects.toMatchObject({ name: 'StopRun', exitCode: 1, message: 'There is no file or folder /no/such/file' });
  });
});
