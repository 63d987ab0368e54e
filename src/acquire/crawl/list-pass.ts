import { archiveAddress, type Archive, type Due } from '../archive/archive.js';
import type { ListReading, ListRequest } from '../lists/list.js';
import { readList } from '../lists/read-list.js';
import { pageText } from '../pages/page-text.js';
import type { Source } from '../sources/source.js';
import type { Refusal, WebClient, WebOutcome } from '../web-client.js';
import type { PageBrowser } from './browser.js';
import { endOf, type PassEnd } from './pass-end.js';
import { pageStep } from './page-step.js';
import { emptyBranch, lastOf, passOf, type Pass } from './pass.js';
import { shownPages, wantsBrowser } from './shown-pages.js';

/** What is to be gone through. */
export interface ListOrder {
  readonly archive: Archive;
  readonly client: WebClient;
  readonly source: Source;
  /** Every page, whatever is known, and every report anew. */
  readonly all: boolean;
  /** ISO 8601: older reports are left. */
  readonly since?: string;
  /** Milliseconds for which a pass that was stopped is gone on with. */
  readonly lasting: number;
  readonly now: () => Date;
  readonly signal: AbortSignal;
  /** Shows a page, and those it turns to, as a browser does, once its scripts have run. */
  readonly render?: PageBrowser['render'];
  readonly onPage?: (page: { readonly address: string; readonly reports: number }) => void;
}

export interface ListOutcome extends PassEnd {
  readonly source: string;
  /** Pages that were asked in this run. */
  readonly pages: number;
  /** Pages that were not had, in this run. */
  readonly refused: readonly Refusal[];
  /** Reports that became due by this run. */
  readonly planned: number;
  /** Whether the lists were gone through as far as they are meant to be; else the next run goes on. */
  readonly finished: boolean;
  /** Whether a limit on requests ended it. */
  readonly limited: boolean;
}

/** Under which the archive remembers, for a source. */
const keys = { pass: 'pass', last: (list: string) => `last ${list}` };

/**
 * Goes through the lists of a source, page after page, and plans the reports
 * they name. How far it is stands in the archive with each page: after a kill
 * the next call goes on there.
 */
export async function listPass(order: ListOrder): Promise<ListOutcome> {
  const { archive, source, client } = order;
  const stopped = (): boolean => order.signal.aborted;
  const pass = ongoing(order) ?? begun(order);
  const refused: Refusal[] = [];
  const asked = new Set<string>();
  let [pages, planned, limited] = [0, 0, false];
  const next = (): Due | undefined => archive.due({ of: source.id, role: 'list' }).find(({ address }) => !asked.has(address));
  for (let due = next(); due !== undefined && !stopped(); due = next()) {
    asked.add(due.address);
    const request = requestOf(due.address);
    const outcome = await client.ask({ ...request, ...(isSent(request) ? { method: 'POST' } : {}), ...(due.known === undefined ? {} : { known: due.known }) });
    if (outcome.kind === 'refused' && (outcome.code === 'interrupted' || outcome.code === 'enough-requests')) {
      limited = outcome.code === 'enough-requests';
      break;
    }
    pages += 1;
    const readings = outcome.kind === 'refused' ? [] : await read(due, outcome, pass, order);
    if (stopped()) break;
    await archive.record(due, outcome, () => {
      planned += taken(due, outcome, readings, pass, order);
      archive.remember(source.id, keys.pass, pass);
    });
    if (outcome.kind === 'refused') refused.push(outcome);
    order.onPage?.({ address: due.address, reports: Object.values(pass.branches).reduce((sum, { reports }) => sum + reports.length, 0) });
  }
  const finished = archive.due({ of: source.id, role: 'list' }).length === 0;
  const end = endOf(pass, (list) => lastOf(archive.recall(source.id, keys.last(list))));
  if (finished) {
    archive.together(() => {
      for (const [list, last] of end.last) archive.remember(source.id, keys.last(list), last);
      archive.remember(source.id, keys.pass, { ...pass, done: true });
    });
  }
  return { ...end, findings: finished ? end.findings : pass.findings, source: source.id, pages, refused, planned, finished, limited };
}

/** The pass that an earlier run began with the same wishes, if it is not too old, and its lists or the reports it planned are not through. */
function ongoing({ archive, source, all, since, lasting, now }: ListOrder): Pass | undefined {
  const pass = passOf(archive.recall(source.id, keys.pass));
  if (pass === undefined || pass.all !== all || pass.since !== since) return undefined;
  if (now().getTime() - Date.parse(pass.begun) > lasting) return undefined;
  return !pass.done || archive.due({ of: source.id, role: 'document' }).some(({ address }) => notAsked(address)) ? pass : undefined;

  /** What failed in passing is asked anew by every run, and holds no pass open. */
  function notAsked(address: string): boolean {
    return (archive.known(address)?.askedAt ?? '') < (pass?.begun ?? '');
  }
}

function begun({ archive, source, all, since, now }: ListOrder): Pass {
  const start = source.start.map((request) => planAddress(request));
  const pass: Pass = { begun: now().toISOString(), all, ...(since === undefined ? {} : { since }), lists: start, branches: Object.fromEntries(start.map((list) => [list, emptyBranch()])), findings: [], done: false };
  archive.together(() => {
    for (const left of archive.due({ of: source.id, role: 'list' })) archive.dismiss(left.address);
    archive.plan(start.map((address) => ({ address, role: 'list', listed: { list: address, source: source.id } })), { again: true });
    archive.remember(source.id, keys.pass, pass);
  });
  return pass;
}

/** Takes what came for a page of a list into the pass. @returns how many reports became due */
function taken(due: Due, outcome: WebOutcome, readings: readonly ListReading[], pass: Pass, { archive, source, all }: ListOrder): number {
  const start = due.listed?.list ?? due.address;
  const branch = (pass.branches[start] ??= emptyBranch());
  if (readings.length === 0) branch.whole = false;
  const last = lastOf(archive.recall(source.id, keys.last(start)));
  const steps = readings.map((reading) => pageStep(reading, { source, pass, branch, last, list: outcome.finalAddress }));
  const pages = [...new Set(steps.flatMap(({ further }) => further).map(planAddress))].filter((address) => !pass.lists.includes(address));
  pass.lists.push(...pages);
  const lists = new Set(pass.lists);
  archive.plan(pages.map((address) => ({ address, role: 'list', listed: { list: start, source: source.id } })), { again: true });
  return steps.flatMap(({ reports }) => reports).filter(({ address }) => !lists.has(address)).reduce((count, { address, listed }) => {
    const before = archive.listings(address).find((one) => one.source === source.id);
    const again = all || (before !== undefined && (before.date !== listed.date || before.title !== listed.title));
    return count + archive.plan([{ address, role: 'document', listed }], { again });
  }, 0);
}

/** Takes what one archive knows of the lists of sources into another. */
export function knownLists(from: Archive, into: Archive, sources: readonly Source[]): void {
  for (const { id, start } of sources) {
    for (const key of start.map((request) => keys.last(planAddress(request)))) {
      const last = from.recall(id, key);
      if (last !== undefined) into.remember(id, key, last);
    }
  }
}

/** What stands on a page of a list, and on those that a browser turns to from it. */
async function read(due: Due, outcome: Exclude<WebOutcome, Refusal>, pass: Pass, { archive, source, render, signal }: ListOrder): Promise<readonly ListReading[]> {
  const request = requestOf(due.address);
  const text = pageText(outcome.kind === 'answer' ? outcome.bytes : await archive.bytes(archive.known(due.address)?.receipt?.sha256 ?? ''));
  const plain = readList({ request, address: outcome.finalAddress, text }, source.layouts);
  if (render === undefined || signal.aborted || !wantsBrowser(plain, source)) return [plain];
  const start = due.listed?.list ?? due.address;
  const [branch, last] = [pass.branches[start] ?? emptyBranch(), lastOf(archive.recall(source.id, keys.last(start)))];
  return shownPages(request, render, { source, last, ...structuredClone({ pass, branch }) });
}

const planAddress = (request: ListRequest): string => archiveAddress({ ...request, method: isSent(request) ? 'POST' : 'GET' });

const isSent = ({ form, json }: ListRequest): boolean => form !== undefined || json !== undefined;

/** The request of an address as the archive writes it. A form never begins as JSON does. */
function requestOf(planned: string): ListRequest {
  const at = planned.indexOf('#');
  if (at === -1) return { address: planned };
  const [address, sent] = [planned.slice(0, at), planned.slice(at + 1)];
  return sent.startsWith('{') ? { address, json: sent } : { address, form: Object.fromEntries(new URLSearchParams(sent)) };
}

