/**
 * Text that comes from documents or file names, safe for a terminal: no control
 * characters, nothing that turns the direction of writing, on one line.
 */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]+/g, '�');
}

/** The end of a long path, which tells more than its begin. */
export const shortened = (text: string, length: number): string => (text.length <= length ? text : `…${text.slice(text.length - length + 1)}`);
