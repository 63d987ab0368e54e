import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeArchive, type FolderArchive } from '../../../src/acquire/archive/open-archive.js';
import type { Refusal, WebAnswer } from '../../../src/acquire/web-client.js';

/** The time of the tests, by which days are counted. */
export const now = (): Date => new Date('2023-01-31T08:00:00Z');

/** A new archive in a folder of its own. */
export const newArchive = async (): Promise<FolderArchive> => makeArchive(join(await mkdtemp(join(tmpdir(), 'gongkai-')), 'archive'), now);

/** An answer with this text. */
export const answer = (address: string, text: string, more: Partial<WebAnswer> = {}): WebAnswer => ({
  kind: 'answer',
  address,
  finalAddress: address,
  fetchedAt: '2023-01-31T08:00:00.000Z',
  status: 200,
  headers: { 'content-type': 'text/html' },
  bytes: new TextEncoder().encode(text),
  ...more,
});

export const refusal = (address: string, code: string, passing: boolean, fetchedAt = '2023-01-31T08:00:00.000Z'): Refusal => ({
  kind: 'refused',
  address,
  finalAddress: address,
  fetchedAt,
  code,
  message: `${address}: ${code}`,
  hint: '',
  passing,
});

export const unchanged = (address: string, fetchedAt = '2023-02-28T08:00:00.000Z') => ({ kind: 'unchanged', address, finalAddress: address, fetchedAt }) as const;
