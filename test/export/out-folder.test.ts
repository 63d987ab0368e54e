import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { datasetFilesIn, publish } from '../../src/export/out-folder.js';
import { tables } from '../../src/export/tables.js';
import { writeDataset } from '../../src/export/write-dataset.js';
import { document, report, settings, stored } from './documents.js';

const place = async () => mkdtemp(join(tmpdir(), 'gongkai-'));
/** One for each table, the codebook and the data package. */
const files = tables.length + 2;
const usual = { replace: false, ignore: [] };

async function publishInto(folder: string, path: string, options = usual): Promise<void> {
  const staging = join(await place(), 'staging');
  await writeDataset([stored(document(path, [report()]))], staging, settings);
  await publish(staging, folder, options);
}

describe('an output folder', () => {
  it('is made where there is none', async () => {
    const folder = join(await place(), 'deep', 'out');
    await publishInto(folder, 'a.pdf');
    expect(await readdir(folder)).toContain('datapackage.json');
  });

  it('that holds a dataset has it replaced as a whole', async () => {
    const folder = await place();
    await publishInto(folder, 'a.pdf');
    await writeFile(join(folder, 'panel.csv'), 'issuer_id,division_code,issuer,year,of another version\n');
    await publishInto(folder, 'b.pdf');
    expect(await readFile(join(folder, 'panel.csv'), 'utf8')).not.toContain('another');
    expect(await readFile(join(folder, 'reports.csv'), 'utf8')).toContain('b.pdf');
  });

  it('that holds half a dataset, as a kill leaves it, is made whole', async () => {
    const folder = await place();
    await writeFile(join(folder, 'reports.csv'), '\ufeffreport_id,source,file\n');
    await publishInto(folder, 'a.pdf');
    expect(await readdir(folder)).toHaveLength(files);
  });

  it('with anything else in it is refused', async () => {
    const folder = await place();
    await writeFile(join(folder, 'thesis.docx'), 'years of work');
    await expect(publishInto(folder, 'a.pdf')).rejects.toMatchObject({ name: 'StopRun', exitCode: 1 });
    expect(await readdir(folder)).toEqual(['thesis.docx']);
  });

  it('with anything else in it gets the dataset beside that when it is asked for', async () => {
    const folder = await place();
    await writeFile(join(folder, 'thesis.docx'), 'years of work');
    await mkdir(join(folder, 'figures'));
    await publishInto(folder, 'a.pdf', { replace: true, ignore: [] });
    await publishInto(folder, 'b.pdf', { replace: true, ignore: [] });
    expect(await readFile(join(folder, 'thesis.docx'), 'utf8')).toBe('years of work');
    expect(await readdir(folder)).toHaveLength(files + 2);
  });

  it.each([false, true])('with a file of the same name that another program wrote is refused, asked to replace or not (%s)', async (replace) => {
    const folder = await place();
    await writeFile(join(folder, 'panel.csv'), 'country,year,gdp\n');
    await expect(publishInto(folder, 'a.pdf', { replace, ignore: [] })).rejects.toMatchObject({ exitCode: 1 });
    expect(await readFile(join(folder, 'panel.csv'), 'utf8')).toBe('country,year,gdp\n');
  });

  it('that is a file is refused', async () => {
    const path = join(await place(), 'out');
    await writeFile(path, '');
    await expect(datasetFilesIn(path, usual)).rejects.toMatchObject({ exitCode: 5 });
  });

  it('that cannot be made is told as such', async () => {
    const path = join(await place(), 'file');
    await writeFile(path, '');
    await expect(writeDataset([], join(path, 'out'), settings)).rejects.toMatchObject({ exitCode: 5 });
  });
});
