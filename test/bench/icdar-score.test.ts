import { icdarScore, type ScoredCell } from './icdar-score.js';
import { icdarTruth } from './icdar-truth.js';

const row = (at: number, ...texts: readonly string[]): ScoredCell[] => texts.map((text, column): ScoredCell => [at, column, 1, 1, text]);
const square = [...row(0, 'a', 'b'), ...row(1, 'c', 'd')];

describe('the score of found tables', () => {
  it('is whole where all neighbours are found, in how many tables ever', () => {
    expect(icdarScore([{ found: [square], true: [square] }])).toEqual({ documents: 1, tables: 1, precision: 1, recall: 1, f1: 1, pooledF1: 1, perfect: 1 });
  });

  it('counts of four relations the two that a lost cell leaves', () => {
    expect(icdarScore([{ found: [square.slice(0, 3)], true: [square] }])).toMatchObject({ precision: 1, recall: 0.5, perfect: 0 });
  });

  it('looks over empty cells for the next one', () => {
    expect(icdarScore([{ found: [row(0, 'a', '', 'b')], true: [row(0, 'a', 'b')] }])).toMatchObject({ f1: 1 });
  });

  it('counts two cells that meet along several rows once', () => {
    const tall: ScoredCell[] = [[0, 0, 2, 1, 'a'], [0, 1, 2, 1, 'b']];
    expect(icdarScore([{ found: [row(0, 'a', 'b')], true: [tall] }])).toMatchObject({ precision: 1, recall: 1 });
  });

  it('compares letters, digits and %.,- alone, whatever their width or case', () => {
    expect(icdarScore([{ found: [row(0, 'Ａ b (c)', '１２.5%')], true: [row(0, 'abc', '12.5 %')] }])).toMatchObject({ f1: 1 });
  });

  it('is the mean over documents, where one without a find counts as nothing', () => {
    expect(icdarScore([{ found: [square], true: [square] }, { found: [], true: [square] }])).toMatchObject({ documents: 2, precision: 0.5, recall: 0.5, tables: 2, perfect: 1 });
  });

  it('calls no table perfect whose halves were found as two', () => {
    expect(icdarScore([{ found: [row(0, 'a', 'b'), row(1, 'c', 'd')], true: [square] }])).toMatchObject({ precision: 1, recall: 0.5, perfect: 0 });
  });
});

describe('the truth of the competition', () => {
  it('has the cells of all regions of a table, each moved by its increments', () => {
    const xml = `<?xml version="1.0"?>
      <document filename='x'><table id='1'>
        <region id='1' col-increment='0' row-increment='0' page='1'>
          <cell id='1' start-row='0' start-col='0' end-row='1'><bounding-box x1='9' y1='5' x2='1' y2='5'/><content>R&amp;D &#65; > 1</content><instruction instr-id='1'/></cell>
        </region>
        <region id='2' col-increment='1' row-increment='2' page='2'>
          <cell start-row="0" start-col="1" end-col="3"><content/></cell>
          <cell start-row='1' start-col='1'></cell>
        </region>
      </table><table id='2'></table></document>`;
    expect(icdarTruth(xml)).toEqual([
      [
        [0, 0, 2, 1, 'R&D A > 1'],
        [2, 2, 1, 3, ''],
        [3, 2, 1, 1, ''],
      ],
      [],
    ]);
  });
});
