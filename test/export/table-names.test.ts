import { tableNames } from '../../src/export/table-names.js';

const names = (sources: readonly string[], given: readonly string[] = sources): readonly string[] => [...tableNames(sources, given).values()];

describe('the names of what is written of a document', () => {
  it('are its base name where the file was given, and its path inside the folder that was given', () => {
    expect(names(['in/2019/a.pdf', 'in/b.pdf', 'else/c.pdf'], ['in/', 'else/c.pdf'])).toEqual(['2019/a', 'b', 'c']);
    expect(names(['./a.pdf', '../x/b.c.pdf'], ['.', '../x'])).toEqual(['a', 'b.c']);
  });

  it('are inside the outermost of two folders, in whatever order they are given', () => {
    expect(names(['in/x/a.pdf'], ['in/x', 'in'])).toEqual(['x/a']);
    expect(names(['in/x/a.pdf'], ['in', 'in/x'])).toEqual(['x/a']);
  });

  it('keep the endings of files that differ in them alone', () => {
    expect(names(['in/a.pdf', 'in/a.txt', 'in/b.pdf'], ['in'])).toEqual(['a.pdf', 'a.txt', 'b']);
  });

  it('keep the folders above files that have one base name', () => {
    expect(names(['x/a.pdf', 'y/a.pdf'])).toEqual(['x/a', 'y/a']);
    expect(names(['/r/x/1/a.pdf', '/r/y/1/a.pdf', '/r/y/1/a.txt'])).toEqual(['x/1/a', 'y/1/a', 'a.txt']);
  });

  it('do not depend on which of two documents comes first', () => {
    expect([...names(['y/a.pdf', 'x/a.pdf'])].sort()).toEqual(['x/a', 'y/a']);
  });

  it('are two where the system may take them for one: another case, another composition', () => {
    const found = names(['in/A.pdf', 'in/a.pdf', 'in/é.pdf', 'in/e\u0301.pdf'], ['in']);
    expect(new Set(found.map((name) => name.normalize('NFC').toLowerCase())).size).toBe(4);
  });

  it('never leave the folder that they are put into', () => {
    for (const name of names(['../../x/a.pdf', '../../y/a.pdf', '/a.pdf'])) expect(name).not.toMatch(/^\/|(?:^|\/)\.\.(?:\/|$)/);
  });

  it('keep a file without an ending, and one that begins with a point, as it is', () => {
    expect(names(['x/README', 'x/.pdf'])).toEqual(['README', '.pdf']);
  });

  it('are short enough for what is put behind them, and still two', () => {
    const long = '公'.repeat(80);
    const found = names([`in/${long}甲.pdf`, `in/${long}乙.pdf`], ['in']);
    for (const name of found) expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
    expect(new Set(found).size).toBe(2);
  });

  it('have no folder where a file of another document is to stand', () => {
    expect(names(['in/a.pdf', 'in/a.json/b.pdf'], ['in'])).toEqual(['a', 'a.json_/b']);
  });
});
