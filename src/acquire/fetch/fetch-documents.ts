import pLimit from 'p-limit';
import type { Archive, Due, Planned, Recorded } from '../archive/archive.js';
import type { Refusal, WebAnswer, WebClient } from '../web-client.js';

/** What is to be brought home. */
export interface FetchOrder {
  readonly archive: Archive;
  readonly client: WebClient;
  /** The lists (or sources) whose documents are due. */
  readonly of: readonly string[];
  /** Documents of the lists that are asked in this run, at most; their attachments come with them. */
  readonly limit?: number;
  /** Hosts that are asked at the same time. */
  readonly hostsAtOnce: number;
  /** What belongs to a page that came. */
  readonly attachmentsOf: (answer: WebAnswer) => readonly { readonly address: string; readonly title: string }[];
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: FetchProgress) => void;
}

export interface FetchProgress {
  /** Documents of the lists that are to be asked in this run. */
  readonly documents: number;
  readonly done: number;
  readonly last: string;
}

export interface FetchOutcome {
  /** By what they were for the archive; attachments are counted, too. */
  readonly new: number;
  readonly changed: number;
  readonly same: number;
  /** Those of `new` and `changed` whose bytes were there from another address. */
  readonly knownBytes: number;
  readonly refused: readonly Refusal[];
  /** What was left for another run: by the limit of this one, or by those on requests. */
  readonly left: number;
}

/** Refusals that the client makes of itself: nothing was asked, so nothing is recorded. */
const notAsked: ReadonlySet<string> = new Set(['interrupted', 'enough-requests']);

/**
 * Asks what is due, each address once, a page's attachments right after it:
 * one after the other at a host, several hosts at a time. What was stopped goes
 * on with the next call.
 */
export async function fetchDocuments(order: FetchOrder): Promise<FetchOutcome> {
  const { archive, of, limit = Infinity, signal } = order;
  const due = of.flatMap((one) => archive.due({ of: one, role: 'document' }));
  const waiting = [...new Map(due.map((one) => [one.address, one])).values()];
  const now = waiting.slice(0, limit);
  const tally = new Tally(waiting.length - now.length);
  const asked = new Set<string>();
  let done = 0;
  const one = async (due: Due): Promise<void> => {
    if (signal.aborted) return;
    await withAttachments(due, order, tally, asked);
    order.onProgress?.({ documents: now.length, done: ++done, last: due.address });
  };
  const hostLimit = pLimit(order.hostsAtOnce);
  const settled = await Promise.allSettled(byHost(now).map((ofHost) => hostLimit(() => inOrder(ofHost, one))));
  for (const result of settled) if (result.status === 'rejected') throw result.reason;
  return tally;
}

async function withAttachments(due: Due, order: FetchOrder, tally: Tally, asked: Set<string>): Promise<void> {
  await ask(due, order, tally, asked);
  for (const attachment of order.archive.due({ attachmentOf: due.address })) await ask(attachment, order, tally, asked);
}

async function ask(due: Due, { archive, client, attachmentsOf, signal }: FetchOrder, tally: Tally, asked: Set<string>): Promise<void> {
  if (signal.aborted || asked.has(due.address)) return;
  asked.add(due.address);
  const outcome = await client.ask({ address: due.address, ...(due.known === undefined ? {} : { known: due.known }) });
  if (outcome.kind === 'refused' && notAsked.has(outcome.code)) {
    if (outcome.code !== 'interrupted') tally.left++;
    return;
  }
  const recorded = await archive.record(due, outcome, () => {
    // An attachment may be a page again, but has none of its own.
    if (outcome.kind === 'answer' && due.attachmentOf === undefined) archive.plan(attachmentsOf(outcome).map((one) => attachment(one, due)));
  });
  tally.add(recorded, outcome.kind === 'refused' ? outcome : undefined);
}

const attachment = ({ address, title }: { readonly address: string; readonly title: string }, page: Due): Planned => ({
  address,
  role: 'document',
  attachmentOf: page.address,
  ...(page.listed === undefined ? {} : { listed: { ...page.listed, ...(title === '' ? {} : { title }) } }),
});

/** In the order of the first of each host. */
function byHost(due: readonly Due[]): readonly (readonly Due[])[] {
  const hosts = new Map<string, Due[]>();
  for (const one of due) {
    const { hostname } = new URL(one.address);
    const ofHost = hosts.get(hostname) ?? [];
    ofHost.push(one);
    hosts.set(hostname, ofHost);
  }
  return [...hosts.values()];
}

async function inOrder<T>(items: readonly T[], one: (item: T) => Promise<void>): Promise<void> {
  for (const item of items) await one(item);
}

class Tally implements FetchOutcome {
  new = 0;
  changed = 0;
  same = 0;
  knownBytes = 0;
  readonly refused: Refusal[] = [];

  constructor(public left: number) {}

  add({ change, knownBytes }: Recorded, refusal: Refusal | undefined): void {
    if (refusal !== undefined) this.refused.push(refusal);
    if (change === 'refused') return;
    this[change]++;
    if (knownBytes && change !== 'same') this.knownBytes++;
  }
}
