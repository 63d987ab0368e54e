// The set: groups of documents, one or two lines for each, saying only what is particular to it.

import type { Spec } from './spec.js';
import { decoyed } from './specs/decoys.js';
import { forms } from './specs/forms.js';
import { ruled } from './specs/ruled.js';
import { rules } from './specs/rules.js';
import { turned } from './specs/turned.js';
import { unruled } from './specs/unruled.js';
import { written } from './specs/written.js';

/** A new group comes last: the offices are dealt out in this order. */
export const groups: Readonly<Record<string, readonly Spec[]>> = { ruled, unruled, rules, turned, forms, decoys: decoyed, written };
export const specs: readonly Spec[] = Object.values(groups).flat();
