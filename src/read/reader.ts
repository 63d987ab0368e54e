import type { Finding } from '../model/finding.js';
import type { Method, ReadDocument } from '../model/page.js';

export interface ReadLimits {
  /** Pages after this many are not read. */
  readonly pages: number;
}

/** One format: how its bytes are recognised, and how they become pages. */
export interface Reader {
  readonly mediaType: string;
  readonly method: Method;
  /** Whether the bytes are of this format; by content, never by name. */
  recognises(bytes: Uint8Array): boolean;
  /** @throws SkipDocument where nothing can be read */
  read(bytes: Uint8Array, limits: ReadLimits): Promise<{ document: ReadDocument; findings: Finding[] }>;
}
