import { childOf, childrenOf, parseXml } from '../../src/read/xml.js';

const parsed = (text: string) => parseXml(Buffer.from(text));

describe('the parts of office files and OFD', () => {
  it('are read by the names of their elements, whatever their prefix', () => {
    const root = parsed('<a:x xmlns:a="urn:a"><a:y z="1">一</a:y><y>二</y></a:x>');
    expect(childrenOf(root, 'y').map((y) => y.text)).toEqual(['一', '二']);
    expect(childOf(root, 'y')?.attributes['z']).toBe('1');
  });
  it('have no entities of their own', () => {
    expect(() => parsed('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')).toThrow('document type');
  });
  it('are refused where they nest without end or break off', () => {
    expect(() => parsed('<x>'.repeat(1000))).toThrow('beyond any limit');
    expect(() => parsed('<x><y></x>')).toThrow();
  });
});
