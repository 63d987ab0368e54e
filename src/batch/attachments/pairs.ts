import type { StoredDocument } from '../../export/stored-document.js';
import type { Link } from '../../model/page.js';
import { shownName } from '../containers/member-source.js';

/** A page, and those of the documents that it links to. */
export interface PageAndFiles {
  readonly page: StoredDocument;
  readonly attachments: readonly StoredDocument[];
}

/**
 * Pages with the files among the documents that they link to: at the address
 * that the link gives (in a web archive, or beside the page as a browser or a
 * crawler saves it), else in the page's folder or one right in it, under the
 * file's name in the address or the name that the page calls it by, where that
 * is the only one. A file that several pages link to goes with the one that
 * links to the fewest. `attached`: files that were found on a page when it was
 * fetched, by the sources of both.
 */
export function pagesWithFiles(documents: readonly StoredDocument[], attached: ReadonlyMap<string, readonly string[]> = new Map()): PageAndFiles[] {
  const linking = documents.filter((d) => d.links && d.links.length > 0);
  if (linking.length === 0) return [];
  const bySource = new Map(documents.map((d) => [d.source.path, d]));
  const byName = new Map<string, StoredDocument[]>();
  for (const document of documents) {
    const name = lastOf(document.source.path);
    byName.set(name, [...(byName.get(name) ?? []), document]);
  }
  const foundOn = ({ source: { path } }: StoredDocument): StoredDocument[] => (attached.get(path) ?? []).flatMap((file) => bySource.get(file) ?? []);
  const found = linking
    .map((page) => ({ page, files: [...new Set([...(page.links ?? []).flatMap((link) => fileOf(page, link, bySource, byName) ?? []), ...foundOn(page)])].filter((d) => d !== page) }))
    .filter(({ files }) => files.length > 0)
    .sort((a, b) => a.files.length - b.files.length);
  const taken = new Set<StoredDocument>();
  return found.flatMap(({ page, files }) => {
    const attachments = files.filter((file) => !taken.has(file));
    for (const file of attachments) taken.add(file);
    return attachments.length > 0 ? [{ page, attachments }] : [];
  });
}

function fileOf({ source: { path } }: StoredDocument, link: Link, bySource: ReadonlyMap<string, StoredDocument>, byName: ReadonlyMap<string, readonly StoredDocument[]>): StoredDocument | null {
  const at = addressed(path, link.address);
  const there = at === null ? undefined : bySource.get(at);
  if (there) return there;
  const names = [...new Set([lastOf(unescaped(link.address.replace(/[?#].*$/s, ''))), link.text].map((name) => shownName(name).trim()))].filter((name) => name !== '');
  for (const name of names) {
    const [only, ...more] = (byName.get(name) ?? []).filter((d) => isBeside(path, d.source.path));
    if (only && more.length === 0) return only;
  }
  return null;
}

/** The source that a link of a page leads to; null where it leads nowhere that a source may be. */
function addressed(page: string, address: string): string | null {
  const inArchive = /^(.*!\/)([a-z][a-z\d+.-]*:\/\/.*)$/is.exec(page);
  if (inArchive) return URL.canParse(address, inArchive[2]) ? `${inArchive[1] ?? ''}${shownName(new URL(address, inArchive[2]).href)}` : null;
  if (/^(?:[a-z][a-z\d+.-]*:|\/)/i.test(address)) return null;
  const steps = folderOf(page).split('/');
  for (const step of unescaped(address.replace(/[?#].*$/s, '')).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/').replace(/^\//, page.startsWith('/') ? '/' : '');
}

/** Whether a file lies in the folder of a page, or in a folder right in that. */
function isBeside(page: string, file: string): boolean {
  const folder = folderOf(page);
  const own = folderOf(file);
  return own === folder || (folderOf(own) === folder && own !== '');
}

const lastOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** An address with its `%E9…` as characters: UTF-8, or GB 18030 as old systems write them. */
function unescaped(address: string): string {
  const bytes = Buffer.from(address.replace(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1');
  if (!/%[\da-f]{2}/i.test(address)) return address;
  try {
    return decodeURIComponent(address);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
