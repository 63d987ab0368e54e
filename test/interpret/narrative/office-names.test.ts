import { asOwnSystem, nameIn, withoutField, withoutName } from '../../../src/interpret/narrative/office-names.js';

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

describe('the field of a department', () => {
  it('says nothing of what kind its information is', () => {
    expect(withoutField('主动公开执法信息', '甲市城市管理执法局')).toBe('主动公开信息');
    expect(withoutField('主动公开海关信息', '临江海关')).toBe('主动公开信息');
  });

  it('is no word of another department\'s name, or of the middle of its own', () => {
    expect(withoutField('主动公开教育信息', '甲市人民政府')).toBe('主动公开教育信息');
    expect(withoutField('主动公开药品信息', '甲市食品药品监督管理局')).toBe('主动公开药品信息');
  });
});

describe('all offices of a field in a region', () => {
  it('are the whole system of the department that has both', () => {
    expect(asOwnSystem('全省地税系统收到', '甲省地方税务局')).toBe('全系统收到');
  });

  it('are no system of another field or region', () => {
    expect(asOwnSystem('全市公安系统收到', '甲市财政局')).toBe('全市公安系统收到');
    expect(asOwnSystem('全省卫生系统收到', '甲市卫生局')).toBe('全省卫生系统收到');
  });
});
