import type { Reading } from './text-reader.js';

/** The lines of one number, which its cell is too narrow for, as one; without any, nothing, for sure. */
export function joinedLines(lines: readonly Reading[]): Reading {
  const said = lines.filter((l) => l.text !== '');
  if (said.length === 0) return { text: '', confidence: lines.length === 0 ? 1 : Math.min(...lines.map((l) => l.confidence)), characters: [] };
  return { text: said.map((l) => l.text).join(''), confidence: Math.min(...lines.map((l) => l.confidence)), characters: said.flatMap((l) => l.characters) };
}
