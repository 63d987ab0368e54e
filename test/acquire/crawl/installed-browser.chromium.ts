import { chromiumAt, openBrowser } from '../../../src/acquire/crawl/browser.js';
import { tried } from '../client/client.js';
import { site, text } from '../client/site.js';

// `npm run test:chromium`: wants Chromium on the search path, which `npm test` does not.
const installed = await chromiumAt(undefined, process.env['PATH'] ?? '');

describe('an installed Chromium', () => {
  it('shows a list that a script fills and turns its pages, each of its requests asked by the client, and clicks nothing else', async () => {
    const app = `let page = 0;
      const shown = async () => {
        const answer = await (await fetch('/list', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ page: ++page }) })).json();
        document.getElementById('list').innerHTML = answer.rows.map((row) => '<li><a href="/r/' + row + '.html">' + row + '</a></li>').join('');
        if (page === 3) document.getElementById('next').className = 'disabled';
      };
      document.getElementById('next').onclick = shown;
      document.getElementById('other').onclick = () => fetch('/never');
      fetch('/closed').catch(() => undefined);
      shown();`;
    const server = await site({
      '/robots.txt': text('User-agent: *\nDisallow: /closed'),
      '/l/': text('<html><body><img src="/logo.png"><ul id="list"></ul><a id="other">上一页</a><div id="next"><a href="javascript:;"><b>下一页</b></a></div><script src="/app.js"></script></body></html>'),
      '/app.js': text(app, { 'content-type': 'text/javascript' }),
      '/list': (seen, response) => void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ rows: [0, 1].map((row) => `${(JSON.parse(seen.body) as { page: number }).page}-${row}`) })),
    });
    const { client } = tried();
    const browser = await openBrowser(installed, client, Date.now);
    try {
      const pages: [string[], boolean][] = [];
      await browser.render({ address: server.at('/l/') }, /^下一页$/, (page, turns) => (pages.push([[...page.text.matchAll(/\/r\/([\d-]+)/g)].map(([, row = '']) => row), turns]), true));
      expect(pages).toEqual([[['1-0', '1-1'], true], [['2-0', '2-1'], true], [['3-0', '3-1'], false]]);
      expect(server.seen.map(({ method, path: at, body }) => `${method} ${at} ${body}`.trim())).toEqual(['GET /robots.txt', 'GET /l/', 'GET /app.js', 'POST /list {"page":1}', 'POST /list {"page":2}', 'POST /list {"page":3}']);
    } finally {
      await browser.close();
      await client.close();
      await server.close();
    }
  });
});
