// How a report is dressed: engine, type, paper, rules, where the pages break.

export type Lines = 'across' | 'vertical' | 'stacked';

export interface Break {
  readonly table: 'disclosure' | 'requests' | 'proceedings';
  /** The row that begins the next page, or that is cut. */
  readonly row: string;
  /** Lines of its label that stay on the page; without it the row goes over whole. */
  readonly inside?: number;
}

export interface Dress {
  readonly engine: 'chromium' | 'libreoffice';
  readonly font: string;
  readonly headingFont: string;
  /** Points, in the tables and in the prose. */
  readonly size: number;
  readonly prose: number;
  readonly paper: readonly [number, number];
  /** Top, right, bottom, left. */
  readonly margin: readonly [number, number, number, number];
  readonly padding: number;
  readonly rule: number;
  readonly ruleColour: string;
  readonly rowHeight: number;
  readonly head: Lines;
  readonly group: Lines;
  readonly repeatHead: boolean;
  readonly cutRows: boolean;
  /** The rules close around both halves of a cell that the page end cuts; Chromium leaves them open by itself. */
  readonly closed: boolean;
  readonly fill: string;
  readonly labels: 'left' | 'center';
  readonly align: 'top' | 'middle';
  readonly pageNumber: '' | '-N-' | '—N—' | '第N页' | 'N';
  readonly outside: boolean;
  readonly runningHead: string;
  readonly paragraphs: number;
  /** The chapter of the table begins a page. */
  readonly fresh: boolean;
  readonly oneTable: boolean;
  readonly splitHead: boolean;
  readonly chapters: 'standard' | 'long' | 'restart' | 'instructed';
  readonly break?: Break;
}

export const a4 = [595.3, 841.9] as const;
export const a4Landscape = [841.9, 595.3] as const;
export const letter = [612, 792] as const;

export const plainDress: Dress = {
  engine: 'chromium', font: 'AR PL SungtiL GB', headingFont: 'WenQuanYi Zen Hei', size: 10, prose: 16, paper: a4,
  margin: [72, 72, 72, 72], padding: 3, rule: 0.75, ruleColour: '#000000', rowHeight: 22, head: 'across', group: 'across',
  repeatHead: false, cutRows: false, closed: false, fill: '', labels: 'left', align: 'middle', pageNumber: '-N-', outside: false, runningHead: '', paragraphs: 3,
  fresh: false, oneTable: true, splitHead: false, chapters: 'standard',
};

export const dressed = (changes: Partial<Dress>): Dress => ({ ...plainDress, ...changes });
export const contentWidth = (dress: Dress): number => dress.paper[0] - dress.margin[1] - dress.margin[3];
export const contentHeight = (dress: Dress): number => dress.paper[1] - dress.margin[0] - dress.margin[2];
export const proseLine = (dress: Dress): number => Math.round(dress.prose * 1.75);
export const tableLine = (dress: Dress): number => Math.round(dress.size * 1.25 * 10) / 10;
