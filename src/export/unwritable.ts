import { StopRun } from '../model/errors.js';

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota is used up',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOENT: 'a part of the path is not there, and can not be made',
  ENOTDIR: 'a part of the path is a file',
  EIO: 'the disk gave an error',
  EFBIG: 'a file grew too large for the file system',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'the name is too long',
};

/** `ENOENT` and the like where the error is one of the system, else empty. */
export function systemCode(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error) || !('syscall' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

/** An error of the file system as the reason why a run must stop; any other error as it is. */
export function unwritable(error: unknown, path: string): unknown {
  const code = systemCode(error);
  if (error instanceof StopRun || code === '') return error;
  return new StopRun(5, `Can't write to ${path}: ${REASONS[code] ?? code}`, 'Make room, or choose another folder with --out; what was read so far is kept.');
}
