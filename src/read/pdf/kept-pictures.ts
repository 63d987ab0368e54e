import type { PagePicture } from '../../model/picture.js';

/** Pictures of pages are kept up to so many bytes together: some fifteen pages of A4 at 200 dpi. */
const most = 64_000_000;

/** The pictures of the first pages of a document, kept from when it was read to when they are asked for: to decode them again takes longer than anything else that is done with them, but those of a long document are too much to hold. */
export class KeptPictures {
  private readonly pictures = new Map<number, PagePicture>();
  private bytes = 0;

  get hasRoom(): boolean {
    return this.bytes < most;
  }

  keep(page: number, picture: PagePicture | null): void {
    if (!picture) return;
    this.pictures.set(page, picture);
    this.bytes += picture.all.pixels.length + (picture.withoutRed === picture.all ? 0 : picture.withoutRed.pixels.length);
  }

  /** The picture of a page; it is kept no longer. */
  take(page: number): PagePicture | undefined {
    const picture = this.pictures.get(page);
    this.pictures.delete(page);
    return picture;
  }
}
