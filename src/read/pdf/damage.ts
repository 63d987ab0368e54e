import { finding } from '../../model/findings.js';
import type { Finding } from '../../model/finding.js';
import type { OpenPdf } from './open.js';
import { Reference } from './salvage/syntax.js';

/** What is told of each page of a file as it is read: whether it is lost, whether it is whole. Pages count from 1. */
export class Damage {
  private readonly lost: number[] = [];
  private readonly cut: number[] = [];
  private readonly told: Finding[] = [];
  /** Why no page is vouched for; null where each one is asked for itself. */
  private readonly doubt: string | null;

  constructor(private readonly opened: OpenPdf) {
    const { examination, pagesBy } = opened;
    const isAsExamined = examination.isSound === (pagesBy === 'file');
    this.doubt = examination.doubt ?? (isAsExamined ? null : 'its structure is not as it should be');
  }

  /** Notes whether a page is lost, with its number kept free for it. */
  isLost(number: number): boolean {
    const { examination, pagesBy } = this.opened;
    if (pagesBy === 'file' || examination.pages[number - 1]?.page !== null) return false;
    this.lost.push(number);
    return true;
  }

  /** Notes whether something is lost of what a page shows. `seen`: what came out while it was read, and null where nothing did. */
  async isPartial(number: number, seen: string | null): Promise<boolean> {
    const { examination, pagesBy, document } = this.opened;
    const { ref } = await document.getPage(number);
    const lack = (pagesBy === 'salvage' ? examination.lackOfListed(number) : ref && examination.lackOf(new Reference(ref.num, ref.gen))) ?? seen;
    if (lack !== null) {
      this.cut.push(number);
      this.told.push(finding('page-cut', `p${number}`, { lack }));
    }
    return lack !== null || this.doubt !== null;
  }

  /** All that there is to be said, once the pages are read. */
  findings(): Finding[] {
    const { examination } = this.opened;
    const { lost, cut, doubt, told } = this;
    const isCut = !examination.isSound && examination.ending === 'cut';
    const isHurt = lost.length + cut.length > 0 || doubt !== null;
    if (!isCut && !isHurt) return [];
    return [finding(isCut ? 'file-cut' : 'file-damaged', '', { lost: this.loss() }), ...(doubt === null ? [] : [finding('nothing-certain', '', { reason: doubt })]), ...runs(lost).map(lostPages), ...told];
  }

  private loss(): string {
    const { lost, cut, doubt } = this;
    const whole = doubt === null ? 'its pages are whole' : 'what is lost of it can not be told';
    const parts = [lost.length > 0 ? `${pages(lost.length)} lost` : '', cut.length > 0 ? `${pages(cut.length)} not whole` : ''].filter((t) => t !== '');
    return parts.length > 0 ? parts.join(', ') : whole;
  }
}

const pages = (count: number): string => (count === 1 ? '1 page is' : `${count} pages are`);

/** A run of lost pages is told once. */
function lostPages([first, last]: readonly [number, number]): Finding {
  return finding('page-lost', `p${first}`, { further: first === last ? '' : `, and so are those up to page ${last}` });
}

function runs(numbers: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const number of numbers) {
    const before = found.at(-1);
    if (before && before[1] === number - 1) before[1] = number;
    else found.push([number, number]);
  }
  return found;
}
