import { z } from 'zod';

/** A regular expression in a file of the pipeline; upper and lower case are one. */
export const pattern = z.string().min(1).refine(compiles, { error: 'is no regular expression' });

function compiles(text: string): boolean {
  try {
    new RegExp(text, 'iu');
    return true;
  } catch {
    return false;
  }
}
