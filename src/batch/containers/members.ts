import { open, readFile, stat } from 'node:fs/promises';
import { SkipDocument } from '../../model/errors.js';
import { finding } from '../../model/findings.js';
import { beginsLikeContainer, deepest, openContainer, type Container } from './container.js';
import { onDisk } from '../names.js';
import { memberSource, partings, shownName } from './member-source.js';

/** Larger files are not opened to see what they hold; whoever reads them tells. Bytes. */
const largestContainer = 512 * 1024 * 1024;

/** Names by which an archive inside an archive is told; it is opened by what it holds. */
const likeContainer = /\.(?:zip|warc|warc\.gz)$/i;

/** What is no document: folders, hidden files, what a system keeps beside files. */
const noDocument = /(?:^|[\\/])(?:\.(?!\.?[\\/])|__MACOSX(?:[\\/]|$))|[\\/]$|^$/;

/**
 * The sources of what a file holds, where it is a container; null where it is a
 * document. One that is broken, beyond a limit, or without documents stands for
 * itself: read as if it were a document, it gives the finding that says why.
 */
export async function membersOf(source: string): Promise<readonly string[] | null> {
  const path = await onDisk(source);
  const size = await stat(path).then((s) => (s.isFile() ? s.size : Infinity), () => Infinity);
  if (size > largestContainer || !beginsLikeContainer(await beginningOf(path))) return null;
  try {
    const container = await openContainer(await readFile(path));
    const names = container && (await sourcesIn(container, source, 1));
    return names === null || names.length === 0 ? null : names;
  } catch {
    return null;
  }
}

/** The first bytes of a file; none where it can't be read. Most files are documents, and are not read twice. */
async function beginningOf(path: string | Buffer): Promise<Uint8Array> {
  const file = await open(path).catch(() => null);
  const { buffer, bytesRead } = (await file?.read(new Uint8Array(8), 0, 8, 0).catch(() => null)) ?? { buffer: new Uint8Array(), bytesRead: 0 };
  await file?.close();
  return buffer.subarray(0, bytesRead);
}

async function sourcesIn(container: Container, source: string, depth: number): Promise<string[]> {
  const sources: string[] = [];
  for (const name of container.names.filter((n) => isDocument(n))) {
    const own = memberSource(source, name);
    const inner = depth < deepest && likeContainer.test(name) ? await innerOf(container, name) : null;
    const members = inner && (await sourcesIn(inner, own, depth + 1));
    sources.push(...(members === null || members.length === 0 ? [own] : members));
  }
  return sources;
}

const isDocument = (name: string): boolean => /^[a-z][a-z\d+.-]*:/i.test(name) || !noDocument.test(name);

/** A container in a container; null where it can't be opened, so that it is told of as a document. */
async function innerOf(container: Container, name: string): Promise<Container | null> {
  try {
    return await openContainer(await container.read(name));
  } catch {
    return null;
  }
}

/**
 * The bytes of a member, however deep it lies.
 *
 * @throws SkipDocument where it is not there or can't be read
 */
export async function memberOf(container: Container, name: string): Promise<Uint8Array> {
  for (const { own, rest } of partings(name)) {
    const found = container.names.find((n) => shownName(n) === own);
    if (found === undefined) continue;
    const bytes = await container.read(found);
    if (rest === '') return bytes;
    const inner = await openContainer(bytes);
    if (inner) return memberOf(inner, rest);
  }
  throw new SkipDocument(finding('archive-unreadable', '', { reason: `there is no ${name} in it` }));
}

/**
 * Why bytes that are read as a document are none: they are a container that
 * could not be taken for one, or holds nothing. Null where they are no container.
 *
 * @throws SkipDocument where it is broken or goes beyond a limit
 */
export async function refusalOf(bytes: Uint8Array): Promise<SkipDocument | null> {
  const container = await openContainer(bytes);
  return container && new SkipDocument(finding(container.names.some(isDocument) ? 'archive-nested' : 'archive-empty', ''));
}
