import { isWebArchive, WebArchive, type ArchiveLimits } from '../../acquire/web-archive/web-archive.js';
import { isZip, openZip } from '../../read/zip.js';

/** A file that holds documents, by their names inside it. */
export interface Container {
  readonly names: readonly string[];
  /** @throws SkipDocument where the member can't be read */
  read(name: string): Promise<Uint8Array>;
}

const megabyte = 1024 * 1024;

/** More than any archive of reports needs, and little enough for one machine. */
export const archiveLimits: ArchiveLimits = { members: 20_000, memberBytes: 256 * megabyte, allBytes: 4096 * megabyte };

/** A text of blanks shrinks to a five-hundredth; what shrinks by more is made to fill a disk. */
const greatestRatio = 500;

/** Containers within containers are opened down to this depth. */
export const deepest = 2;

/** Parts that tell an archive is one document: of OOXML, OFD, OpenDocument and EPUB. */
const ofOneDocument = new Set(['[Content_Types].xml', 'OFD.xml', 'mimetype', 'META-INF/manifest.xml']);

/** Whether the first bytes of a file are those of a ZIP archive, of gzip, or of a web archive: it may be a container, or a document of such parts. */
export const beginsLikeContainer = (bytes: Uint8Array): boolean => /^(?:PK[\x03\x05\x07]|\x1f\x8b|WARC\/)/.test(Buffer.from(bytes.subarray(0, 8)).toString('latin1'));

/**
 * Opens bytes that are a container, told by what they hold; null where they are
 * a document, or nothing that is known.
 *
 * @throws SkipDocument where it is broken or goes beyond a limit
 */
export async function openContainer(bytes: Uint8Array): Promise<Container | null> {
  if (isZip(bytes)) {
    const zip = await openZip(bytes, { ...archiveLimits, ratio: greatestRatio });
    return zip.names.some((name) => ofOneDocument.has(name)) ? null : zip;
  }
  return beginsLikeContainer(bytes) && isWebArchive(bytes) ? new WebArchive(bytes, archiveLimits) : null;
}
