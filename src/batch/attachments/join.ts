import type { ReportKey, StoredDocument } from '../../export/stored-document.js';
import type { DocumentResult } from '../../model/report.js';
import { joined } from '../../pipeline/joined-report.js';
import type { PageAndFiles } from './pairs.js';

/** The same documents, those of each pair as one report where they hold one. Each is read again when it is written, and joined anew. */
export async function joinAttachments(documents: readonly StoredDocument[], pairs: readonly PageAndFiles[]): Promise<readonly StoredDocument[]> {
  const instead = new Map<StoredDocument, StoredDocument>();
  for (const pair of pairs) {
    const members = [pair.page, ...pair.attachments];
    const read = async (): Promise<readonly DocumentResult[] | null> => {
      const [page, ...attachments] = await Promise.all(members.map((m) => m.read()));
      return page ? joined({ page, attachments }) : null;
    };
    const results = await read();
    results?.forEach((result, i) => {
      const member = members[i];
      if (member) instead.set(member, { source: member.source, reports: keysOf(result), read: async () => (await read())?.[i] ?? member.read() });
    });
  }
  return documents.map((document) => instead.get(document) ?? document);
}

const keysOf = (document: DocumentResult): ReportKey[] => document.reports.map(({ identity }) => ({ divisionCode: identity.divisionCode, issuer: identity.issuer, year: identity.year }));
