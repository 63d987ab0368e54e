// A table as boxes on a grid, still without any type or paper.

import type { Printed } from './truth.js';

export type Kind = 'clause' | 'head' | 'narrow' | 'group' | 'label' | 'value';
export interface Box { readonly kind: Kind; readonly text: string; readonly columns: number; readonly rows: number }
export interface Row { readonly id: string; readonly isHead: boolean; readonly boxes: readonly Box[] }
export interface Table { readonly id: 'disclosure' | 'requests' | 'proceedings' | 'decoy'; readonly widths: readonly number[]; readonly rows: readonly Row[] }

export const box = (kind: Kind, text: string, columns = 1, rows = 1): Box => ({ kind, text, columns, rows });
export const value = (cell: Printed | undefined, columns = 1): Box => box('value', cell?.text ?? '', columns);
