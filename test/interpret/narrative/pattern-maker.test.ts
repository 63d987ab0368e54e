import { PatternMaker } from '../../../src/interpret/narrative/pattern-maker.js';

const maker = new PatternMaker({ words: { link: ['共', '共计'], way: ['当面', '现场'] }, phrases: { by: '(?:通过|以)<way>' } });

describe('a pattern', () => {
  it('holds the words of its lists, the longest first, and up to ten of them', () => {
    expect(maker.expression('申请<link*>9').exec('申请共计共9')?.[0]).toBe('申请共计共9');
    expect(maker.expression('<way?>申请').exec('邮寄申请')?.[0]).toBe('申请');
  });

  it('holds phrases, and the words in them', () => {
    expect(maker.test('<by>申请').test('以现场申请')).toBe(true);
    expect(maker.test('<by>申请').test('现场申请')).toBe(false);
  });

  it('begins at a clause or an item of it where it says so', () => {
    expect(maker.test('<first>申请').test('共答复,申请')).toBe(true);
    expect(maker.test('<first>申请').test('共答复申请')).toBe(false);
  });

  it('keeps the groups and the looks behind of a regular expression', () => {
    expect(maker.expression('(?<!不)(?<with>同意)').exec('不同意,同意')?.index).toBe(4);
  });

  it('is refused where it names what is not there, or is no regular expression', () => {
    expect(() => maker.expression('<fax>申请')).toThrow('speaks of <fax>');
    expect(() => maker.expression('(申请')).toThrow('is no regular expression');
  });
});
