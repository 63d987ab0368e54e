import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { labelsSchema } from '../../src/interpret/forms/schema.js';
import { readNumber, unitOf, type NumberKind } from '../../src/interpret/numbers.js';

const rules = labelsSchema.parse(parse(readFileSync(path.join(import.meta.dirname, '../../pipelines/ogi-annual-report/labels.yaml'), 'utf8')));
const read = (text: string, kind: NumberKind = 'count', wrapped = false): unknown[] => {
  const { value, unit, certainty } = readNumber(text, wrapped, kind, rules);
  return [value, unit, certainty];
};

describe('a cell that is printed empty', () => {
  it.each(['', ' ', '\u3000', '\u00a0', '/', '／', '-', '－', '—', '——', '–', '无', '\\', '∕', '⁄', '⸺', '−', '─'])('is blank, never 0: “%s”', (text) => {
    expect(read(text)).toEqual([null, '', 'blank']);
  });
});

describe('a number', () => {
  it.each([
    ['0', '0'],
    ['95', '95'],
    ['１２３', '123'],
    ['1,234', '1234'],
    ['1，234，567', '1234567'],
    ['28，\n695', '28695'],
    ['1,234,\n567', '1234567'],
    ['12.0', '12'],
    ['1,234.00', '1234'],
    ['1 234', '1234'],
    ['+6', '6'],
    ['22（其中修订 16 件）', '22'],
    ['22(其中修订16件', '22'],
  ])('is read as it is printed: %s', (text, value) => {
    expect(read(text)).toEqual([value, '', 'sure']);
  });

  it.each([
    ['77条', '77', '条'],
    ['5 件', '5', '件'],
  ])('may have its unit beside it: %s', (text, value, unit) => {
    expect(read(text)).toEqual([value, unit, 'sure']);
  });

  it.each([
    ['251000元', '251000', '元'],
    ['320.91万元', '320.91', '万元'],
    ['24252.311082', '24252.311082', ''],
    ['3569900', '3569900', ''],
    ['0', '0', ''],
    ['12,345.60 万元', '12345.60', '万元'],
  ])('is a decimal with a unit where it is an amount: %s', (text, value, unit) => {
    expect(read(text, 'amount')).toEqual([value, unit, 'sure']);
  });

  it.each([
    ['-8', '-8'],
    ['－8', '-8'],
    ['减少8', '-8'],
    ['+6', '6'],
    ['增加6', '6'],
    ['-0', '0'],
  ])('may be negative where it is a change: %s', (text, value) => {
    expect(read(text, 'change')).toEqual([value, '', 'sure']);
  });

  it('that its narrow cell broke over two lines is one number', () => {
    expect(read('24252.3\n11082', 'amount', true)).toEqual(['24252.311082', '', 'sure']);
  });
});

describe('what can not be read with certainty', () => {
  it.each([
    ['12\n3', 'two lines in a cell with room for one'],
    ['12  3', 'two numbers with a wide gap'],
    ['3.5', 'half a request'],
    ['1.000', 'one, or a thousand'],
    ['5,\n30', 'two numbers'],
    ['1234,\n567', 'two numbers, too'],
    ['-3', 'fewer than no requests'],
    ['00', 'a number that begins with zeros'],
    ['1,23', 'a comma at an odd place'],
    ['约20', 'about 20'],
    ['20余', 'more than 20'],
    ['50%', 'a share'],
    ['22其中修订16', 'two numbers without brackets'],
    ['(3)', 'a number in brackets'],
    ['6/4', 'two numbers with a slash'],
    ['o', 'a letter'],
    ['不变', 'words'],
    ['12①', 'a note\u2019s mark'],
    ['12 1', 'two numbers'],
    ['12³', 'a raised mark'],
  ])('is unsure: %s (%s)', (text) => {
    expect(read(text)[2]).toBe('unsure');
  });
});

describe('the unit in a head', () => {
  it.each([
    ['采购总金额（万元）', '万元'],
    ['本年收费金额（单位：万元）', '万元'],
    ['采购总金额\n(元)', '元'],
    ['采购总金额', ''],
    ['本年增/减（减用负值表示）', ''],
  ])('is what stands in its brackets: %s', (head, unit) => {
    expect(unitOf(head, rules)).toBe(unit);
  });
});
