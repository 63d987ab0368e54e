// How a report is dressed: engine, type, paper, rules, where the pages break.

import type { DecoyName } from './decoys.js';
import type { Rules } from './rules.js';

export type Lines = 'across' | 'vertical' | 'stacked';

export interface Break {
  readonly table: 'disclosure' | 'requests' | 'proceedings';
  /** The row that begins the next page, or that is cut. */
  readonly row: string;
  /** Lines of its label that stay on the page; without it the row goes over whole. */
  readonly inside?: number;
}

export interface Dress {
  readonly engine: 'chromium' | 'libreoffice';
  readonly font: string;
  readonly headingFont: string;
  /** Points, in the tables and in the prose. */
  readonly size: number;
  readonly prose: number;
  readonly paper: readonly [number, number];
  /** Top, right, bottom, left. */
  readonly margin: readonly [number, number, number, number];
  readonly padding: number;
  readonly rule: number;
  readonly ruleColour: string;
  readonly rules: Rules;
  readonly ruleStyle: 'solid' | 'double' | 'dashed' | 'dotted';
  /** Each box has rules of its own, so far from those of the next; 0: they share them. Points. */
  readonly spacing: number;
  /** Rules of one piece, or one for each side of each box: too long, too short, or in two halves with a gap. */
  readonly pieces: 'whole' | 'overshooting' | 'short' | 'broken';
  readonly rowHeight: number;
  readonly head: Lines;
  readonly group: Lines;
  readonly repeatHead: boolean;
  readonly cutRows: boolean;
  /** The rules close around both halves of a cell that the page end cuts; Chromium leaves them open by itself. */
  readonly closed: boolean;
  readonly fill: string;
  /** Behind labels and values; behind every second row of the body. */
  readonly cellFill: string;
  readonly zebra: string;
  /** Colour of the letters of a head that is filled. */
  readonly headInk: string;
  readonly labels: 'left' | 'center';
  readonly values: 'left' | 'center' | 'right';
  /** Room at the left and right in a box; that of `padding`, up to 3, where not given. */
  readonly sides?: number;
  readonly align: 'top' | 'middle';
  readonly pageNumber: '' | '-N-' | '—N—' | '第N页' | 'N';
  readonly outside: boolean;
  readonly runningHead: string;
  readonly paragraphs: number;
  /** The chapter of the table begins a page. */
  readonly fresh: boolean;
  readonly oneTable: boolean;
  readonly splitHead: boolean;
  /** Table 四 in one; 复议 apart from 诉讼; or on its side, the procedures as rows. */
  readonly proceedings: 'one' | 'two' | 'on-its-side';
  /** Table 三 on a page of its own: landscape, or lying on an upright page, to be read from the right, from the left, or from the left by writing mode. */
  readonly lying: '' | 'landscape' | 'right' | 'left' | 'written';
  readonly chapters: 'standard' | 'long' | 'restart' | 'instructed';
  readonly decoys: readonly DecoyName[];
  /** Grey letters aslant over every page. */
  readonly watermark: string;
  /** A red picture, beside the end of the text or over each table. */
  readonly seal: '' | 'at-end' | 'over-table';
  /** White numbers on white in every box. */
  readonly ghosts: boolean;
  readonly break?: Break;
}

export const a4 = [595.3, 841.9] as const;
export const a4Landscape = [841.9, 595.3] as const;
export const letter = [612, 792] as const;

export const plainDress: Dress = {
  engine: 'chromium', font: 'AR PL SungtiL GB', headingFont: 'WenQuanYi Zen Hei', size: 10, prose: 16, paper: a4,
  margin: [72, 72, 72, 72], padding: 3, rule: 0.75, ruleColour: '#000000',
  rules: 'all', ruleStyle: 'solid', spacing: 0, pieces: 'whole', rowHeight: 22, head: 'across', group: 'across',
  cellFill: '', zebra: '', headInk: '#000000', values: 'center', proceedings: 'one', lying: '', decoys: [], watermark: '', seal: '', ghosts: false,
  repeatHead: false, cutRows: false, closed: false, fill: '', labels: 'left', align: 'middle', pageNumber: '-N-', outside: false, runningHead: '', paragraphs: 3,
  fresh: false, oneTable: true, splitHead: false, chapters: 'standard',
};

export const dressed = (changes: Partial<Dress>): Dress => ({ ...plainDress, ...changes });
export const contentWidth = (dress: Dress): number => dress.paper[0] - dress.margin[1] - dress.margin[3];
export const contentHeight = (dress: Dress): number => dress.paper[1] - dress.margin[0] - dress.margin[2];
export const proseLine = (dress: Dress): number => Math.round(dress.prose * 1.75);
/** Room at the left and right in a box. */
export const sidesOf = (dress: Dress): number => dress.sides ?? Math.min(3, dress.padding);
export const tableLine = (dress: Dress): number => Math.round(dress.size * 1.25 * 10) / 10;
