import type { Problem } from '../export/problems-table.js';
import { printable } from './printable.js';

const number = (count: number): string => count.toLocaleString('en-US');

/** A count with its name, and those of its parts that are not 0. */
export function line(name: string, count: number, parts: readonly (readonly [count: number, what: string])[]): string {
  const detail = parts.filter(([part]) => part > 0).map(([part, what]) => `${number(part)} ${what}`);
  return `${name.padEnd(11)}${number(count)}${detail.length === 0 ? '' : `: ${detail.join(', ')}`}`;
}

/** What a program reads: one object on a line. */
export const jsonLine = (data: object): string => `${JSON.stringify(data)}\n`;

/** The problems that want a look, for a person; nothing where there are none. `problems`: how many there are in all. */
export function problemsText({ worthALook, problems }: { readonly worthALook: readonly Problem[]; readonly problems: number }): readonly string[] {
  if (worthALook.length === 0) return [];
  return ['', `Worth a look (${problems > worthALook.length ? `${worthALook.length} of ` : ''}${number(problems)} in problems.csv):`, ...worthALook.flatMap(problemLines)];
}

const problemLines = ({ source, severity, place, message, hint }: Problem): readonly string[] => [
  `  ${printable(source)}${place === '' ? '' : ` ${printable(place)}`}`,
  `    ${severity}: ${printable(message)}`,
  ...(hint === '' ? [] : [`    ${printable(hint)}`]),
];

/** What a problem says, for a program. */
export const findingOf = ({ severity, code, place, message, hint }: Problem): object => ({ severity, code, place, message, hint });
