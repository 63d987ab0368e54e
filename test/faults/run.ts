// A run in a process of its own, so that it can be killed: `run.ts <folder>`.
// Says the name of each document that is done.
import { basename } from 'node:path';
import { runBatch } from '../../src/batch/run-batch.js';
import { batchIn } from '../batch/folder.js';

const [folder = ''] = process.argv.slice(2);
const outcome = await runBatch(batchIn(folder, { jobs: 1, onProgress: ({ last }) => process.stdout.write(`${basename(last)}\n`) }));
process.stdout.write(`resumed ${outcome.resumed}\n`);
