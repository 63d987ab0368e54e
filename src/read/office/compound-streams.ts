import { CFB } from '@e965/xlsx';

/** As much of the library's reader of compound files as is used; it comes without types. */
interface CompoundFiles {
  read(bytes: Buffer, options: { readonly type: 'buffer' }): object;
  find(file: object, name: string): { readonly content?: Uint8Array } | null;
}

/** What the streams of some names in a compound file hold; nothing of those that are not there, or where the file is broken. */
export function streamsIn(bytes: Uint8Array, names: readonly string[]): Buffer[] {
  const library = CFB as CompoundFiles;
  try {
    const file = library.read(Buffer.from(bytes), { type: 'buffer' });
    return names.flatMap((name) => {
      const content = library.find(file, name)?.content;
      return content ? [Buffer.from(content)] : [];
    });
  } catch {
    return [];
  }
}
