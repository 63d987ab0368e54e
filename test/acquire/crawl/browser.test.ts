import { chmod, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { answered, chromiumAt } from '../../../src/acquire/crawl/browser.js';
import { folderWith } from '../../batch/folder.js';
import { tried, type Tried } from '../client/client.js';
import { redirect, site, text, type Site } from '../client/site.js';

type Route = Parameters<typeof answered>[0];

/** What a page of the browser asks, and what becomes of it. */
function route(url: string, { type = 'fetch', method = 'GET', body = '', contentType = 'application/x-www-form-urlencoded' } = {}): Route & { readonly became: unknown[] } {
  const became: unknown[] = [];
  const request = { resourceType: () => type, url: () => url, method: () => method, postData: () => body, headers: () => ({ 'content-type': contentType }) };
  return {
    became,
    request: () => request as unknown as ReturnType<Route['request']>,
    fulfill: (answer) => (became.push([answer?.status, String(answer?.body), answer?.contentType]), Promise.resolve()),
    abort: (why) => (became.push(why), Promise.resolve()),
  };
}

describe('what a page asks in the browser', () => {
  let [server, client]: [Site | undefined, Tried | undefined] = [undefined, undefined];
  beforeEach(async () => {
    server = await site({ '/robots.txt': text('User-agent: *\nDisallow: /closed'), '/api': text('{"a":1}', { 'content-type': 'application/json' }), '/closed': text('x'), '/led': redirect('http://127.0.0.1:1/secret'), '/challenge': text('<script>$_ts=window["$_ts"]</script>', {}, 412) });
    client = tried();
  });
  afterEach(async () => {
    await client?.client.close();
    await server?.close();
  });
  const asked = async (to: string, how: Parameters<typeof route>[1] = {}): Promise<unknown[]> => {
    const one = route(to.startsWith('/') ? (server?.at(to) ?? '') : to, how);
    await answered(one, client?.client);
    return one.became;
  };

  it('is asked by the client, and answered with what came', async () => {
    expect(await asked('/api')).toEqual([[200, '{"a":1}', 'application/json']]);
    expect(await asked('/api', { method: 'POST', body: 'page=2&q=%E5%B9%B4' })).toHaveLength(1);
    expect(server?.seen.at(-1)).toMatchObject({ method: 'POST', body: 'page=2&q=%E5%B9%B4' });
    expect(server?.seen.at(-1)?.headers['user-agent']).toContain('gongkai');
    expect(await asked('/api', { method: 'POST', body: '{"page":2}', contentType: 'application/json;charset=UTF-8' })).toHaveLength(1);
    expect(server?.seen.at(-1)).toMatchObject({ method: 'POST', body: '{"page":2}', headers: { 'content-type': 'application/json' } });
    expect(client?.clock.slept.every((pause) => pause >= 2000)).toBe(true);
  });

  it.each([['/closed'], ['/led'], ['/challenge'], ['http://127.0.0.1:1/x'], ['http://169.254.169.254/latest'], ['file:///etc/passwd']])('fails where the client refuses it: %s', async (to) => {
    expect(await asked(to)).toEqual(['blockedbyclient']);
  });

  it('fails without a request where it is no part of a list, or is neither a form nor JSON', async () => {
    for (const type of ['image', 'stylesheet', 'font', 'media', 'websocket']) expect(await asked('/api', { type })).toEqual(['blockedbyclient']);
    expect(await asked('/api', { method: 'PUT' })).toEqual(['blockedbyclient']);
    expect(await asked('/api', { method: 'POST', body: 'x', contentType: 'text/plain' })).toEqual(['blockedbyclient']);
    expect(server?.seen).toEqual([]);
  });
});

describe('the Chromium of --browser', () => {
  it('is the one that is named, or the first on the search path', async () => {
    const folder = await folderWith({});
    const bin = path.join(folder, 'bin');
    await mkdir(bin, { recursive: true });
    await writeFile(path.join(bin, 'google-chrome'), '');
    await chmod(path.join(bin, 'google-chrome'), 0o755);
    expect(await chromiumAt(undefined, ['/nowhere', bin].join(path.delimiter))).toBe(path.join(bin, 'google-chrome'));
    expect(await chromiumAt(path.join(bin, 'google-chrome'), '')).toBe(path.join(bin, 'google-chrome'));
  });

  it('that is not there ends the run with 6, before anything is asked', async () => {
    await expect(chromiumAt('/nowhere/chromium', '')).rejects.toMatchObject({ exitCode: 6, hint: expect.stringContaining('--browser-path FILE') as string });
  });
});
