import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { StopRun } from '../../../src/model/errors.js';
import type { WebOutcome } from '../../../src/acquire/web-client.js';
import { inShort, tried, type Tried } from './client.js';
import { redirect, site, text, type Site } from './site.js';

const page = `<html><body><p>${'政府信息公开工作年度报告'.repeat(20)}</p></body></html>`;
const open: (Site | Tried)[] = [];
const at = async (...args: Parameters<typeof site>): Promise<Site> => {
  const made = await site(...args);
  open.push(made);
  return made;
};
const client = (...args: Parameters<typeof tried>): Tried => {
  const made = tried(...args);
  open.push(made);
  return made;
};
const message = (outcome: WebOutcome): string => (outcome.kind === 'refused' ? outcome.message : '');

afterEach(async () => {
  for (const one of open.splice(0).reverse()) await ('client' in one ? one.client.close() : one.close());
});

describe('an address', () => {
  it.each([
    ['ftp://office.test/a', 'bad-address'],
    ['file:///etc/passwd', 'bad-address'],
    ['javascript:alert(1)', 'bad-address'],
    ['no address', 'bad-address'],
    ['http://name:word@office.test/a', 'bad-address'],
    [`http://office.test/${'a'.repeat(3000)}`, 'bad-address'],
    ['http://127.0.0.1:9/a', 'private-address'],
    ['http://[::1]:9/a', 'private-address'],
    ['http://[::ffff:127.0.0.1]:9/a', 'private-address'],
    ['http://0x7f.1:9/a', 'private-address'],
    ['http://2130706433:9/', 'private-address'],
    ['http://169.254.169.254/latest/meta-data', 'private-address'],
    ['http://0:9/', 'private-address'],
    ['http://unknown.test:9/', 'private-address'],
  ])('%s is refused: %s', async (address, code) => {
    expect(inShort(await client().ask(address))).toBe(code);
  });

  it('is asked without its fragment', async () => {
    const server = await at({ '/a': text(page) });
    expect(await client().ask(server.at('/a#part'))).toMatchObject({ kind: 'answer', address: server.at('/a') });
  });
});

describe('a host on the loopback', () => {
  it('is let through where it is named, and no other', async () => {
    const server = await at({ '/a': text(page) });
    const { ask } = client({ allowHosts: ['127.0.0.1'] });
    expect(inShort(await ask(server.at('/a', '127.0.0.1')))).toBe('answer 200');
    expect(inShort(await ask(server.at('/a', 'office.test')))).toBe('private-address');
    expect(inShort(await ask(server.at('/a', '127.0.0.2')))).toBe('private-address');
  });

  it('is let through on the port that is named, and on no other', async () => {
    const [one, two] = [await at({ '/a': text(page) }), await at({ '/a': text(page) })];
    const { ask } = client({ allowHosts: [`127.0.0.1:${one.port}`] });
    expect(inShort(await ask(one.at('/a', '127.0.0.1')))).toBe('answer 200');
    expect(inShort(await ask(two.at('/a', '127.0.0.1')))).toBe('private-address');
    expect(two.seen).toEqual([]);
  });

  it.each(['http://office.test', 'office.test/path', 'a b', '', 'office.test:99999x'])('can not be named as %p', (name) => {
    expect(() => tried({ allowHosts: [name] })).toThrow(StopRun);
  });
});

describe('a redirect', () => {
  it('to a private address is refused, and nothing is asked there', async () => {
    const inside = await at({ '/secret': text(page) });
    const server = await at({ '/a': redirect(`http://127.0.0.1:${inside.port}/secret`) });
    const outcome = await client().ask(server.at('/a'));
    expect(outcome).toMatchObject({ code: 'private-address', address: server.at('/a'), finalAddress: inside.at('/secret', '127.0.0.1') });
    expect(inside.seen).toEqual([]);
  });

  it.each([['file:///etc/passwd'], ['ftp://office.test/'], ['http://a:b@office.test/']])('to %s is refused', async (to) => {
    const server = await at({ '/a': redirect(to) });
    expect(inShort(await client().ask(server.at('/a')))).toBe('bad-address');
  });

  it('that leads back to an address that was met ends there', async () => {
    const server = await at({ '/a': redirect('/b'), '/b': redirect('/c'), '/c': redirect('/a') });
    expect(inShort(await client().ask(server.at('/a')))).toBe('redirect-loop');
    expect(server.seen.map((s) => s.path)).toEqual(['/robots.txt', '/a', '/b', '/c']);
  });

  it('is followed ten times and not eleven', async () => {
    const chain = (length: number): Record<string, ReturnType<typeof text>> => Object.fromEntries(Array.from({ length }, (_, i) => [`/${i}`, redirect(`/${i + 1}`)]));
    const [ten, eleven] = [await at({ ...chain(10), '/10': text(page) }), await at({ ...chain(11), '/11': text(page) })];
    expect(inShort(await client().ask(ten.at('/0')))).toBe('answer 200');
    expect(inShort(await client().ask(eleven.at('/0')))).toBe('too-many-redirects');
  });

  it('says in bytes of GBK where it leads is followed as it was sent', async () => {
    const raw = Buffer.from([0xb9, 0xab, 0xbf, 0xaa]);
    const server = await at({ '/a': (_, r) => void r.writeHead(302, { location: `/${raw.toString('latin1')}` }).end(), '/%B9%AB%BF%AA': text(page) });
    expect(inShort(await client().ask(server.at('/a')))).toBe('answer 200');
  });

  it('from https to http is followed and told', async () => {
    const plain = await at({ '/a': text(page) });
    const secure = await at({ '/a': redirect(plain.at('/a')) }, undefined, true);
    const { ask, told } = client({ allowBadTls: ['office.test'] });
    expect(inShort(await ask(secure.at('/a')))).toBe('answer 200');
    expect(told.map((n) => n.code)).toEqual(['downgrade']);
  });
});

describe('a name that is resolved differently each time', () => {
  it('is never connected to at an address that was not checked', async () => {
    const server = await at({ '/a': text(page) });
    let asked = 0;
    const { ask } = client({ allowHosts: [], lookup: () => Promise.resolve([{ address: asked++ === 0 ? '203.0.114.1' : '127.0.0.1', family: 4 }]) }, { idle_seconds: 1, tries: 1 });
    const rebound = client({ allowHosts: [], lookup: () => Promise.resolve([{ address: '8.8.8.8', family: 4 }, { address: '127.0.0.1', family: 4 }]) });
    expect(inShort(await rebound.ask(server.at('/a')))).toBe('private-address');
    asked = 1;
    expect(inShort(await ask(server.at('/a')))).toBe('private-address');
    expect(server.seen).toEqual([]);
  });

  it('is looked up once for a connection: what was checked is what is connected to', async () => {
    const server = await at({ '/robots.txt': (_, r) => void r.writeHead(404, { connection: 'close' }).end(), '/a': text(page) });
    const names: string[] = [];
    const { ask } = client({ lookup: (name) => (names.push(name), Promise.resolve([{ address: '127.0.0.1', family: 4 }])) });
    await ask(server.at('/a'));
    expect(names).toEqual(['office.test', 'office.test']);
  });
});

describe('a body', () => {
  it.each([
    ['gzip', gzipSync(page)],
    ['x-gzip', gzipSync(page)],
    ['deflate', deflateSync(page)],
    ['deflate', deflateRawSync(page)],
    ['br', brotliCompressSync(page)],
    ['gzip, br', brotliCompressSync(gzipSync(page))],
    ['identity', Buffer.from(page)],
  ])('packed by %s is unpacked', async (encoding, body) => {
    const server = await at({ '/a': text(body, { 'content-encoding': encoding }) });
    const outcome = await client().ask(server.at('/a'));
    expect(outcome.kind === 'answer' && Buffer.from(outcome.bytes).toString()).toBe(page);
  });

  it.each([
    ['a bomb', 'gzip', gzipSync(Buffer.alloc(50_000_000))],
    ['a bomb in a bomb', 'gzip, gzip', gzipSync(gzipSync(Buffer.alloc(50_000_000)))],
    ['a bomb of brotli', 'br', brotliCompressSync(Buffer.alloc(50_000_000))],
    ['a bomb in deflate', 'deflate', deflateSync(Buffer.alloc(50_000_000))],
    ['only long', 'identity', Buffer.alloc(1_100_000)],
  ])('that is %s ends while it comes', async (_, encoding, body) => {
    const server = await at({ '/a': text(body, { 'content-encoding': encoding }) });
    const before = process.memoryUsage().arrayBuffers;
    expect(message(await client().ask(server.at('/a')))).toContain('more than 1 MB');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
  });

  it('without an end and without a length ends at the limit', async () => {
    const server = await at({
      '/a': (_, response) => {
        const more = (): void => {
          while (!response.destroyed && response.write(Buffer.alloc(65_536)));
        };
        response.on('drain', more);
        more();
      },
    });
    expect(inShort(await client().ask(server.at('/a')))).toBe('too-large');
  });

  it.each([
    ['zstd', Buffer.from(page), 'undecodable'],
    ['gzip', Buffer.from(page), 'undecodable'],
    ['gzip, gzip, gzip, gzip', Buffer.from(page), 'undecodable'],
    ['gzip', gzipSync(page).subarray(0, 60), 'broken-answer'],
  ])('that is not as its encoding (%s) wants it is no document', async (encoding, body, code) => {
    const server = await at({ '/a': text(body, { 'content-encoding': encoding }) });
    expect(inShort(await client({}, { tries: 1 }).ask(server.at('/a')))).toBe(code);
  });

  it('that is shorter than it says is no document', async () => {
    const server = await at({ '/a': (_, r) => void r.writeHead(200, { 'content-length': 500 }).write('half', () => r.destroy()) });
    expect(inShort(await client({}, { tries: 1 }).ask(server.at('/a')))).toBe('broken-answer');
  });

  it('under header fields without end is refused', async () => {
    const server = await at({ '/a': text(page, { 'x-long': 'a'.repeat(20_000) }) });
    expect(inShort(await client().ask(server.at('/a')))).toBe('too-large');
  });
});

describe('a host that is slow', () => {
  it('to answer at all is given up after the idle time', async () => {
    const { clock, ask } = client({}, { tries: 1 });
    const server = await at({ '/a': () => clock.advance(60_001) });
    expect(await ask(server.at('/a'))).toMatchObject({ code: 'too-slow', passing: true });
  });

  it('and drips its body is given up after the time for the whole', async () => {
    const { clock, ask } = client({}, { tries: 1 });
    let drops = 0;
    const server = await at({
      '/a': (_, response) => {
        response.writeHead(200);
        const drip = (): void => {
          if (response.destroyed) return;
          drops++;
          clock.advance(29_000);
          response.write('.', () => setImmediate(drip));
        };
        response.write('.', () => setImmediate(drip));
      },
    });
    expect(inShort(await ask(server.at('/a')))).toBe('too-slow');
    expect(drops).toBeGreaterThan(1);
  });
});

describe('cookies', () => {
  it('go back to the host that set them, and to no other', async () => {
    const cookie = { 'set-cookie': 'visit=1; Domain=test; Path=/' };
    const server = await at({ '/set': (_, r) => void r.writeHead(200, { 'set-cookie': ['own=2; Path=/', 'visit=1; Domain=test; Path=/'] }).end(page), '/a': text(page, cookie), '/b': text(page) });
    const { ask } = client();
    await ask(server.at('/set'));
    await ask(server.at('/a'));
    await ask(server.at('/b', 'other.test'));
    expect(server.seen.filter((s) => s.path !== '/robots.txt').map((s) => [s.host, s.headers.cookie])).toEqual([
      ['office.test', undefined],
      ['office.test', 'own=2'],
      ['other.test', undefined],
    ]);
  });

  it('are not sent along a redirect to another host', async () => {
    const server = await at({ '/a': (_, r) => void r.writeHead(302, { 'set-cookie': 'own=2; Path=/', location: `http://other.test:${server.port}/b` }).end(), '/b': text(page) });
    expect(inShort(await client().ask(server.at('/a')))).toBe('answer 200');
    expect(server.seen.find((s) => s.path === '/b')?.headers.cookie).toBeUndefined();
  });
});

describe('a certificate that nobody vouches for', () => {
  it('is an outcome of its own, which names the option', async () => {
    const server = await at({ '/a': text(page) }, undefined, true);
    const outcome = await client().ask(server.at('/a'));
    expect(outcome).toMatchObject({ code: 'tls', passing: true });
    expect(outcome.kind === 'refused' && outcome.hint).toContain('--allow-bad-tls office.test');
    expect(server.seen).toEqual([]);
  });

  it('is accepted of the host that is named, and of no other', async () => {
    const server = await at({ '/a': text(page) }, undefined, true);
    const { ask } = client({ allowBadTls: ['office.test'] });
    expect(inShort(await ask(server.at('/a')))).toBe('answer 200');
    expect(inShort(await ask(server.at('/a', 'other.test')))).toBe('tls');
  });
});

describe('a host that is not there', () => {
  it.each([
    ['no name of it', () => Promise.reject(Object.assign(new Error('getaddrinfo ENOTFOUND office.test'), { code: 'ENOTFOUND' }))],
    ['no address of it', () => Promise.resolve([])],
  ])('(%s) is told so', async (_, lookup) => {
    expect(inShort(await client({ lookup }).ask('http://office.test/a'))).toBe('unreachable');
  });

  it('(nobody listens) is told so', async () => {
    const server = await at({});
    await server.close();
    expect(inShort(await client().ask(server.at('/a')))).toBe('unreachable');
  });
});
