import { toAddress, hostOf } from '../../../src/acquire/client/address.js';
import { isPublic } from '../../../src/acquire/client/public-address.js';

describe('an IP address', () => {
  it.each(['8.8.8.8', '202.106.0.20', '2001:da8:8000:1::1', '2400:3200::1', '64:ff9b::808:808', '::ffff:8.8.8.8'])('%s is of the public internet', (address) => {
    expect(isPublic(address)).toBe(true);
  });

  it.each([
    ...['0.0.0.0', '0.1.2.3', '10.1.2.3', '100.64.0.1', '127.0.0.1', '127.8.8.8', '169.254.169.254', '172.16.0.1', '172.31.255.255', '192.0.0.1', '192.0.2.1', '192.168.1.1'],
    ...['198.18.0.1', '198.51.100.1', '203.0.113.9', '224.0.0.1', '239.1.1.1', '240.0.0.1', '255.255.255.255', '192.88.99.1'],
    ...['::', '::1', '::7f00:1', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd12:3456::1', 'fec0::1', 'ff02::1', '100::1', '2001:db8::1', '2001::1', '3fff::1', '4000::1', '5f00::1'],
    ...['::ffff:10.0.0.1', '::ffff:7f00:1', '::ffff:0:127.0.0.1', '64:ff9b::7f00:1', '64:ff9b::a9fe:a9fe', '64:ff9b:1::808:808', '2002:7f00:1::', '2002:808:808::1', 'no address', ''],
  ])('%s is not', (address) => {
    expect(isPublic(address)).toBe(false);
  });

  it.each(['http://0x7f000001/', 'http://2130706433/', 'http://0177.0.0.1/', 'http://127.1/', 'http://0x7f.1/', 'http://127.0.0.1./', 'http://１２７.0.0.1/', 'http://①②⑦.0.0.1/'])('%s is 127.0.0.1, however it is written', (address) => {
    expect(hostOf(toAddress(address))).toBe('127.0.0.1');
  });
});
