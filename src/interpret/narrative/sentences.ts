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

/** The same of the office and of a year: 我镇2012年度无此类情况. What is left of it is the year. */
const nothingOfIt = /^(?<year>(?:19|20)\d\d年度?|本年度?|全年|今年)?,?(?:[本我该][^,。\d]{1,8}?)?(?<later>(?:19|20)\d\d年度?|本年度?|全年|今年)?,?(?:尚|均|暂)?(?:无|没有|未发生|未出现|不存在)(?:任何|此类|该类|这类|相关|上述|以上)?(?:申请|情况|事项|情形|案件|现象)?(?:发生)?[。.]?$/u;

/** What a paragraph speaks of stands this near before its sentence, in characters. */
const shownBefore = 500;
/** A stretch without a full stop that has more characters than this is no sentence, and would take long to read. */
const longestSentence = 2000;

/** The sentences of a report's chapters. A paragraph that is nothing but 无 is read behind its heading (无 and 我镇2012年度无此类情况 alike); a numbered line may be a heading and tell something. */
export function sentencesOf(chapters: readonly Chapter[], characters: Readonly<Record<string, string>>): Sentence[] {
  return chapters.flatMap(({ section, heading, paragraphs }) => {
    let below = '';
    return paragraphs.flatMap((paragraph): Sentence[] => {
      const plain = withOpenHeadings(plainText(paragraph.text, characters));
      const headings = [plainText(heading, characters).text, below].filter((h) => h !== '');
      const last = headings.at(-1) ?? '';
      if (subheading.test(plain.text)) below = plain.text;
      const whole = behindItsHeading(last, plain);
      return cut(whole).map(({ from, to }) => ({ section, paragraph, text: whole.text.slice(from, to), at: whole.at.slice(from, to), headings, before: whole.text.slice(Math.max(0, from - shownBefore), from) }));
    });
  });
}

/** (一)主动公开的数量。2012年共66条: what a heading inside a paragraph names is told by the sentence behind it. */
const openHeading = /(?<=(?:^|[。;])(?:\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十]{1,3}、|\d{1,2}[、.])[^,;:。\d]{2,24}(?:数量|总数|条数|件数))。(?=.)/gu;
const withOpenHeadings = ({ text, at }: PlainText): PlainText => ({ text: text.replace(openHeading, ':'), at });

const numbering = /^(?:\([^)]{1,3}\)|[一二三四五六七八九十\d]{1,3}[、.])/u;

function behindItsHeading(heading: string, paragraph: PlainText): PlainText {
  if (heading === '') return paragraph;
  const words = nothingOfIt.exec(paragraph.text)?.groups;
  const { text, at } = words ? { text: '无。', at: paragraph.at.slice(-2) } : paragraph;
  if (!words && !nothing.test(text)) return paragraph;
  const before = `${words?.['year'] ?? words?.['later'] ?? ''}${heading.replace(numbering, '')}:`;
  return { text: before + text, at: [...Array.from(before, () => -1), ...at] };
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
