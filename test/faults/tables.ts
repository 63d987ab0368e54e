// A search for tables in a process of its own, so that it can be killed: `tables.ts <folder>`.
// Says the name of each document that is done.
import { basename } from 'node:path';
import { findTablesOfAll } from '../../src/batch/tables-batch.js';
import { tablesBatchIn } from '../batch/folder.js';

const [folder = ''] = process.argv.slice(2);
await findTablesOfAll(tablesBatchIn(folder, { jobs: 1, onProgress: ({ last }) => process.stdout.write(`${basename(last)}\n`) }));
