import { inShort, tried, type Tried } from './client.js';
import { redirect, site, text, type Site } from './site.js';

const page = '<html><body><p>政府信息公开工作年度报告</p></body></html>';
const open: (Site | Tried)[] = [];
/** A client, and a server by the same clock. */
async function both(pages: (client: Tried) => Parameters<typeof site>[0], ...args: Parameters<typeof tried>): Promise<Tried & { server: Site }> {
  const client = tried(...args);
  const server = await site(pages(client), () => client.clock.now());
  open.push(server, client);
  return { ...client, server };
}
const paths = (server: Site): string[] => server.seen.map((s) => s.path);
const pausesOf = (server: Site, host: string): number[] => {
  const times = server.seen.filter((s) => s.host === host).map((s) => s.at);
  return times.slice(1).map((time, i) => time - (times[i] ?? 0));
};

afterEach(async () => {
  for (const one of open.splice(0).reverse()) await ('client' in one ? one.client.close() : one.close());
});

describe('one host', () => {
  it('is never asked twice at once, and has its pause between any two requests', async () => {
    const { server, ask } = await both(() => ({ '/a': text(page), '/b': redirect('/c'), '/c': text(page), '/d': text(page, {}, 404) }));
    await Promise.all(['/a', '/b', '/d', '/a', '/c'].map((path) => ask(server.at(path))));
    expect(server.atOnce.get('office.test')).toBe(1);
    expect(server.seen).toHaveLength(7);
    expect(pausesOf(server, 'office.test').every((pause) => pause >= 2000)).toBe(true);
  });

  it('is asked more slowly the slower it answers, up to the longest pause', async () => {
    const { server, ask } = await both(({ clock }) => ({
      '/slow': (_, r) => (clock.advance(5000), void r.end(page)),
      '/very-slow': (_, r) => (clock.advance(50_000), void r.end(page)),
      '/a': text(page),
    }));
    for (const path of ['/slow', '/very-slow', '/a', '/a']) await ask(server.at(path));
    expect(pausesOf(server, 'office.test')).toEqual([2000, 5000 + 15_000, 50_000 + 60_000, 2000]);
  });

  it('is one, whatever the port and the scheme', async () => {
    const one = await both(() => ({ '/a': text(page) }));
    const two = await site({ '/a': text(page) }, () => one.clock.now());
    open.push(two);
    await Promise.all([one.ask(one.server.at('/a')), one.ask(two.at('/a'))]);
    const times = [...one.server.seen, ...two.seen].map((s) => s.at).sort((a, b) => a - b);
    expect(times.slice(1).every((time, i) => time - (times[i] ?? 0) >= 2000)).toBe(true);
  });

  it('does not hold up another', async () => {
    const waiting: (() => void)[] = [];
    const { server, ask } = await both(() => ({ '/held': (_, r) => void waiting.push(() => void r.end(page)), '/a': text(page) }));
    const held = ask(server.at('/held'));
    expect(inShort(await ask(server.at('/a', 'other.test')))).toBe('answer 200');
    while (waiting.length === 0) await new Promise(setImmediate);
    waiting[0]?.();
    expect(inShort(await held)).toBe('answer 200');
  });

  it('is asked no more than its share of the run and of the day', async () => {
    const { server, ask } = await both(() => ({ '/a': text(page) }), {}, { requests_per_host: 3 });
    const outcomes = [await ask(server.at('/a')), await ask(server.at('/a')), await ask(server.at('/a'))].map(inShort);
    expect(outcomes).toEqual(['answer 200', 'answer 200', 'enough-requests']);

    const day = new Map([['office.test', 998]]);
    const counts = { today: (host: string) => day.get(host) ?? 0, add: (host: string) => void day.set(host, (day.get(host) ?? 0) + 1) };
    const other = await both(() => ({ '/a': text(page) }), { counts });
    expect([inShort(await other.ask(other.server.at('/a'))), inShort(await other.ask(other.server.at('/a')))]).toEqual(['answer 200', 'enough-requests']);
    expect(day.get('office.test')).toBe(1000);
  });

  it('that fails again and again is left for the run, and told once', async () => {
    const { server, ask, told } = await both(() => ({ '/a': text('no', {}, 500) }), {}, { failures_in_a_row: 3 });
    const outcomes: string[] = [];
    for (let i = 0; i < 5; i++) outcomes.push(inShort(await ask(server.at('/a'))));
    expect(outcomes).toEqual(['server-error', 'server-error', 'server-error', 'host-left', 'host-left']);
    expect(server.seen).toHaveLength(4);
    expect(told.map((n) => n.code)).toEqual(['host-left']);
  });

  it('is told who asks, and how to reach them', async () => {
    const { server, ask } = await both(() => ({ '/a': text(page) }));
    await ask(server.at('/a'));
    expect(new Set(server.seen.map((s) => s.headers['user-agent']))).toEqual(new Set(['gongkai/1.0 (+mailto:office@example.org)']));
  });
});

describe('robots.txt', () => {
  it('is asked for once, and what it disallows never', async () => {
    const { server, ask } = await both(() => ({ '/robots.txt': text('User-agent: *\nDisallow: /inner/\nDisallow: /*.do$\nAllow: /inner/open/'), '/inner/open/a': text(page), '/b': text(page), '/led': redirect('/inner/c') }));
    const outcomes = await Promise.all(['/inner/a', '/inner/open/a', '/b', '/search.do', '/led'].map((path) => ask(server.at(path))));
    expect(outcomes.map(inShort)).toEqual(['robots', 'answer 200', 'answer 200', 'robots', 'robots']);
    expect(paths(server).sort()).toEqual(['/b', '/inner/open/a', '/led', '/robots.txt']);
  });

  it('may name this program', async () => {
    const { server, ask } = await both(() => ({ '/robots.txt': text('User-agent: *\nDisallow:\n\nUser-agent: Gongkai\nDisallow: /'), '/b': text(page) }));
    expect(inShort(await ask(server.at('/b')))).toBe('robots');
  });

  it('has its Crawl-delay kept', async () => {
    const { server, ask } = await both(() => ({ '/robots.txt': text('User-agent: *\nCrawl-delay: 90'), '/a': text(page) }));
    await ask(server.at('/a'));
    await ask(server.at('/a'));
    expect(pausesOf(server, 'office.test')[1]).toBe(90_000);
  });

  it('that asks for a longer delay than is waited closes the host', async () => {
    const { server, ask } = await both(() => ({ '/robots.txt': text('User-agent: *\nCrawl-delay: 86400'), '/a': text(page) }));
    expect(inShort(await ask(server.at('/a')))).toBe('robots');
  });

  it.each([401, 403, 404, 410])('that is not there (status %d) allows all', async (status) => {
    const { server, ask } = await both(() => ({ '/robots.txt': text('no', {}, status), '/a': text(page) }));
    expect(inShort(await ask(server.at('/a')))).toBe('answer 200');
  });

  it.each([500, 503, 429])('that can not be had (status %d) closes the host for the run, and is told', async (status) => {
    const { server, ask, told } = await both(() => ({ '/robots.txt': text('no', {}, status), '/a': text(page) }), {}, { tries: 2 });
    expect([inShort(await ask(server.at('/a'))), inShort(await ask(server.at('/b')))]).toEqual(['robots-unavailable', 'robots-unavailable']);
    expect(paths(server)).not.toContain('/a');
    expect(told.filter((n) => n.code === 'robots-unavailable')).toHaveLength(1);
  });

  it('that never comes closes the host for the run', async () => {
    const { server, ask } = await both(({ clock }) => ({ '/robots.txt': () => clock.advance(61_000), '/a': text(page) }), {}, { tries: 1 });
    expect(inShort(await ask(server.at('/a')))).toBe('robots-unavailable');
  });

  it('that is a challenge says that the host lets no program in', async () => {
    const { server, ask } = await both(() => ({ '/robots.txt': text('<script>$_ts=window["$_ts"]</script>', {}, 412), '/a': text(page) }));
    expect(inShort(await ask(server.at('/a')))).toBe('blocked');
    expect(paths(server)).toEqual(['/robots.txt']);
  });

  it('is that of each host a redirect leads to', async () => {
    const { server, ask } = await both(() => ({ '/a': (s, r) => (s.host === 'office.test' ? void r.writeHead(301, { location: `http://other.test:${(r.socket?.localPort ?? 0)}/b` }).end() : void r.end(page)), '/robots.txt': (s, r) => void r.end(s.host === 'other.test' ? 'User-agent: *\nDisallow: /' : '') }));
    expect(inShort(await ask(server.at('/a')))).toBe('robots');
    expect(paths(server)).not.toContain('/b');
  });
});

describe('what may pass', () => {
  /** Answers with these statuses in turn, the last one for ever. */
  const inTurn = (...statuses: number[]) => (_: unknown, response: Parameters<Parameters<typeof site>[0][string]>[1]) => {
    const status = statuses.length > 1 ? statuses.shift() : statuses[0];
    response.writeHead(status ?? 200, { 'content-type': 'text/html' }).end(page);
  };

  it.each([429, 502, 503, 504])('(status %d) is asked for again, later each time', async (status) => {
    const { server, ask } = await both(() => ({ '/a': inTurn(status, status, 200) }));
    expect(inShort(await ask(server.at('/a')))).toBe('answer 200');
    expect(pausesOf(server, 'office.test').slice(1)).toEqual([3750, 7500]);
  });

  it('(a connection that is cut) is asked for again', async () => {
    let cut = 0;
    const { server, ask } = await both(() => ({ '/a': (_, r) => (cut++ < 2 ? void r.destroy() : void r.end(page)) }));
    expect(inShort(await ask(server.at('/a')))).toBe('answer 200');
  });

  it('does not for ever', async () => {
    const { server, ask } = await both(() => ({ '/a': inTurn(503), '/b': inTurn(429) }));
    expect([inShort(await ask(server.at('/a'))), inShort(await ask(server.at('/b')))]).toEqual(['server-error', 'too-many-requests']);
    expect(server.seen).toHaveLength(7);
  });

  it.each([400, 403, 404, 410, 500, 501])('is not status %d, which is asked for once', async (status) => {
    const { server, ask } = await both(() => ({ '/a': text('no', {}, status) }));
    await ask(server.at('/a'));
    expect(server.seen).toHaveLength(2);
  });
});

describe('Retry-After', () => {
  const busyOnce = (field: () => string): Parameters<typeof site>[0][string] => {
    let busy = true;
    return (_, response) => {
      if (busy) response.writeHead(429, { 'retry-after': field() }).end();
      else response.end(page);
      busy = false;
    };
  };

  it('in seconds is waited for', async () => {
    const { server, ask } = await both(() => ({ '/a': busyOnce(() => '120') }));
    expect(inShort(await ask(server.at('/a')))).toBe('answer 200');
    expect(pausesOf(server, 'office.test')[1]).toBe(120_000);
  });

  it('as a date is waited for', async () => {
    const { server, ask, clock } = await both(({ clock }) => ({ '/a': busyOnce(() => new Date(clock.now() + 90_000).toUTCString()) }));
    expect(inShort(await ask(server.at('/a')))).toBe('answer 200');
    expect(pausesOf(server, 'office.test')[1]).toBe(90_000);
    expect(clock.slept).toContain(90_000);
  });

  it('beyond the longest wait leaves the host for the run', async () => {
    const { server, ask, told } = await both(() => ({ '/a': busyOnce(() => '3600') }));
    expect([inShort(await ask(server.at('/a'))), inShort(await ask(server.at('/a')))]).toEqual(['asked-to-wait', 'asked-to-wait']);
    expect(paths(server)).toEqual(['/robots.txt', '/a']);
    expect(told.map((n) => n.code)).toEqual(['host-left']);
  });
});

describe('a version that is at hand', () => {
  it('is asked for conditionally, and found unchanged', async () => {
    const { server, client } = await both(() => ({ '/a': (s, r) => (s.headers['if-none-match'] === '"1"' ? void r.writeHead(304).end() : void r.writeHead(200, { etag: '"1"' }).end(page)) }));
    const known = { etag: '"1"', lastModified: 'Tue, 31 Jan 2023 00:00:00 GMT' };
    expect(await client.ask({ address: server.at('/a'), known })).toMatchObject({ kind: 'unchanged', address: server.at('/a') });
    expect(server.seen[1]?.headers).toMatchObject({ 'if-none-match': '"1"', 'if-modified-since': known.lastModified });
    expect(inShort(await client.ask({ address: server.at('/a'), known: { etag: '"0"' } }))).toBe('answer 200');
  });
});

describe('a form', () => {
  it('is posted, and a redirect after it is asked for plainly', async () => {
    const { server, client } = await both(() => ({ '/list': redirect('/result', 303), '/result': text(page) }));
    expect(inShort(await client.ask({ address: server.at('/list'), method: 'POST', form: { page: '2', title: '年报' } }))).toBe('answer 200');
    expect(server.seen.slice(1).map((s) => [s.method, s.body])).toEqual([['POST', 'page=2&title=%E5%B9%B4%E6%8A%A5'], ['GET', '']]);
  });
});

describe('a run that is stopped', () => {
  it('ends what is under way and asks nothing more', async () => {
    const stop = new AbortController();
    const { server, ask } = await both(() => ({ '/a': () => stop.abort() }), { signal: stop.signal });
    expect([inShort(await ask(server.at('/a'))), inShort(await ask(server.at('/b')))]).toEqual(['interrupted', 'interrupted']);
    expect(paths(server)).toEqual(['/robots.txt', '/a']);
  });
});
