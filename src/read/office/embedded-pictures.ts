import { SkipDocument } from '../../model/errors.js';
import { mayHoldTable, type InsetPicture } from '../inset-pictures.js';
import type { Zip } from '../zip.js';
import { relatedTo } from './parts.js';

/** A picture that a part of a package shows, by the id of its relationship. */
export interface EmbeddedPicture extends Omit<InsetPicture, 'bytes'> {
  readonly id: string;
}

/** The pictures that may hold a table, with their bytes: none where a picture is not in the package, or broken. */
export async function embedded(zip: Zip, part: string, pictures: readonly EmbeddedPicture[]): Promise<InsetPicture[]> {
  const large = pictures.filter(({ shown }) => mayHoldTable(shown));
  if (large.length === 0) return [];
  const targets = new Map((await relatedTo(zip, part)).map((r) => [r.id, r.part]));
  return Promise.all(large.map(async ({ id, line, shown }) => ({ bytes: await bytesOf(zip, targets.get(id)), line, shown })));
}

async function bytesOf(zip: Zip, name: string | undefined): Promise<Uint8Array> {
  try {
    return name === undefined ? new Uint8Array() : await zip.read(name);
  } catch (error) {
    if (error instanceof SkipDocument) return new Uint8Array();
    throw error;
  }
}
