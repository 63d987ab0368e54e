import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeDataset } from '../../src/export/write-dataset.js';
import { document, report, settings, stored } from './documents.js';

describe('sections.csv', () => {
  it('has a row for each section, in the order of the form, the office\'s own last', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sections-'));
    try {
      const section = (id: string, heading: string, text: string, page: number) => ({ section: id, heading, text, page });
      const sections = [section('0', '', '依据《条例》', 1), section('other.1', '七、附表', '', 4), section('6', '六、其他需要报告的事项', '无。\n“以上”', 3)];
      await writeDataset([stored(document('a.pdf', [report({ sections })]))], join(folder, 'out'), settings);
      const id = (await readFile(join(folder, 'out', 'reports.csv'), 'utf8')).split('\n')[1]?.split(',')[0] ?? '';
      expect(await readFile(join(folder, 'out', 'sections.csv'), 'utf8')).toBe(`report_id,section,heading,text,page\n${id},0,,依据《条例》,1\n${id},6,六、其他需要报告的事项,"无。\n“以上”",3\n${id},other.1,七、附表,,4\n`);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
