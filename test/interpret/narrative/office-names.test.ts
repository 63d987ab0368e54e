import { nameIn, withoutName } from '../../../src/interpret/narrative/office-names.js';

describe('the name of an office', () => {
  it('may leave out its place', () => {
    expect(withoutName('市教育局门户网站', '甲市教育局')).toBe('门户网站');
  });

  it('may be told for short, by its first character and others in their order', () => {
    expect(withoutName('县安监局共受理', '甲县安全生产监督管理局')).toBe('共受理');
    expect(withoutName('2012年,市发改委受理', '甲市发展和改革委员会')).toBe('2012年,受理');
  });

  it('is no other office\'s', () => {
    expect(nameIn('市社保局受理', '甲市人力资源和社会保障局')).toBeNull();
    expect(nameIn('省水利厅受理', '甲市水利局')).toBeNull();
    expect(nameIn('县城管局受理', '甲市乙县人民政府')).toBeNull();
  });
});
