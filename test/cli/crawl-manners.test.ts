import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { webClient } from '../../src/acquire/client/client.js';
import { loopback, TestClock } from '../acquire/client/client.js';
import { redirect, site, text, type Site } from '../acquire/client/site.js';
import { titles, validated } from '../acquire/crawl/published.js';
import { folderWith } from '../batch/folder.js';
import { gongkai } from './command-line.js';

import.meta.jest.setTimeout(120_000);

const open: Site[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

const report = validated(`<html><body><p>${'编制本报告。'.repeat(50)}</p><a href="/files/P1.pdf">附件</a></body></html>`);

describe('a crawl of a site that is slow, busy, broken and hostile in turn', () => {
  it('brings home what it gives, each once and in order, with all manners, by the log of the server', async () => {
    const clock = new TestClock();
    const inner = await site({ '/r/7.html': report });
    let busy = true;
    const office: Site = await site(
      {
        '/robots.txt': text('User-agent: *\nDisallow: /closed/\nCrawl-delay: 10'),
        '/l/': validated(`<html><body><ul>${[...Array.from({ length: 9 }, (_, i) => `/r/${i}.html`), '/closed/9.html'].map((path, i) => `<li><a href="${path}">${titles(2022 - i)}</a><span>2023-01-13</span></li>`).join('')}</ul></body></html>`),
        '/r/0.html': report,
        // slow, and asked for later
        '/r/1.html': (seen, response) => {
          clock.advance(12_000);
          report(seen, response);
        },
        '/r/2.html': (seen, response) => {
          if (busy) response.writeHead(429, { 'retry-after': '120' }).end();
          else report(seen, response);
          busy = false;
        },
        '/r/3.html': text(gzipSync(Buffer.alloc(250_000_000)), { 'content-encoding': 'gzip' }),
        '/r/4.html': redirect('/r/5.html'),
        '/r/5.html': redirect('/r/4.html'),
        '/r/6.html': text('<script>$_ts=window["$_ts"]</script>', {}, 412),
        '/r/7.html': redirect(`http://127.0.0.1:${inner.port}/r/7.html`),
        // drips, and never ends
        '/r/8.html': (_, response) => {
          response.writeHead(200, { 'content-type': 'text/html' }).write('<html>');
          const drip = setInterval(() => (clock.advance(50_000), response.write(' ')), 1);
          response.on('close', () => clearInterval(drip));
        },
        '/files/P1.pdf': validated('%PDF-1.7 attachment', 'application/pdf'),
      },
      () => clock.now(),
    );
    open.push(inner, office);
    const folder = await folderWith({});
    const crawl = async (): Promise<{ code: number; new: number; refused: string[] }> => {
      const { code, out } = await gongkai(folder, ['crawl', office.at('/l/'), '--archive', join(folder, 'archive'), '--allow-host', 'office.test', '--json'], { now: () => new Date(clock.now()), clientOf: (options) => webClient({ ...options, clock, lookup: loopback, random: () => 0.5 }) });
      const summary = JSON.parse(out) as { new: number; refused: { code: string }[] };
      return { code, new: summary.new, refused: summary.refused.map((one) => one.code) };
    };
    expect(await crawl()).toEqual({ code: 8, new: 4, refused: ['too-large', 'redirect-loop', 'redirect-loop', 'blocked', 'private-address', 'too-slow', 'robots'] });
    const asked = office.seen.map(({ path }) => path);
    expect(asked.filter((path, i) => path !== asked[i - 1])).toEqual(['/robots.txt', '/l/', '/r/0.html', '/files/P1.pdf', '/r/1.html', '/r/2.html', '/r/3.html', '/r/4.html', '/r/5.html', '/r/4.html', '/r/6.html', '/r/7.html', '/r/8.html']);
    expect([inner.seen, office.atOnce.get('office.test')]).toEqual([[], 1]);
    const pauses = office.seen.slice(1).map(({ at }, i) => at - (office.seen[i]?.at ?? 0));
    // The delay of robots.txt, which is not known before it has come.
    expect(Math.min(...pauses.slice(1))).toBeGreaterThanOrEqual(10_000);
    expect(pauses[asked.indexOf('/r/2.html')]).toBeGreaterThanOrEqual(120_000);
    expect(pauses[asked.indexOf('/r/1.html')]).toBeGreaterThanOrEqual(36_000);

    office.seen.splice(0);
    await crawl();
    // What was refused for good, loops among it, is not asked again; what may have passed is; what is kept is not.
    expect([...new Set(office.seen.map(({ path }) => path))]).toEqual(['/robots.txt', '/l/', '/r/3.html', '/r/6.html', '/r/7.html', '/r/8.html']);
  });
});
