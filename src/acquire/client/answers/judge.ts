import type { Came } from '../exchange.js';
import { Refused } from '../refused.js';
import type { RefusalCode } from '../refusals.js';
import type { AnswerMarks, Mark } from './marks.js';
import { pageIn, type SeenPage } from './page.js';

const byStatus: Readonly<Record<number, RefusalCode>> = { 401: 'login', 403: 'forbidden', 404: 'not-found', 407: 'login', 410: 'gone', 429: 'too-many-requests' };

/**
 * What an answer is that is no document, by its status, header fields and
 * body; undefined for a document, a list, a redirect, or the word that the
 * version at hand still holds. A page is doubted only for a mark that is
 * there: one that is filled by script is no less a page.
 *
 * @param asked the address that was asked for, before redirects
 */
export function judge(came: Came, asked: URL, { marks, home }: AnswerMarks): Refused | undefined {
  const { status } = came;
  const page = pageIn(came.bytes, came.headers['content-type'] ?? '');
  const redirected = came.url.href !== asked.href;
  const good = status >= 200 && status < 300;
  const mark = marks.find((m) => (good || m.code === 'blocked') && bears(m, came, page, redirected));
  if (mark !== undefined) return new Refused(mark.code, mark.says, { status });
  if (status === 304 || (status >= 300 && status < 400 && came.headers.location !== undefined)) return undefined;
  if (status >= 500) return new Refused('server-error', '', { status });
  if (!good || status === 206) return new Refused(byStatus[status] ?? 'unexpected-status', `status ${status}`, { status });
  if (came.bytes.length === 0 || (page !== undefined && isBlank(page))) return new Refused('empty', '', { status });
  const isHome = (url: URL): boolean => home.some((path) => path.test(url.pathname)) && url.search === '';
  if (redirected && isHome(came.url) && !isHome(asked)) return new Refused('soft-404', `the first page of ${came.url.host}`, { status });
  return undefined;
}

function bears(mark: Mark, came: Came, page: SeenPage | undefined, redirected: boolean): boolean {
  if (mark.status !== undefined && !mark.status.includes(came.status)) return false;
  if (mark.redirected && !redirected) return false;
  if (mark.address !== undefined && !mark.address.test(came.url.href)) return false;
  if (!mark.headers.every(([name, value]) => value.test(came.headers[name] ?? ''))) return false;
  const ofPage = mark.title !== undefined || mark.text !== undefined || mark.source.length > 0 || mark.password || mark.atMost !== Infinity;
  if (!ofPage) return true;
  if (page === undefined) return false;
  return (
    page.text.length <= mark.atMost &&
    (!mark.password || page.password) &&
    (mark.title?.test(page.title) ?? true) &&
    (mark.text?.test(page.text) ?? true) &&
    mark.source.every((part) => part.test(page.source))
  );
}

const isBlank = (page: SeenPage): boolean => page.text === '' && page.scripts.length === 0 && !page.fetchesScripts && !page.embeds && page.refresh === undefined;
