import { openArchive, isArchive } from '../acquire/archive/open-archive.js';
import type { ArchivedDocument } from '../acquire/archive/archive.js';
import { documentNames } from '../acquire/archive/document-names.js';
import type { ListedAs } from '../model/report.js';
import { byCodePoint } from '../export/code-points.js';
import { membersOf } from './containers/members.js';
import { documentsIn } from './inputs.js';

/** A document of a run: what the dataset calls it, and where its bytes lie. */
export interface RunInput {
  /** The path of a file; of a document from an archive the address it was fetched from. */
  readonly source: string;
  /** A source for `SourceBytes`: the file, or what lies in it. */
  readonly path: string;
  /** After which files about it are named: the path of the file; of a document from an archive one for people, in the archive's folder. */
  readonly name: string;
  /** Of a document from an archive: the hash of its bytes, where they are not those of a member. */
  readonly sha256?: string;
  /** What lists say of it. */
  readonly listed?: ListedAs;
  /** Sources of the pages that it was found on. */
  readonly attachedTo?: readonly string[];
}

/** The sources of the files that were found on each page, by its source. */
export function attachedIn(inputs: readonly RunInput[]): ReadonlyMap<string, readonly string[]> {
  const files = new Map<string, string[]>();
  for (const { source, attachedTo = [] } of inputs) for (const page of attachedTo) files.set(page, [...(files.get(page) ?? []), source]);
  return files;
}

/**
 * The documents of a run, sorted by source and each once: those of archives by
 * their addresses, each in its newest version, and those of files and folders.
 */
export async function runInputs(given: readonly string[], apart: readonly string[], now: () => Date): Promise<readonly RunInput[]> {
  const inputs = new Map<string, RunInput>();
  const others: string[] = [];
  for (const one of given) {
    if (await isArchive(one)) for (const input of await archived(one, now)) inputs.set(input.source, input);
    else others.push(one);
  }
  for (const path of await documentsIn(others, apart)) inputs.set(path, { source: path, path, name: path });
  return [...inputs.values()].sort((a, b) => byCodePoint(a.source, b.source));
}

async function archived(folder: string, now: () => Date): Promise<readonly RunInput[]> {
  const archive = await openArchive(folder, now);
  try {
    const inputs: RunInput[] = [];
    const documents = archive.documents();
    const names = documentNames(documents);
    for (const document of documents) {
      const { address, receipt } = document;
      const path = archive.pathOf(receipt.sha256);
      const listed = listedAs(document);
      const said = { attachedTo: document.attachedTo, ...(listed === undefined ? {} : { listed }) };
      const name = `${folder.replace(/\/+$/, '')}/${names.get(address) ?? receipt.sha256}`;
      const members = await membersOf(path);
      if (members === null) inputs.push({ source: address, path, name, sha256: receipt.sha256, ...said });
      else inputs.push(...members.map((member) => ({ source: address + member.slice(path.length), path: member, name: name + member.slice(path.length), ...said })));
    }
    return inputs;
  } finally {
    archive.close();
  }
}

/** What all lists together say, each thing by the first that says it; undefined where none says anything. */
function listedAs({ listings, receipt }: ArchivedDocument): ListedAs | undefined {
  const said = [...listings, ...(receipt.listed === undefined ? [] : [receipt.listed])];
  const [issuer, year, title] = [said.find((one) => one.issuer)?.issuer, said.find((one) => one.year)?.year, said.find((one) => one.title)?.title];
  if (issuer === undefined && year === undefined && title === undefined) return undefined;
  return { ...(issuer === undefined ? {} : { issuer }), ...(year === undefined ? {} : { year }), ...(title === undefined ? {} : { title }) };
}
