import type { Value } from '../../src/model/report.js';
import { interpretTables } from '../../src/interpret/interpret.js';
import { loadPipeline } from '../../src/pipeline/load-pipeline.js';
import { gridOf, requestsBody, requestsHead, type Drawn } from './grid-of.js';

const pipeline = await loadPipeline('pipelines/ogi-annual-report');

/** What is vouched for of the row 结转下年度继续办理, where the last two rows of table 三 are these. */
function carriedOut(...last: readonly (readonly Drawn[])[]): readonly Value[] {
  const body = requestsBody('2021').slice(0, -last.length);
  const values = interpretTables([gridOf([...requestsHead, ...body, ...last])], pipeline.forms, pipeline.labels, 'ocr')?.values ?? [];
  return values.filter((v) => v.row === 'carried_out' && v.status === 'read');
}

describe('a label in the cell of which two rows run together, for the rule between them was not seen', () => {
  const sums = ['41', '0', '0', '0', '0', '0', '41'];
  const rest = ['2', '0', '0', '0', '0', '0', '2'];

  it('is not that of the upper row where the cell stands beside both', () => {
    expect(carriedOut([['（七）总\n结转下年度继续办理', 2, 1], '+', ...sums], ['', '4', ...rest])).toEqual([]);
  });

  it('is not that of the upper row where it is the only one', () => {
    expect(carriedOut([['（七）总计\n四、结转下年度继续办理', 2, 2], ...sums], ['', ...rest])).toEqual([]);
  });

  it('nor where what is left of the upper label is little', () => {
    expect(carriedOut([['七\n四、结转下年度继续办理', 2, 2], ...sums], ['', ...rest])).toEqual([]);
  });

  it('is read where each row has its own', () => {
    expect(carriedOut([['（七）总计', 1, 2], ...sums], [['四、结转下年度继续办理', 1, 3], ...rest]).length).toBeGreaterThan(0);
  });
});
