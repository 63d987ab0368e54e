import { readAddressList } from '../../../src/acquire/fetch/address-list.js';

const columns = { address: ['address', '网址'], issuer: ['issuer', '单位'], year: ['year', '年度'], title: ['title', '标题'], date: ['date', '日期'] };
const read = (text: string | Uint8Array) => readAddressList(typeof text === 'string' ? new TextEncoder().encode(text) : text, 'list.csv', columns);
const listed = async (text: string | Uint8Array) => (await read(text)).planned.map((one) => ({ address: one.address, ...one.listed }));

describe('a list of addresses', () => {
  it('that is a table is read by its head, in whatever order and language', async () => {
    expect(await listed('单位,年度,网址,备注\n甲区,2022年,http://a.test/1.html,x\n"乙区, 丙",,http://a.test/2.html,\n')).toEqual([
      { address: 'http://a.test/1.html', list: 'list.csv', issuer: '甲区', year: 2022 },
      { address: 'http://a.test/2.html', list: 'list.csv', issuer: '乙区, 丙' },
    ]);
  });

  it('may be parted by tabs or semicolons, and have a byte order mark', async () => {
    expect(await listed('\ufeffAddress\tTitle\tDate\r\nhttp://a.test/1\t他说"好"\t2023年1月3日\r\n')).toEqual([{ address: 'http://a.test/1', list: 'list.csv', title: '他说"好"', date: '2023-01-03' }]);
    expect(await listed('issuer;address\n甲;http://a.test/1\n')).toEqual([{ address: 'http://a.test/1', list: 'list.csv', issuer: '甲' }]);
  });

  it('out of a spreadsheet in GBK is read', async () => {
    const gbk = Buffer.concat([Buffer.from([0xcd, 0xf8, 0xd6, 0xb7, 0x2c, 0xb5, 0xa5, 0xce, 0xbb, 0x0a]), Buffer.from('http://a.test/1,'), Buffer.from([0xbc, 0xd7, 0xc7, 0xf8])]);
    expect(await listed(gbk)).toEqual([{ address: 'http://a.test/1', list: 'list.csv', issuer: '甲区' }]);
  });

  it('that is a text has an address on each line, each once, without comments', async () => {
    expect(await listed('# mine\nhttp://a.test/1#top\n\nhttp://A.test/1\n https://b.test/?q=1,2 ')).toEqual([
      { address: 'http://a.test/1', list: 'list.csv' },
      { address: 'https://b.test/?q=1,2', list: 'list.csv' },
    ]);
  });

  it('tells the lines that are no addresses, with their numbers, and why', async () => {
    const { planned, bad } = await read('http://a.test/1\nfile:///etc/passwd\nhttp://u:p@a.test/\nwww.a.test/2\nhttp://a.test/3,甲区,2022\n');
    expect(planned).toHaveLength(1);
    expect(bad.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
      '2 only http and https are asked',
      '3 it has a name or password in it',
      '4 it is no address',
      '5 it has more than an address in it (a table wants a head that names its columns)',
    ]);
  });

  it('tells the rows of a table that have no address', async () => {
    const { bad } = await read('address,issuer\n,甲区\nhttp://a.test/1,乙区\n\n');
    expect(bad).toEqual([{ line: 2, text: '', reason: 'it has no address' }]);
  });
});
