/** Operators of content (ISO 32000-1, annex A) and how many operands each has; null where that differs. */
const operands = new Map<string, number | null>([
  ...each('b B b* B* BT BX EMC ET EX f F f* h n q Q s S T* W W* BI EI', 0),
  ...each("BMC CS cs d0 Do g G gs i j J M MP ri sh Tc Tj TJ TL Tr Ts Tw Tz w '", 1),
  ...each('BDC d DP l m Td TD Tf', 2),
  ...each('rg RG "', 3),
  ...each('k K re v y', 4),
  ...each('c cm d1 Tm', 6),
  ...each('SC SCN sc scn', null),
]);

function each(names: string, count: number | null): [string, number | null][] {
  return names.split(' ').map((name): [string, number | null] => [name, count]);
}

const token = /[\0\t\n\f\r ]+|%[^\r\n]*|((?:[+-]*(?:\d+\.?\d*|\.\d+)(?:-\d*)?|true|false|null)(?![A-Za-z0-9.])|\/[^\0-\x20()<>[\]{}/%\x7f-\xff]*|<[0-9A-Fa-f\0\t\n\f\r ]*>)|(<<|>>|[[\]])|(\()|([A-Za-z'"][A-Za-z0-9*]*)/y;
const endOfImage = /[\0\t\n\f\r ]EI(?![A-Za-z0-9*])/g;

/**
 * Whether a content stream reads from end to end as operators with their
 * operands. One that is not deflated has no checksum, and what was written over
 * it is not seen otherwise. Strings may have any bytes, and so may pictures.
 */
export function isProgram(text: string): boolean {
  let count = 0;
  let depth = 0;
  let lenient = 0;
  for (let at = 0; at < text.length;) {
    token.lastIndex = at;
    const found = token.exec(text);
    if (!found) return false;
    at = token.lastIndex;
    const [, operand, bracket, string, operator] = found;
    if (bracket !== undefined) {
      depth += bracket === '[' || bracket === '<<' ? 1 : -1;
      if (depth < 0) return false;
      if (depth === 0) count++;
    } else if (string !== undefined) {
      at = endOfString(text, at);
      if (at < 0) return false;
      if (depth === 0) count++;
    } else if (operand !== undefined) {
      if (depth === 0) count++;
    } else if (operator === 'ID') {
      endOfImage.lastIndex = at;
      if (!endOfImage.test(text)) return false;
      at = endOfImage.lastIndex;
      count = 0;
    } else if (operator !== undefined) {
      const wanted = operands.get(operator);
      if (operator === 'BX') lenient++;
      if (operator === 'EX') lenient--;
      if (depth > 0 || (lenient <= 0 && (wanted === undefined || (wanted !== null && count !== wanted)))) return false;
      count = 0;
    }
  }
  return depth === 0 && count === 0;
}

/** The place behind a literal string; -1 where it does not end. */
function endOfString(text: string, at: number): number {
  let depth = 1;
  for (let end = at; end < text.length; end++) {
    const c = text[end];
    if (c === '\\') end++;
    else if (c === '(') depth++;
    else if (c === ')' && --depth === 0) return end + 1;
  }
  return -1;
}
