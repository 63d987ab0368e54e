const push = Object.getOwnPropertyDescriptor(Array.prototype, 'push');

/**
 * Gives arrays their own `push` back. The build of pdf.js that runs on older
 * engines puts one of core-js in its place, for every array of the process, to
 * set right what the engine says of lists of 2³² entries (V8 before 12.2): it is
 * many times slower. Has to be imported before anything of pdf.js is.
 */
export function restoreArrayPush(): void {
  if (push) Object.defineProperty(Array.prototype, 'push', push);
}
