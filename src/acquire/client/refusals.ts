interface Entry {
  readonly message: string;
  readonly hint: string;
  readonly passing: boolean;
}

const later = 'Nothing to do: it is asked for again on the next run.';
const byHand = 'Open the address in a browser; if the document is there, save it and run the file.';

/**
 * Everything that can come instead of a document, with its text: `{address}`,
 * `{host}`, `{status}` and `{detail}` are filled in. `passing` says whether the
 * same request may succeed on another day.
 */
export const refusals = {
  'bad-address': { message: '{address} is no address that is fetched: {detail}', hint: 'Give an http or https address, without a name and password in it.', passing: false },
  'private-address': { message: '{host} is not on the public internet ({detail})', hint: 'If it is a server of your own, name it: --allow-host {host}', passing: false },
  'robots': { message: 'The robots.txt of {host} does not allow {address} ({detail})', hint: 'Ask the office for the document, or for leave to fetch it.', passing: false },
  'robots-unavailable': { message: 'The robots.txt of {host} could not be had, so nothing of the host is asked for in this run: {detail}', hint: later, passing: true },
  'unreachable': { message: '{host} could not be reached: {detail}', hint: 'Check the address and the connection; it is asked for again on the next run.', passing: true },
  'tls': { message: 'The secure connection to {host} is not to be trusted: {detail}', hint: 'If the certificate of just this host is to be accepted as it is: --allow-bad-tls {host}', passing: true },
  'too-slow': { message: '{host} took too long to answer for {address}: {detail}', hint: 'It is asked for again on the next run; the limits are idle_seconds and total_seconds of the pipeline.', passing: true },
  'too-large': { message: 'The answer for {address} is too large: {detail}', hint: 'If it is to be trusted, raise the limit in `fetch:` of the pipeline.', passing: false },
  'broken-answer': { message: 'The answer for {address} broke off or was not as HTTP wants it: {detail}', hint: later, passing: true },
  'undecodable': { message: 'The answer for {address} could not be unpacked: {detail}', hint: byHand, passing: true },
  'redirect-loop': { message: 'The redirects of {address} lead back to {detail}', hint: byHand, passing: false },
  'too-many-redirects': { message: '{address} is redirected more often than {detail} times', hint: byHand, passing: false },
  'script-redirect': { message: 'The answer for {address} is only a script that leads elsewhere, which is not run', hint: byHand, passing: false },
  'blocked': { message: '{host} does not let programs in: {detail}', hint: 'It is not worked around. Ask later, from another network, or save the page by hand and run the file.', passing: true },
  'login': { message: '{host} wants a log-in before it shows {address} ({detail})', hint: 'What stands behind a log-in is not fetched. Ask the office for the public address.', passing: false },
  'forbidden': { message: '{host} refuses {address} (status {status})', hint: byHand, passing: true },
  'not-found': { message: '{address} is not there (status 404)', hint: 'Look for it on the site: it may have moved, or been taken away.', passing: false },
  'gone': { message: '{address} was taken away (status 410)', hint: 'Ask the office for the document.', passing: false },
  'soft-404': { message: 'In place of {address} came a page that says it is not there ({detail})', hint: 'Look for it on the site: it may have moved, or been taken away.', passing: false },
  'empty': { message: 'The answer for {address} is empty (status {status})', hint: later, passing: true },
  'too-many-requests': { message: '{host} says that it was asked too often (status 429)', hint: 'It is asked for again on the next run; a longer pause_seconds in the pipeline helps.', passing: true },
  'asked-to-wait': { message: '{host} asks to be left alone until {detail}, which is beyond this run', hint: later, passing: true },
  'server-error': { message: '{host} failed on {address} (status {status})', hint: later, passing: true },
  'unexpected-status': { message: '{host} answered for {address} with status {status}, which brings no document', hint: byHand, passing: false },
  'host-left': { message: '{host} failed {detail} requests in a row and is left alone for the rest of this run', hint: 'The problem is in the earlier requests to this host; it is asked for again on the next run.', passing: true },
  'enough-requests': { message: '{address} was not asked for: {detail}', hint: 'It is asked for in a later run; the limits are in `fetch:` of the pipeline.', passing: true },
  'interrupted': { message: '{address} was not fetched to its end: the run was stopped', hint: 'The same command goes on.', passing: true },
} as const satisfies Record<string, Entry>;

export type RefusalCode = keyof typeof refusals;

/** The texts of a refusal, filled in. */
export function refusalText(code: RefusalCode, details: Readonly<Record<string, string>>): Entry {
  const entry: Entry = refusals[code];
  const filled = (text: string): string => text.replace(/\{(\w+)\}/g, (_, name: string) => plain(details[name] ?? '?'));
  return { message: filled(entry.message), hint: filled(entry.hint), passing: entry.passing };
}

/** Text that others wrote, safe in a terminal and of bounded length. */
function plain(text: string): string {
  const clean = text.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]+/g, ' ').trim();
  return clean.length > 300 ? `${clean.slice(0, 300)}…` : clean;
}
