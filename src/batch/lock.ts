import { randomUUID } from 'node:crypto';
import { link, readFile, rename, stat, unlink, utimes, writeFile } from 'node:fs/promises';
import pidusage from 'pidusage';
import { StopRun } from '../model/errors.js';
import { systemCode, unwritable } from '../export/unwritable.js';

/** Who holds a lock. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
}

interface Held extends Holder {
  /** ISO 8601. */
  readonly since: string;
  readonly token: string;
}

/** Milliseconds between two signs of life of a holder, and without one until it counts as gone (only told by this on another host). */
const SIGN_OF_LIFE = 10_000;
const GONE_AFTER = 60_000;

/** What a file system says that knows no hard links. */
const NO_LINKS: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']);

/** What a lock keeps for one process: in words, and the option that names another. */
export interface Locked {
  readonly what: string;
  readonly option: string;
}

const outputFolder: Locked = { what: 'output folder', option: '--out' };

/** Taken by one run at a time; says who holds it. One whose holder is dead is taken over. */
export class Lock {
  readonly #path: string;
  readonly #held: Held;
  readonly #signs: NodeJS.Timeout;
  readonly #locked: Locked;

  private constructor(path: string, held: Held, now: () => Date, locked: Locked) {
    this.#path = path;
    this.#held = held;
    this.#locked = locked;
    this.#signs = setInterval(() => void utimes(path, now(), now()).catch(() => undefined), SIGN_OF_LIFE).unref();
  }

  static async take(path: string, holder: Holder, now: () => Date, locked: Locked = outputFolder): Promise<Lock> {
    const held: Held = { ...holder, since: now().toISOString(), token: randomUUID() };
    try {
      if (await create(path, held)) return new Lock(path, held, now, locked);
      const other = await heldAt(path);
      if (other !== null && !(await isGone(other, path, holder, now()))) throw inUse(other, path, locked);
      if ((await breakLock(path, other)) && (await create(path, held))) return new Lock(path, held, now, locked);
      throw inUse(await heldAt(path), path, locked);
    } catch (error) {
      throw unwritable(error, path);
    }
  }

  /** Stops the run where another one took the lock over, as it may when this machine was asleep. */
  async assertHeld(): Promise<void> {
    const holder = await heldAt(this.#path);
    if (holder?.token !== this.#held.token) throw inUse(holder, this.#path, this.#locked);
  }

  async release(): Promise<void> {
    clearInterval(this.#signs);
    if ((await heldAt(this.#path))?.token === this.#held.token) await unlink(this.#path).catch(() => undefined);
  }
}

/** Makes the lock whole or not at all: written under another name, then linked. */
async function create(path: string, held: Held): Promise<boolean> {
  const draft = `${path}.${held.token}`;
  await writeFile(draft, `${JSON.stringify(held)}\n`, { flag: 'wx' });
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    if (!NO_LINKS.has(systemCode(error))) throw error;
    await writeFile(path, `${JSON.stringify(held)}\n`, { flag: 'wx' });
    return true;
  } finally {
    await unlink(draft).catch(() => undefined);
  }
}

/** Takes a dead holder's lock away, unless another run was quicker and it is a living one's by now. */
async function breakLock(path: string, dead: Held | null): Promise<boolean> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return true;
    throw error;
  }
  const taken = await heldAt(aside);
  const right = taken === null || taken.token === dead?.token;
  if (!right) await link(aside, path).catch(() => undefined);
  await unlink(aside);
  return right;
}

async function heldAt(path: string): Promise<Held | null> {
  try {
    const held = JSON.parse(await readFile(path, 'utf8')) as Partial<Held> | null;
    const { pid, host, since, token } = held ?? {};
    return typeof pid === 'number' && typeof host === 'string' && typeof since === 'string' && typeof token === 'string' ? { pid, host, since, token } : null;
  } catch {
    return null;
  }
}

async function isGone(other: Held, path: string, self: Holder, now: Date): Promise<boolean> {
  if (other.host !== self.host) {
    const sign = await stat(path).catch(() => null);
    return sign === null || now.getTime() - sign.mtimeMs > GONE_AFTER;
  }
  if (other.pid === self.pid) return true;
  try {
    const { timestamp, elapsed } = await pidusage(other.pid, { maxage: 1000 });
    // A process that began after the lock was taken has only the number in common with its holder.
    return timestamp - elapsed > Date.parse(other.since) + 2000;
  } catch {
    return true;
  }
}

const inUse = (other: Held | null, path: string, { what, option }: Locked): StopRun =>
  new StopRun(
    5,
    other === null ? `Another run is writing to this ${what}` : `Another run is writing to this ${what}: process ${other.pid} on ${other.host}, since ${other.since}`,
    `Wait until it is done, or choose another folder with ${option}. If it is gone for good, delete ${path}`,
  );
