/** What a spreadsheet takes for the begin of a formula, and the mark that keeps it from doing so. */
const DANGEROUS = /^[=+\-@\t\r＝＋－＠']/u;

/** A number as it is printed: `+6`, `-8`, `３`, or a lone `-` for a blank. */
const PRINTED_NUMBER = /^(?:-|[+\-＋－]?[0-9０-９]+(?:[.．][0-9０-９]+)?)$/u;

const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?$/;

/**
 * Text as it stands in a CSV cell: with a leading `'` where a spreadsheet would
 * run it as a formula. A `'` that stands there already is doubled, so that
 * taking one away always gives the text back.
 */
export const textCell = (text: string): string => (DANGEROUS.test(text) ? `'${text}` : text);

/** The text that `textCell` was given. */
export const textOfCell = (cell: string): string => (cell.startsWith("'") ? cell.slice(1) : cell);

/** Text as read off the page: a printed number stays a number. */
export const rawCell = (raw: string): string => (PRINTED_NUMBER.test(raw) ? raw : textCell(raw));

/** A number in a numeric column; what is no number is treated as text. */
export const numberCell = (number: string): string => (PLAIN_NUMBER.test(number) ? number : textCell(number));
