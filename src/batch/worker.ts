import { loadPipeline } from '../pipeline/load-pipeline.js';
import { runDocument } from '../pipeline/run-document.js';
import { KeptReaders } from '../pipeline/scan-readers.js';
import { failed } from './failed.js';
import { serve } from './serve.js';

// Reads reports, in a process of its own: worker FOLDER-OF-THE-PIPELINE
const [folder = ''] = process.argv.slice(2);

await serve(async () => {
  const pipeline = await loadPipeline(folder);
  const readers = new KeptReaders(pipeline.models);
  return { fileMegabytes: pipeline.limits.file_megabytes, read: (bytes, source, _into, pageRead) => runDocument(bytes, source, pipeline, readers.open, pageRead), failed };
});
