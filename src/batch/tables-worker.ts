import { basename, dirname } from 'node:path';
import { writeTables, writtenNothing } from '../export/write-tables.js';
import { findDocumentTables } from '../pipeline/find-document-tables.js';
import { loadTablesPipeline } from '../pipeline/load-tables-pipeline.js';
import { without } from '../pipeline/without-tables.js';
import { serve } from './serve.js';
import type { TablesWork } from './tables-batch.js';

// Finds tables and writes them, in a process of its own: tables-worker FOLDER-OF-THE-PIPELINE WORK-AS-JSON
const [folder = '', json = ''] = process.argv.slice(2);

await serve(async () => {
  const pipeline = await loadTablesPipeline(folder);
  const work = JSON.parse(json) as TablesWork;
  return {
    fileMegabytes: pipeline.limits.file_megabytes,
    read: async (bytes, source, into) => writeTables(await findDocumentTables(bytes, source, pipeline, work), dirname(into), basename(into), work),
    failed: (source, finding) => writtenNothing(without(source, [finding])),
  };
});
