import type { Division, Gazetteer } from './gazetteer.js';
import { spelledIn } from './spellings.js';
import { plain, type OfficeNames, type TextLine, type Title } from './title.js';
import { anyOf, type IdentityWords } from './words.js';

/** A stretch of the text of a document beside its title. */
export interface Passage {
  readonly text: string;
  /** A line that is the name of an office or a division and nothing else, or stands above the title: a letterhead, a signature. */
  readonly alone: boolean;
}

/** A division of three characters or more that a text names with its suffix. */
export interface Mention {
  readonly name: string;
  readonly bearers: readonly Division[];
  /**
   * `own`: the text says that its office belongs there, by a letterhead, a signature, an address, or as its superior.
   * `passing`: the text tells of a visit, a model, a partner. `plain`: neither.
   */
  readonly weight: 'own' | 'plain' | 'passing';
}

const firstCharacters = 2000;
const lastLines = 6;
const longestLine = 400;
const longestName = 40;

/** The passages of the first page and of the end of a document, without its title. */
export function passagesOf(lines: readonly TextLine[], title: Title | null, offices: OfficeNames, words: IdentityWords): readonly Passage[] {
  const passages: Passage[] = [];
  let characters = 0;
  let open = '';
  const close = (): void => {
    if (open !== '') passages.push({ text: open, alone: false });
    open = '';
  };
  for (const [at, line] of lines.entries()) {
    const isTitle = title !== null && at >= title.from && at < title.to;
    if (isTitle || (characters > firstCharacters && at < lines.length - lastLines)) {
      close();
      continue;
    }
    const text = plain(line.text.slice(0, longestLine));
    characters += text.length;
    const isName = text.length <= longestName && !/[,。;:!?、]/.test(text) && offices.hasDivision(text) && !isPassing(text, words);
    const isAbove = title !== null && at < title.from;
    if (isName && (isAbove || (offices.isOffice(text) && isEnd(open)))) {
      close();
      passages.push({ text, alone: true });
    } else if (isAbove || isHeading(text)) {
      close();
      passages.push({ text, alone: false });
    } else open += text;
  }
  close();
  return passages;
}

/** Whether a new sentence begins behind the text. */
function isEnd(text: string): boolean {
  return text === '' || /[。;:!?]$/.test(text) || text === '无';
}

function isHeading(text: string): boolean {
  return text.length <= longestName && /^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十\d]+\)|\d+[.、])/.test(text) && !/[,。;]/.test(text);
}

function isPassing(text: string, words: IdentityWords): boolean {
  return words.prose.passing.some((word) => text.includes(word));
}

/** The provinces, prefectures and counties that passages name. */
export function mentionsIn(passages: readonly Passage[], gazetteer: Gazetteer, words: IdentityWords): Mention[] {
  return passages.flatMap((passage) => {
    const spans = spansIn(passage.text, gazetteer, words);
    return spans.map(({ name, bearers }, at): Mention => ({ name, bearers, weight: weigh(passage, spans, at, words) }));
  });
}

/** Whether a passage prints a name as that of its own office, and not of a place that it tells of. */
export function namesInFull(passages: readonly Passage[], name: string, words: IdentityWords): boolean {
  return passages.some(({ text, alone }) => {
    for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
      if (alone || !isToldOf(text, at, name.length, words)) return true;
    }
    return false;
  });
}

interface Span {
  readonly at: number;
  readonly name: string;
  readonly bearers: readonly Division[];
}

function spansIn(text: string, gazetteer: Gazetteer, words: IdentityWords): Span[] {
  const found: Span[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const rest = text.slice(at, at + 20);
    const here = new Map<string, Division[]>();
    for (const division of gazetteer.divisions(rest, null)) {
      const spelling = spelledIn(rest, division, words);
      // 城区, 郊区 and other names of two characters are words of every day.
      if (spelling === null || spelling.kind === 'short' || spelling.text.length < 3 || isWord(rest, spelling.text, words)) continue;
      here.set(spelling.text, [...(here.get(spelling.text) ?? []), division]);
    }
    for (const [name, bearers] of here) found.push({ at, name, bearers });
  }
  return found;
}

/** 海口市场: the last character of what looks like a name belongs to a word. */
function isWord(text: string, name: string, words: IdentityWords): boolean {
  const after = words.divisions.not_before[name.slice(-1)] ?? [];
  return after.includes(text[name.length] ?? '');
}

function weigh(passage: Passage, spans: readonly Span[], index: number, words: IdentityWords): Mention['weight'] {
  const { text, alone } = passage;
  const span = spans[index];
  if (span === undefined) return 'plain';
  if (alone) return 'own';
  if (isToldOf(text, span.at, span.name.length, words)) return 'passing';
  const clause = text.slice(0, span.at).split(/[。,;!?()]/).at(-1) ?? '';
  // The names before it in the clause are of no weight: 按照福建省、福州市部署.
  const start = span.at - clause.length;
  let lead = '';
  let from = start;
  for (const other of spans) {
    if (other.at < from || other.at + other.name.length > span.at) continue;
    lead += text.slice(from, other.at);
    from = other.at + other.name.length;
  }
  lead += text.slice(from, span.at);
  const after = /^[^。,;!?:]*/.exec(text.slice(span.at + span.name.length))?.[0] ?? '';
  const { addresses, superior } = words.prose;
  if (new RegExp(`${anyOf(addresses)}:$`, 'u').test(lead)) return 'own';
  const isSuperior = superior.some(({ before, after: behind }) =>
    new RegExp(`${anyOf(before)}(?:${anyOf([...before, ...words.prose.beside_superior])}|[《<“"、的])*$`, 'u').test(lead) && isRun(lead, before) && new RegExp(anyOf(behind), 'u').test(after));
  return isSuperior ? 'own' : 'plain';
}

/** The lead to a superior is short: a list of bodies, no sentence. */
function isRun(lead: string, before: readonly string[]): boolean {
  const at = Math.max(...before.map((word) => lead.lastIndexOf(word)));
  return lead.length - at <= 40;
}

/** Whether a word of a visit, a model, a partner stands before a name in its sentence, or after it in its clause. */
function isToldOf(text: string, at: number, length: number, words: IdentityWords): boolean {
  const before = text.slice(Math.max(0, at - 60), at).split(/[。;!?]/).at(-1) ?? '';
  const after = /^[^。,;!?:()]*/.exec(text.slice(at + length, at + length + 60))?.[0] ?? '';
  return isPassing(before, words) || isPassing(after, words);
}
