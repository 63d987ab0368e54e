/** A picture in black and white, row by row from the top left. */
export interface Bitmap {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** `width` × `height` bytes: 1 ink, 0 paper. */
  readonly ink: Uint8Array;
  /** Pixels to an inch of paper. */
  readonly dpi: number;
}

/** So many pixels are one point. */
export const pixelsOfPoint = ({ dpi }: { readonly dpi: number }): number => dpi / 72;
