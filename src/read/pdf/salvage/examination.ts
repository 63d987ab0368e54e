import { endingOf, isUpdated, type Ending } from './ending.js';
import { FileObjects } from './file-objects.js';
import { listPages, type ListedPage, type PageList } from './page-list.js';
import { rebuild } from './rebuild.js';
import { isArray, Reference, type PdfValue } from './syntax.js';
import { Wholeness } from './wholeness.js';

/** Why nothing of a file is vouched for, whatever its pages look like. */
export type Doubt = 'an earlier version may be shown' | 'the order of its pages is lost' | 'it is encrypted' | 'it is too large to be looked through';

/** A PDF file held against what it should have: how it ends, what pages it had, and what of them is there. */
export class Examination {
  readonly ending: Ending;
  readonly pages: readonly ListedPage[];
  /** Whether the file is as it was written, as far as its structure tells. Streams are looked at page by page. */
  readonly isSound: boolean;
  readonly isEncrypted: boolean;
  /** A cut or a hole leaves a doubt about all of it; null in a sound file. */
  readonly doubt: Doubt | null;
  private readonly objects: FileObjects;
  private readonly list: PageList;
  private readonly encryption: PdfValue | undefined;
  private readonly wholeness: Wholeness;

  constructor(bytes: Uint8Array) {
    this.objects = new FileObjects(bytes);
    this.ending = endingOf(this.objects);
    this.encryption = this.objects.encryption;
    this.isEncrypted = this.encryption !== undefined;
    this.list = listPages(this.objects);
    this.pages = this.list.pages;
    const isListed = this.list.isSure && this.list.pages.length > 0 && this.list.pages.every(({ page }) => page !== null);
    this.isSound = this.ending === 'sound' && this.objects.isWellReferenced && !this.objects.hasBrokenStreams && (isListed || this.objects.isBlind);
    this.doubt = this.isSound ? null : this.doubtOfAll();
    this.wholeness = new Wholeness(this.objects, { isSound: this.isSound, hasCatalog: this.list.catalog !== null || this.isSound });
  }

  /** What a page lacks of what it shows; null where it is whole, or where nothing can be told and nothing speaks against it. */
  lackOf(page: Reference): string | null {
    return !this.objects.canLookInto ? null : this.wholeness.lackOf(page);
  }

  /** What a listed page lacks, pages counted from 1. */
  lackOfListed(number: number): string | null {
    const page = this.pages[number - 1]?.page;
    if (!page) return 'all of it';
    return !this.objects.canLookInto ? null : this.wholeness.lackOf(page);
  }

  /** The file with a new page tree and cross-reference table; null where there is nothing to point to, or no key to what there is. */
  rebuilt(): Uint8Array | null {
    if (this.list.pages.every(({ page }) => page === null) || !this.hasKey) return null;
    return rebuild(this.objects, this.list, this.encryption);
  }

  private doubtOfAll(): Doubt | null {
    if (!this.objects.scan.finished) return 'it is too large to be looked through';
    if (this.isEncrypted) return 'it is encrypted';
    if (isUpdated(this.objects) || this.objects.hasVersions) return 'an earlier version may be shown';
    return this.list.isSure ? null : 'the order of its pages is lost';
  }

  /** What is needed to decrypt the file is there, or it isn't encrypted. The key is made of the encryption dictionary and, before AES-256, of the file's identifier (ISO 32000-2, 7.6.4.3). */
  get hasKey(): boolean {
    if (!this.isEncrypted) return true;
    const dictionary = this.objects.dictionary(this.encryption);
    const revision = dictionary?.get('R');
    return (typeof revision === 'number' && revision >= 5) || (dictionary !== undefined && this.objects.trailers.some((t) => isArray(this.objects.resolve(t.get('ID')))));
  }
}
