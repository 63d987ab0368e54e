import { access } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Locator, Page, Request, Route } from 'playwright-core';
import { StopRun } from '../../model/errors.js';
import type { ListRequest } from '../lists/list.js';
import type { WebClient, WebRequest } from '../web-client.js';

/** A page once its scripts have run. */
export interface Rendered {
  /** The address that was shown at last. */
  readonly address: string;
  /** Its source as it is then. */
  readonly text: string;
}

/** A browser that shows pages, whose every request goes through the client. */
export interface PageBrowser {
  /**
   * Shows a page and, as long as `shown` says so, the page after it: that to
   * which what is called `next` on it leads when it is clicked.
   *
   * @param shown is told of each page, and whether there is something to turn it by
   */
  render(request: ListRequest, next: RegExp | undefined, shown: (page: Rendered, turns: boolean) => boolean): Promise<void>;
  close(): Promise<void>;
}

/** Names under which Chromium is installed, and where systems without a search path have it. */
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
const places = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium', 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe', 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'];

/** What a list needs to be filled. Pictures and styles are not asked for. */
const needed = new Set(['document', 'script', 'xhr', 'fetch']);
/** Requests of one page, and of one turn, at most: each waits for its pause. */
const mostRequests = 60;
/** Milliseconds in which a page has to come to rest. */
const patience = 300_000;
/** … in which what turns a page has to let itself be clicked … */
const clicking = 5000;
/** … and for which it is watched after its last request. */
const rest = 1500;

/**
 * An installed Chromium: the one that is named, else the first that is found.
 *
 * @param search the folders that programs are looked for in (PATH)
 * @throws StopRun (exit code 6) where there is none
 */
export async function chromiumAt(named: string | undefined, search: string): Promise<string> {
  const candidates = named !== undefined ? [named] : [...search.split(path.delimiter).filter((folder) => folder !== '').flatMap((folder) => names.map((name) => path.join(folder, name))), ...places];
  for (const candidate of candidates) if (await access(candidate).then(() => true, () => false)) return candidate;
  throw new StopRun(6, named === undefined ? 'No Chromium is installed, which --browser needs' : `There is no ${named}, which --browser-path names`, 'Install Chromium or Chrome, or name it: --browser-path FILE.');
}

/**
 * Opens a browser that reaches no network of its own: what its pages ask is
 * asked by the client, under the same guard, robots.txt and pauses, or not at
 * all. Nothing is clicked but what turns the page of a list, nothing is typed or
 * worked around.
 *
 * @param now milliseconds
 * @throws StopRun (exit code 6) where it does not start
 */
export async function openBrowser(executablePath: string, client: WebClient, now: () => number): Promise<PageBrowser> {
  // It takes longer to load than all that most commands do.
  const { chromium } = await import('playwright-core');
  // an address on which nobody listens, and no name is found: whatever slips past the routes ends there
  const browser = await chromium.launch({ executablePath, args: ['--host-resolver-rules=MAP * ~NOTFOUND', '--disable-background-networking', '--force-webrtc-ip-handling-policy=disable_non_proxied_udp'], proxy: { server: 'http://127.0.0.1:9', bypass: '<-loopback>' } }).catch((error: unknown) => {
    throw new StopRun(6, `${executablePath} does not start: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`, 'Name another Chromium: --browser-path FILE.');
  });
  return { render: (...page) => render(browser, client, now, ...page), close: () => browser.close() };
}

async function render(browser: Browser, client: WebClient, now: () => number, ...[{ address }, next, shown]: Parameters<PageBrowser['render']>): Promise<void> {
  const context = await browser.newContext({ serviceWorkers: 'block', acceptDownloads: false, javaScriptEnabled: true });
  try {
    let [count, under, last] = [0, 0, now()];
    await context.routeWebSocket(/.*/, (socket) => socket.close());
    await context.route(/.*/, async (route) => {
      count += 1;
      under += 1;
      try {
        await answered(route, count <= mostRequests ? client : undefined);
      } finally {
        under -= 1;
        last = now();
      }
    });
    const page = await context.newPage();
    page.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
    const settled = async (): Promise<void> => {
      for (const end = now() + patience; now() < end && (under > 0 || now() - last < rest); ) await page.waitForTimeout(250);
    };
    await page.goto(address, { waitUntil: 'domcontentloaded', timeout: patience }).catch(() => undefined);
    await settled();
    for (;;) {
      const turn = next === undefined ? undefined : await turning(page, next);
      if (!shown({ address: page.url(), text: await page.content() }, turn !== undefined) || turn === undefined) return;
      [count, last] = [0, now()];
      if (!(await turn.click({ timeout: clicking, noWaitAfter: true }).then(() => true, () => false))) return;
      await settled();
    }
  } finally {
    await context.close();
  }
}

/** It, or what it lies in, says that it is switched off. */
const switchedOff = 'xpath=ancestor-or-self::*[self::a or self::button or self::li or self::span or self::div][contains(@class, "disabled") or @aria-disabled="true"]';

/** What turns the page: the last thing that is shown, is called so and is not switched off; undefined where there is none. */
async function turning(page: Page, next: RegExp): Promise<Locator | undefined> {
  const things = await page.locator('a, button, [role=button], [onclick], li, span').filter({ hasText: /\S/, visible: true }).all();
  for (const thing of things.reverse()) {
    const text = ((await thing.textContent({ timeout: clicking }).catch(() => null)) ?? '').replace(/\s/g, '');
    if (text.length > 12 || !next.test(text)) continue;
    const off = (await thing.isDisabled().catch(() => true)) || (await thing.locator(switchedOff).count()) > 0;
    return off ? undefined : thing;
  }
  return undefined;
}

/** Answers a request of a page with what comes for it by the client; without one it fails. */
export async function answered(route: Pick<Route, 'request' | 'fulfill' | 'abort'>, client: WebClient | undefined): Promise<void> {
  const asked = client === undefined ? undefined : requestOf(route.request());
  const outcome = asked === undefined ? undefined : await client?.ask(asked);
  try {
    if (outcome?.kind !== 'answer') {
      await route.abort('blockedbyclient');
      return;
    }
    const { 'content-type': contentType = 'text/html' } = outcome.headers;
    await route.fulfill({ status: outcome.status, contentType, body: Buffer.from(outcome.bytes) });
  } catch {
    // the page is closed already
  }
}

/** The request as the client can send it; undefined for what is not needed or can't be sent so. */
function requestOf(request: Pick<Request, 'resourceType' | 'url' | 'method' | 'postData' | 'headers'>): WebRequest | undefined {
  if (!needed.has(request.resourceType())) return undefined;
  if (request.method() === 'GET') return { address: request.url() };
  if (request.method() !== 'POST') return undefined;
  const [address, sent, type] = [request.url(), request.postData() ?? '', request.headers()['content-type'] ?? ''];
  if (/^application\/x-www-form-urlencoded/i.test(type)) return { address, method: 'POST', form: Object.fromEntries(new URLSearchParams(sent)) };
  return /^application\/json/i.test(type) ? { address, method: 'POST', json: sent } : undefined;
}
