/** A text as it is compared, with the way back. */
export interface PlainText {
  readonly text: string;
  /** Where each of its characters stands in the text as printed. */
  readonly at: readonly number[];
}

/** Quotation marks say nothing about a figure: “同意公开”的为160件. */
const quotes = /["'“”‘’「」『』＂]/u;

/**
 * Without white space and quotation marks, full-width forms as ordinary ones, traditional characters as `characters` says.
 * ① and ³ become `·`: as digits they would be part of a number.
 */
export function plainText(printed: string, characters: Readonly<Record<string, string>>): PlainText {
  let text = '';
  const at: number[] = [];
  let index = 0;
  for (const character of printed) {
    if (!/\s/u.test(character) && !quotes.test(character)) {
      const plain = /\p{No}/u.test(character) ? '·' : character.normalize('NFKC').trim();
      for (const one of plain) {
        const known = characters[one] ?? one;
        text += known;
        for (let i = 0; i < known.length; i++) at.push(index);
      }
    }
    index += character.length;
  }
  return { text, at };
}
