// One document of the set of scans: a report as it is typeset, and what then happens to its pages.

import type { Spec } from '../spec.js';

export type Light = 'shadow-left' | 'shadow-right' | 'gradient' | 'crease' | 'spine';

/** How the picture of a page is kept: in a PDF, or as the content of a picture file. */
export type Coding = 'jpeg' | 'jpeg-2000' | 'flate' | 'flate-4-bit' | 'flate-1-bit' | 'ccitt' | 'jbig2';

/** How the pictures stand in the PDF. */
export type PdfKind =
  | 'plain' | 'strips' | 'mask' | 'layers' | 'stored-sideways' | 'shown-sideways' | 'cropped' | 'points-as-pixels' | 'different-sizes'
  | 'rubbish-text' | 'wrong-numbers-text' | 'true-text' | 'stamped' | 'table-pictures' | 'some-digital';

export type FileKind = 'pdf' | 'png' | 'jpg' | 'jpg-lying' | 'jpg-no-density' | 'webp' | 'tif' | 'tif-ccitt' | 'png-1-bit';

export interface Treatment {
  /** Dots to an inch of paper. */
  readonly dpi: 150 | 200 | 300 | 400;
  readonly ink: 'colour' | 'grey' | '1-bit' | 'dithered';
  /** Darker than this is black in one bit; 0 to 255. */
  readonly threshold?: number;
  readonly coding?: Coding;
  /** Of JPEG: 1 to 100. */
  readonly quality?: number;
  readonly pdf?: PdfKind;
  readonly file?: FileKind;
  /** Degrees; each page is askew by about this, one way or the other. */
  readonly skew?: number;
  /** Degrees clockwise that the paper lay wrong, on all pages or on every second. */
  readonly turn?: 90 | 180 | 270;
  readonly turnEven?: boolean;
  /** Sigma of the blur in pixels. */
  readonly blur?: number;
  /** Sigma of the noise in steps of lightness. */
  readonly noise?: number;
  /** Share of pixels that are black or white by chance. */
  readonly pepper?: number;
  readonly light?: Light;
  /** What share of a full shadow falls; 0 to 1. */
  readonly shade?: number;
  /** The colour of the paper. */
  readonly paper?: readonly [number, number, number];
  /** A red seal on every page, over the numbers; how much of the light it takes, 0 to 1. */
  readonly seal?: number;
  /** How much is seen of the back page; 0 to 1. */
  readonly showThrough?: number;
  /** How black the black is: 1 as printed, 0 nothing left. */
  readonly strength?: number;
  /** Black around the paper, in millimetres. */
  readonly border?: number;
  /** A copier's dirt: dots and dashes in the margins and anywhere, so many a page. */
  readonly dirt?: number;
  /** Lines over all of a page along the way it was fed, on every page at the same places: how many, and how light they are (0 black to 255 white). */
  readonly streaks?: { readonly count: number; readonly lightness: number };
}

export interface Scan extends Spec { readonly scan: Treatment }

/** The working picture of a page: 1 grey or 3 red, green, blue bytes a pixel, row by row from the top left. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  readonly pixels: Uint8Array;
  readonly dpi: number;
}

export const pointsOf = (pixels: number, dpi: number): number => Math.round(pixels * 7200 / dpi) / 100;
