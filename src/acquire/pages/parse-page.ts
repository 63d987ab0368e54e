import { Parser, type Handler } from 'htmlparser2';

/** Browsers stop at 512 elements in each other. The parser looks through all that are open at each end of one, which is slow beyond thousands. */
const deepest = 2000;
/** Characters that are handed to the parser at a time; between two pieces the depth is looked at. */
const piece = 65_536;

/**
 * Hands a page to `handler`, from its start to its end, or to where elements lie
 * so deep in each other that the rest can't be read in a sensible time.
 *
 * @returns whether the rest was left out
 */
export function parsePage(source: string, handler: Pick<Handler, 'onopentag' | 'ontext' | 'onclosetag'>): { readonly cut: boolean } {
  let depth = 0;
  const parser = new Parser({
    ...handler,
    onopentag(...opened) {
      depth += 1;
      handler.onopentag(...opened);
    },
    onclosetag(...closed) {
      depth -= 1;
      handler.onclosetag(...closed);
    },
  });
  let at = 0;
  for (; at < source.length && depth < deepest; at += piece) parser.write(source.slice(at, at + piece));
  const cut = at < source.length;
  if (!cut) parser.end();
  return { cut };
}
