import type { Grid } from '../../src/model/grid.js';
import { interpretTables } from '../../src/interpret/interpret.js';
import { loadPipeline } from '../../src/pipeline/load-pipeline.js';
import { gridOf, requestsBody, requestsHead } from './grid-of.js';

const pipeline = await loadPipeline('pipelines/ogi-annual-report');

/** The status of the total of new requests, whose cell has no text. */
function status(unclear: boolean): string | undefined {
  const grid = gridOf([...requestsHead, ...requestsBody('2021')]);
  const cells = grid.cells.map((c) => (c.row === 3 && c.column === 9 ? { ...c, text: '', ...(unclear ? { unclear: true as const } : {}) } : c));
  const read: Grid = { ...grid, cells };
  return interpretTables([read], pipeline.forms, pipeline.labels, 'text')?.values.find((v) => v.row === 'new' && v.column === 'total')?.status;
}

describe('a cell without text', () => {
  it('is blank where nothing else stands in it', () => {
    expect(status(false)).toBe('blank');
  });

  it('is suspect where something does that is no text', () => {
    expect(status(true)).toBe('suspect');
  });
});
