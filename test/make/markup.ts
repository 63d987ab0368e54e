// What both engines' markup have in common.

import type { Box } from './boxes.js';
import type { Dress, Lines } from './dress.js';

export const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

export const linesOf = (each: Box, dress: Dress): Lines => (each.kind === 'narrow' ? dress.head : each.kind === 'group' ? dress.group : 'across');
