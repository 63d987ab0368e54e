import type { Chapter } from '../chapters/chapters.js';
import type { Paragraph } from '../chapters/paragraphs.js';
import { plainText, type PlainText } from './plain-text.js';

/** A sentence of a report, and what it stands under. */
export interface Sentence {
  readonly section: string;
  readonly paragraph: Paragraph;
  /** Without white space and in ordinary forms. */
  readonly text: string;
  /** Where its characters stand in the paragraph as printed; before 0: in the heading that a paragraph without a subject was put behind. */
  readonly at: readonly number[];
  /** The headings above it, outermost first. */
  readonly headings: readonly string[];
  /** What stands shortly before it in its paragraph. */
  readonly before: string;
}

/** A line that is a heading inside a chapter: numbered, short, and no sentence. */
const subheading = /^(?:\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十]{1,3}、|\d{1,2}[、.])[^。;\d]{2,36}$/u;
/** A paragraph that says only that there is nothing of what its heading names. */
const nothing = /^(?:[本我该][^,。]{0,8})?(?:均)?(?:无|没有|未发生|零)[^,。]{0,8}[。.]?$/u;

/** What a paragraph speaks of stands this near before its sentence, in characters. */
const shownBefore = 500;
/** A stretch without a full stop that has more characters than this is no sentence, and would take long to read. */
const longestSentence = 2000;

/** The sentences of a report's chapters. A paragraph that is nothing but 无 is read behind its heading; a numbered line may be a heading and tell something. */
export function sentencesOf(chapters: readonly Chapter[], characters: Readonly<Record<string, string>>): Sentence[] {
  return chapters.flatMap(({ section, heading, paragraphs }) => {
    let below = '';
    return paragraphs.flatMap((paragraph): Sentence[] => {
      const plain = plainText(paragraph.text, characters);
      const headings = [plainText(heading, characters).text, below].filter((h) => h !== '');
      const last = headings.at(-1) ?? '';
      if (subheading.test(plain.text)) below = plain.text;
      const whole: PlainText = nothing.test(plain.text) && last !== '' ? { text: `${last}:${plain.text}`, at: [...Array.from({ length: last.length + 1 }, () => -1), ...plain.at] } : plain;
      return cut(whole).map(({ from, to }) => ({ section, paragraph, text: whole.text.slice(from, to), at: whole.at.slice(from, to), headings, before: whole.text.slice(Math.max(0, from - shownBefore), from) }));
    });
  });
}

function cut({ text }: PlainText): { readonly from: number; readonly to: number }[] {
  const sentences: { from: number; to: number }[] = [];
  let from = 0;
  for (const { index } of text.matchAll(/[。!?]/gu)) {
    sentences.push({ from, to: index + 1 });
    from = index + 1;
  }
  if (from < text.length) sentences.push({ from, to: text.length });
  return sentences.filter((s) => s.to - s.from <= longestSentence);
}
