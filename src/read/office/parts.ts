import { SkipDocument } from '../../model/errors.js';
import { finding } from '../../model/findings.js';
import { childrenOf, parseXml, type Element } from '../xml.js';
import type { Zip } from '../zip.js';

/** A part of a package as XML. @throws SkipDocument where it is broken */
export async function partOf(zip: Zip, name: string): Promise<Element> {
  const bytes = await zip.read(name);
  try {
    return parseXml(bytes);
  } catch (error) {
    throw new SkipDocument(finding('unreadable', '', { reason: `${name}: ${error instanceof Error ? error.message : String(error)}` }));
  }
}

/** Another part that a part of a package speaks of. */
export interface Related {
  readonly id: string;
  /** The last word of its type: `image`, `drawing`. */
  readonly kind: string;
  readonly part: string;
}

/** The parts that a part speaks of by its relationships (Open Packaging Conventions, 9.3); what is outside of the package is not among them. */
export async function relatedTo(zip: Zip, part: string): Promise<Related[]> {
  const slash = part.lastIndexOf('/') + 1;
  const own = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
  if (!zip.names.includes(own)) return [];
  const inside = childrenOf(await partOf(zip, own), 'Relationship').filter(({ attributes }) => attributes['TargetMode'] !== 'External');
  return inside.map(({ attributes: { Id = '', Type = '', Target = '' } }) => ({ id: Id, kind: Type.slice(Type.lastIndexOf('/') + 1), part: resolved(part.slice(0, slash), Target) }));
}

function resolved(folder: string, target: string): string {
  const steps = target.startsWith('/') ? [] : folder.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
