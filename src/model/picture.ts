/** A picture in shades of grey, row by row from the top left. */
export interface Raster {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** `width` × `height` bytes, 0 black to 255 white. */
  readonly pixels: Uint8Array;
  /** Pixels to an inch of paper: 72 points. */
  readonly dpi: number;
}

/** A page as it is seen, in two prints of one size. */
export interface PagePicture {
  /** Lightness of everything. */
  readonly all: Raster;
  /** Without what is printed in red, as seals are; the same as `all` where the picture has no colour. */
  readonly withoutRed: Raster;
}

/** Where the pictures of a document's pages are had; nothing is decoded before it is asked for. */
export interface PagePictures {
  /** The page as it is shown; null where there is nothing to see. Pages count from 1. */
  pictureOf(page: number): Promise<PagePicture | null>;
  /** Gives back what is held open. */
  close(): Promise<void>;
}
