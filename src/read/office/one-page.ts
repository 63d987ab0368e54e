import type { Block, ReadDocument } from '../../model/page.js';

/** A document without pages, of what it says in its order. */
export const asOnePage = (mediaType: string, blocks: readonly Block[]): ReadDocument => ({
  mediaType,
  method: 'office',
  pageCount: 0,
  pages: [{ number: 1, width: 0, height: 0, words: [], hidden: [], rulings: [], areas: [], pictures: [], blocks }],
});
