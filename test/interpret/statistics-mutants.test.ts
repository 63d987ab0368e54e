import { interpretTables } from '../../src/interpret/interpret.js';
import { loadPipeline } from '../../src/pipeline/load-pipeline.js';
import { chanceOf, type Chance } from '../make/chance.js';
import { gridOf, type Drawn } from './grid-of.js';
import { fujianRows, nationalRows } from './printed-lists.js';

const pipeline = await loadPipeline('pipelines/ogi-annual-report');

/** A row whose number is that of no other. */
interface Line {
  readonly id: string | null;
  readonly label: string;
  readonly unit: string;
  readonly number: string;
}

const mistakes = '口日目木禾未末土士';

/** A label with characters lost, doubled or taken for others. */
function misprinted(label: string, chance: Chance): string {
  const characters = Array.from(label);
  for (let n = chance.whole(1, 4); n > 0; n--) {
    const at = chance.whole(0, characters.length - 1);
    const way = chance.whole(0, 2);
    characters.splice(at, way === 2 ? 0 : 1, ...(way === 1 ? [] : [chance.pick(Array.from(mistakes))]));
  }
  return characters.join('');
}

/** A list as no office prints it: rows lost, moved and misprinted, on several pages. */
function mutant(seed: string): { readonly lines: readonly Line[]; readonly pages: Drawn[][][] } {
  const chance = chanceOf(seed);
  const rows = chance.hit(0.5) ? nationalRows : fujianRows;
  let k = 100;
  let lines = rows.map((row): Line => ({ ...row, number: row.id === null ? '' : String(k++) })).filter((row) => !chance.hit(row.id === null ? 0.2 : 0.1));
  lines = lines.map((line) => (chance.hit(0.25) ? { ...line, label: misprinted(line.label, chance) } : line));
  for (let n = chance.whole(0, 3); n > 0; n--) {
    const [from, to, many] = [chance.whole(0, lines.length - 1), chance.whole(0, lines.length - 1), chance.whole(1, 5)];
    const moved = lines.splice(from, many);
    lines.splice(to, 0, ...moved);
  }
  const drawn = lines.map(({ label, unit, number }): Drawn[] => [label, unit, number]);
  const cut = chance.whole(1, drawn.length - 1);
  return { lines, pages: [[['指标', '单位', '统计数'], ...drawn.slice(0, cut)], drawn.slice(cut)] };
}

/** Whether a row stands under none of its own section's headings: nobody can tell a label that several sections have. */
const shared = /被依法纠错|其他情形数|维持具体行政行为/u;

describe('a list with rows lost, moved and misprinted', () => {
  it('has no number vouched for under another indicator', () => {
    const wrong: string[] = [];
    let vouched = 0;
    for (let n = 0; n < 150; n++) {
      const { lines, pages } = mutant(`list ${String(n)}`);
      const values = interpretTables(pages.map((rows) => gridOf(rows)), pipeline.forms, pipeline.labels, 'text')?.values ?? [];
      for (const { row, column, value, status } of values) {
        if (status !== 'read' || column !== 'value' || row.startsWith('extra.')) continue;
        vouched++;
        const line = lines.find((l) => l.number === value);
        if (line?.id !== row && !shared.test(line?.label ?? '')) wrong.push(`${String(n)}: ${row} read ${String(line?.label)} of ${String(line?.id)}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(vouched).toBeGreaterThan(3_000);
  });
});
