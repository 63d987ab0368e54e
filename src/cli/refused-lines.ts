import type { Refusal } from '../acquire/web-client.js';
import { printable } from './printable.js';

/** How many refusals are told to a person. */
const told = 20;

/** Refusals for a person at a terminal; nothing where there are none. */
export const refusedText = (refused: readonly Refusal[], archive: string): readonly string[] => [
  ...refused.slice(0, told).flatMap(({ address, code, message, hint }) => ['', `  ${printable(address)}`, `    ${code}: ${printable(message)}`, ...(hint === '' ? [] : [`    ${printable(hint)}`])]),
  ...(refused.length > told ? ['', `  and ${refused.length - told} more: gongkai archive ls ${printable(archive)} --refused`] : []),
];

/** Says that a command was told to stop; nothing where it was not. */
export const interruptedText = (interrupted: boolean): readonly string[] => (interrupted ? ['', 'Interrupted; what was fetched so far is kept, and the same command goes on from here.'] : []);

/** The same for a program, whose names stay. */
export const refusedJson = (refused: readonly Refusal[]): readonly object[] =>
  refused.map(({ address, finalAddress, fetchedAt, code, message, hint, status, passing }) => ({ address, final_address: finalAddress, at: fetchedAt, code, message, hint, status: status ?? null, passing }));
