import { load } from 'cheerio';
import { SkipDocument } from '../../model/errors.js';
import type { Finding } from '../../model/finding.js';
import { finding } from '../../model/findings.js';
import { withPictures } from '../inset-pictures.js';
import type { Reader } from '../reader.js';
import { articleOf } from './article.js';
import { linksIn } from './attachments.js';
import { dataPictures } from './data-pictures.js';
import { decodePage } from './decoding.js';
import { deepest, isTooDeep } from './depth.js';
import { publisherOf } from './publisher.js';
import { markHiddenBySheets } from './sheets.js';
import { tableKinds } from './tables.js';

/** A page shows what it is this early. */
const lookedAt = 65_536;

/** So many addresses are told in a finding. */
const mostNamed = 10;

/** Reads web pages: the article, with its tables as a browser shows them. Nothing in a page is run, and nothing that it names is fetched. */
export const htmlReader: Reader = {
  mediaType: 'text/html',
  method: 'html',
  recognises(bytes) {
    const begin = Buffer.from(bytes.subarray(0, lookedAt)).toString('latin1').replaceAll('\0', '');
    if (/^[^<]{0,4}\s*<(?:!doctype\s+html|html[\s>])/i.test(begin.replace(/^[\s\S]{0,200}?\?>\s*/, '').replace(/^(?:\s*<!--[\s\S]*?-->)+/, ''))) return true;
    const closed = begin.match(/<\/(?:table|tr|td|div|p|span|body|html|h\d)\s*>/gi) ?? [];
    return closed.length >= 2 && /<(?:table|div|p|body|h\d|meta)[\s>]/i.test(begin) && !/^%PDF|^PK/.test(begin);
  },
  async read(bytes) {
    const markup = decodePage(bytes);
    if (isTooDeep(markup)) throw new SkipDocument(finding('unreadable', '', { reason: `its elements lie in each other more than ${String(deepest)} times` }));
    const page = load(markup, { sourceCodeLocationInfo: true });
    const [body = page.root()[0]] = page('body').toArray();
    if (body === undefined) throw new SkipDocument(finding('no-text', ''));
    markHiddenBySheets(page);
    const kinds = tableKinds(body);
    const { root, blocks } = articleOf(page, body, kinds);
    const links = linksIn(body, root);
    const isWithoutTables = !blocks.some((b) => b.kind !== 'text');
    const findings: Finding[] = isWithoutTables && links.length > 0 ? [finding('attachment', '', { addresses: links.slice(0, mostNamed).map((l) => l.address).join(' ') })] : [];
    const sheet = { number: 1, width: 0, height: 0, words: [], hidden: [], rulings: [], areas: [], pictures: [], blocks };
    const { document, findings: unread } = await withPictures({ mediaType: 'text/html', method: 'html', pageCount: 0, pages: [sheet], publisher: publisherOf(page), ...(links.length > 0 ? { links } : {}) }, dataPictures(root));
    return { document, findings: [...findings, ...unread] };
  },
};
