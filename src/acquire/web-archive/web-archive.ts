import { SkipDocument } from '../../model/errors.js';
import { finding } from '../../model/findings.js';
import { gzipBeginning, gzipMember, isGzip, type GzipMember } from './gzip-members.js';
import { decodedBody, fieldsOf, headOf, httpAnswer } from './http-body.js';

/** What an archive may hold. Bytes are counted as they come out of it. */
export interface ArchiveLimits {
  readonly members: number;
  /** Of one member. */
  readonly memberBytes: number;
  /** Of all that has to be inflated to list the members. */
  readonly allBytes: number;
}

/** An answer that a web archive keeps: a record of it, by where it lies. */
interface Response {
  readonly uri: string;
  /** Of the gzip member that holds the record; -1 where the file is not compressed. */
  readonly member: number;
  readonly from: number;
  readonly to: number;
}

const warc = Buffer.from('WARC/');

/** Whether bytes are a web archive (WARC, ISO 28500), compressed or not; by their beginning. */
export function isWebArchive(bytes: Uint8Array): boolean {
  if (!isGzip(bytes)) return warc.equals(bytes.subarray(0, warc.length));
  try {
    return warc.equals(gzipBeginning(bytes).subarray(0, warc.length));
  } catch {
    return false;
  }
}

/**
 * The pages and files that a web archive keeps: its records of answers with
 * status 200, by their addresses; the second of one address is named `…#2`.
 *
 * @throws SkipDocument where it is broken or goes beyond a limit
 */
export class WebArchive {
  readonly #bytes: Buffer;
  readonly #limits: ArchiveLimits;
  readonly #responses: ReadonlyMap<string, Response>;

  constructor(bytes: Uint8Array, limits: ArchiveLimits) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#limits = limits;
    this.#responses = this.#list();
  }

  get names(): readonly string[] {
    return [...this.#responses.keys()];
  }

  /** The bytes of a page or a file as its server had them. @throws SkipDocument */
  read(name: string): Promise<Uint8Array> {
    const response = this.#responses.get(name);
    if (!response) throw unreadable(`there is no ${name} in it`);
    const most = this.#limits.memberBytes;
    try {
      const source = response.member < 0 ? this.#bytes : gzipMember(this.#bytes, response.member, this.#limits.memberBytes).content;
      if (response.to > source.length) throw new Error('the record is cut off');
      const answer = httpAnswer(source.subarray(response.from, response.to));
      return Promise.resolve(answer ? decodedBody(answer, most) : new Uint8Array());
    } catch (error) {
      throw refusal(error);
    }
  }

  #list(): Map<string, Response> {
    const found = new Map<string, Response>();
    const add = (response: Response): void => {
      let name = response.uri;
      for (let number = 2; found.has(name); number++) name = `${response.uri}#${number}`;
      if (found.size >= this.#limits.members) throw tooLarge(`more than ${this.#limits.members} members`);
      found.set(name, response);
    };
    try {
      if (!isGzip(this.#bytes)) responsesIn(this.#bytes, -1, add);
      else for (const { offset, content } of this.#gzipMembers()) responsesIn(content, offset, add);
    } catch (error) {
      throw refusal(error);
    }
    return found;
  }

  *#gzipMembers(): Generator<GzipMember> {
    let inflated = 0;
    for (let at = 0; at < this.#bytes.length && isGzip(this.#bytes, at); ) {
      const member = gzipMember(this.#bytes, at, this.#limits.memberBytes);
      inflated += member.content.length;
      if (inflated > this.#limits.allBytes) throw tooLarge(`more than ${this.#limits.allBytes / 1024 ** 2} MB when inflated`);
      yield member;
      at = member.end;
    }
  }
}

/** The records of answers with status 200 in some bytes. */
function responsesIn(bytes: Buffer, member: number, add: (response: Response) => void): void {
  let at = 0;
  while (at < bytes.length) {
    // Records end in two empty lines; some writers leave more.
    while (bytes[at] === 0x0d || bytes[at] === 0x0a) at++;
    if (at >= bytes.length) return;
    if (!warc.equals(bytes.subarray(at, at + warc.length))) throw unreadable('what stands between two records is none');
    const { text, end } = headOf(bytes, at);
    const fields = fieldsOf(text);
    const length = Number(fields.get('content-length') ?? NaN);
    if (!Number.isSafeInteger(length) || length < 0) throw unreadable('a record does not say how long it is');
    const uri = (fields.get('warc-target-uri') ?? '').replace(/^<|>$/g, '');
    const isAnswer = fields.get('warc-type') === 'response' && uri !== '' && /^HTTP\/\d(?:\.\d)? 200\b/.test(bytes.subarray(end, end + 20).toString('latin1'));
    if (isAnswer) add({ uri, member, from: end, to: end + length });
    at = end + length;
  }
}

const unreadable = (reason: string): SkipDocument => new SkipDocument(finding('archive-unreadable', '', { reason }));
const tooLarge = (limit: string): SkipDocument => new SkipDocument(finding('archive-too-large', '', { limit }));

function refusal(error: unknown): SkipDocument {
  if (error instanceof SkipDocument) return error;
  const { code, message } = error as { code?: string; message: string };
  return code === 'ERR_BUFFER_TOO_LARGE' || error instanceof RangeError ? tooLarge('a member that is too large when inflated') : unreadable(message);
}
