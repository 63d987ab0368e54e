import { chaptersOf } from '../../../src/interpret/chapters/chapters.js';
import { paragraphsOf, type ProseLine } from '../../../src/interpret/chapters/paragraphs.js';
import type { Figure } from '../../../src/interpret/narrative/figures.js';
import { toldFigures, type Reading } from '../../../src/interpret/narrative/told-figures.js';
import { defaultPipelineFolder, loadPipeline } from '../../../src/pipeline/load-pipeline.js';

const { narrative, chapters, labels } = await loadPipeline(defaultPipelineFolder());

/** Of a town, and of 2012. */
export const about: Reading = { year: 2012, issuer: '甲市乙县朱坝镇', scanned: new Set<number>() };

/** Headings of chapters. */
export const disclosure = '二、主动公开政府信息情况';
export const requests = '三、依申请公开政府信息情况';
export const proceedings = '五、因政府信息公开申请行政复议、提起行政诉讼的情况';

export const figuresIn = (lines: readonly ProseLine[], reading = about): Figure[] => toldFigures(chaptersOf(paragraphsOf(lines), chapters, labels), reading, narrative, labels);

export const lined = (...texts: string[]): ProseLine[] => texts.map((text, i) => ({ text, page: 1, size: 0, line: i + 1 }));

/** Figures as texts, `? doubts` behind those that are not vouched for: `received.total 9件 ? period`. */
export const written = (figures: readonly Figure[]): string[] => figures.map(({ statement: s, doubts }) => `${s.indicator} ${s.value}${s.unit}${doubts.length > 0 ? ` ? ${doubts.join()}` : ''}`);

/** What a heading and paragraphs below it tell. */
export const told = (...texts: string[]): string[] => written(figuresIn(lined(...texts)));

/** The same in the report of another office. */
export const toldBy = (issuer: string, ...texts: string[]): string[] => written(figuresIn(lined(...texts), { ...about, issuer }));
