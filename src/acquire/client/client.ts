import type { Refusal, WebAnswer, WebClient, WebOutcome, WebRequest } from '../web-client.js';
import { hostOf, toAddress } from './address.js';
import { systemClock } from './clock.js';
import { connections } from './connections.js';
import { networkGuard } from './network-guard.js';
import type { WebClientOptions } from './options.js';
import { followed } from './redirects.js';
import { refusalText } from './refusals.js';
import { asRefused, Refused } from './refused.js';
import { Robots } from './robots.js';
import { Visits } from './visits.js';

/**
 * The client that all requests go through: every address, redirect and
 * resolved name checked, robots.txt kept, one request at a time and a pause
 * for each host, answers that are no documents told from those that are.
 *
 * @throws StopRun (exit code 1) where a host in the options is no host
 */
export function webClient(options: WebClientOptions): WebClient {
  const { settings, marks, clock = systemClock, random = Math.random, tell = () => undefined } = options;
  const closing = new AbortController();
  const signal = options.signal === undefined ? closing.signal : AbortSignal.any([options.signal, closing.signal]);
  const guard = networkGuard(options.allowHosts ?? [], options.lookup);
  const servers = connections(guard, settings, options.allowBadTls ?? []);
  const agent = `${settings.agent}/${options.version} (+${settings.contact})`;
  const visits = new Visits({ settings, marks, agent, connections: servers, clock, random, signal, tell, counts: options.counts });
  const robots = new Robots(visits, settings, (url, message) => tell({ code: 'robots-unavailable', address: url.href, message }));
  const fetchedAt = (): string => new Date(clock.now()).toISOString();

  const step = (from: URL, to: URL): void => {
    if (from.protocol === 'https:' && to.protocol === 'http:') tell({ code: 'downgrade', address: from.href, message: `${from.href} leads from https to http: ${to.href}` });
  };

  return {
    async ask(request): Promise<WebOutcome> {
      let asked: URL | undefined;
      let last: URL | undefined;
      try {
        const url = toAddress(request.address);
        asked = last = url;
        const { came, verdict } = await followed(
          visits,
          { url, method: request.method ?? 'GET', form: request.form, json: request.json, fields: conditions(request), asked: url },
          { most: settings.redirects, pages: marks.redirectText, step: (from, to) => { step(from, to); last = to; }, permit: (to) => robots.permit(to) },
        );
        if (verdict !== undefined) throw verdict;
        const common = { address: url.href, finalAddress: came.url.href, fetchedAt: fetchedAt() };
        if (came.status === 304 && request.known === undefined) throw new Refused('broken-answer', 'it says that nothing changed, which was not asked');
        if (came.status === 304) return { kind: 'unchanged', ...common };
        return { kind: 'answer', ...common, status: came.status, headers: came.headers, bytes: came.bytes } satisfies WebAnswer;
      } catch (error) {
        return refusal(asRefused(error), asked?.href ?? request.address, last?.href ?? request.address, fetchedAt());
      }
    },
    async close() {
      closing.abort(new Refused('interrupted'));
      await servers.close();
    },
  };
}

function conditions({ known }: WebRequest): Record<string, string> {
  return {
    ...(known?.etag === undefined ? {} : { 'if-none-match': known.etag }),
    ...(known?.lastModified === undefined ? {} : { 'if-modified-since': known.lastModified }),
  };
}

function refusal({ code, detail, more: { status } }: Refused, address: string, finalAddress: string, fetchedAt: string): Refusal {
  const host = URL.canParse(finalAddress) ? hostOf(new URL(finalAddress)) : '';
  const said = address === finalAddress ? address : `${address} (redirected to ${finalAddress})`;
  const text = refusalText(code, { address: said, host, detail, status: status === undefined ? '' : String(status) });
  return { kind: 'refused', address, finalAddress, fetchedAt, code, ...text, ...(status === undefined ? {} : { status }) };
}
