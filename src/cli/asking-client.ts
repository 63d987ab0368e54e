import type { Archive } from '../acquire/archive/archive.js';
import type { Notice } from '../acquire/client/options.js';
import type { WebClient } from '../acquire/web-client.js';
import type { Fetching } from '../pipeline/load-fetching.js';
import type { AskingOptions } from './asking-options.js';
import { printable } from './printable.js';
import type { Surroundings } from './surroundings.js';

/** The client of a command that asks sites: with the caps of its archive, telling people what goes on. */
export const askingClient = ({ settings, marks }: Pick<Fetching, 'settings' | 'marks'>, { allowHost, allowBadTls }: AskingOptions, archive: Archive, { clientOf, version, signal, err }: Surroundings): WebClient =>
  clientOf({ settings, marks, version, allowHosts: allowHost, allowBadTls, counts: archive.counts, signal, tell: (notice) => err(`${noticeText(notice)}\n`) });

const noticeText = ({ message }: Notice): string => printable(message);
