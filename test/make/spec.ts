// One document of the set: what is particular to it; and the words that the lines of the set are written in.

import type { Break, Dress } from './dress.js';
import type { Finish } from './finish.js';
import type { Size } from './issuers.js';
import type { Content, Habits } from './truth.js';
import type { Wording } from './wording.js';

export interface Spec extends Pick<Content, 'services' | 'without' | 'extra'> {
  readonly name: string;
  readonly size: Size;
  readonly form: '2019' | '2021' | 'mixed';
  readonly habits?: Habits;
  readonly wording?: Wording;
  readonly dress?: Partial<Dress>;
  /** What is done to the PDF once it is printed, in this order. */
  readonly finish?: readonly Finish[];
  /** Where the page ends: one of these rows, by the seed. */
  readonly breakTable?: Break['table'];
  readonly breakRows?: readonly string[];
  readonly breakInside?: number;
}

export const songti = 'AR PL SungtiL GB';
export const ming = 'AR PL UMing CN';
export const kaiti = 'AR PL KaitiM GB';
export const ukai = 'AR PL UKai CN';
export const serif = 'Noto Serif CJK SC';
export const sans = 'Noto Sans CJK SC';
export const zenhei = 'WenQuanYi Zen Hei';
export const microhei = 'WenQuanYi Micro Hei';

export const betweenRows = ['denied.third_party_rights', 'denied.administrative_query', 'not_processed.duplicate', 'not_processed.excessive', 'granted'];
export const longRows2019 = ['partly_granted', 'unavailable.still_unclear', 'not_processed.confirm_or_reissue', 'denied.prohibited_by_law'];
export const longRows2021 = ['other.not_corrected', 'other.fee_unpaid'];
export const insideGroups = ['unavailable.must_be_created', 'unavailable.still_unclear', 'other.fee_unpaid'];
export const looseRows = { rowHeight: 0, cutRows: true, size: 10.5, padding: 3 } as const;
export const libre = { engine: 'libreoffice', font: ming } as const;
