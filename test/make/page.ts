// A report as a run of blocks, the same for every engine: title, headings, paragraphs, tables.

import type { Row, Table } from './boxes.js';
import { contentWidth, proseLine, type Break, type Dress } from './dress.js';
import { contentsOf, decoyPlaces, decoyTable } from './decoys.js';
import { fillerOf, storyOf } from './prose.js';
import { tablesOf, type Layout } from './tables.js';
import type { Report, Story } from './truth.js';
import type { Wording } from './wording.js';

export type Block =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string; readonly fresh: boolean; readonly after: number }
  | { readonly kind: 'paragraph'; readonly text: string; readonly after: number }
  | { readonly kind: 'table'; readonly table: Table };

export interface Typeset { readonly report: Report; readonly wording: Wording; readonly dress: Dress; readonly seed: string; readonly story?: Story }

/** Space of any height: whole lines of prose, and what is left as room under them. */
function room(typeset: Typeset, points: number, table: Break['table']): Block[] {
  const { dress, report, seed } = typeset;
  const line = proseLine(dress);
  const lines = Math.floor(points / line);
  if (lines === 0) return [];
  const perLine = Math.floor(contentWidth(dress) / dress.prose);
  const text = fillerOf(`${seed} ${table}`, report.year, Math.round((lines - 0.55) * perLine) - 2);
  return [{ kind: 'paragraph', text, after: points - lines * line }];
}

export const layoutOf = ({ oneTable, splitHead, proceedings, group }: Dress): Layout => ({ oneTable, splitHead, proceedings, narrowGroups: group !== 'across' });

/** The decoys of a chapter, each under its sentence. */
function decoysIn(chapter: number, before: boolean, { dress, seed }: Typeset): Block[] {
  return dress.decoys.flatMap((name): Block[] => {
    if (name === 'contents' || decoyPlaces[name].chapter !== chapter || decoyPlaces[name].before !== before) return [];
    return [{ kind: 'paragraph', text: decoyPlaces[name].caption, after: 4 }, { kind: 'table', table: decoyTable(name, seed) }];
  });
}

export function blocksOf(typeset: Typeset, pad: number): Block[] {
  const { report, wording, dress, seed } = typeset;
  const story = typeset.story ?? storyOf(report, seed, dress);
  const tables = tablesOf(report, wording, layoutOf(dress));
  const ids = [undefined, 'disclosure', 'requests', 'proceedings'] as const;
  const paragraphs = (texts: readonly string[]): Block[] => texts.map((text) => ({ kind: 'paragraph', text, after: 0 }));
  const chapters = story.chapters.flatMap((chapter, place): Block[] => {
    const id = ids[place];
    const aimed = id !== undefined && dress.break?.table === id;
    // A story that was given keeps its words: only the room under the heading grows.
    const filler = aimed && !typeset.story ? room(typeset, pad, id) : [];
    return [
      { kind: 'heading', text: chapter.heading, fresh: aimed && dress.fresh, after: aimed && filler.length === 0 ? 4 + pad : 4 },
      ...filler, ...paragraphs(chapter.paragraphs), ...decoysIn(place, true, typeset),
      ...tables.filter((table) => table.id === id).map((table): Block => ({ kind: 'table', table })),
      ...decoysIn(place, false, typeset),
    ];
  });
  const contents = dress.decoys.includes('contents') ? paragraphs(contentsOf(story.chapters.map((chapter) => chapter.heading))) : [];
  return [...report.title.map((text): Block => ({ kind: 'title', text })), ...contents, ...paragraphs(story.opening), ...chapters];
}

/** For measuring: the mark that stands in the last box of a row that is one row high. */
export const markOf = (table: Table, place: number): string => `Q${{ decoy: 0, disclosure: 1, requests: 2, proceedings: 3 }[table.id]}${String(place).padStart(2, '0')}Q`;

export function markedBox(row: Row): number {
  const places = row.boxes.map((each, place) => (each.rows === 1 ? place : -1));
  return Math.max(...places);
}
