/** A line of a CSV file, by the heads of its columns. */
export type Row = Record<string, string>;

/** The lines of a CSV file whose cells hold no line ends. */
export const rowsOf = (csv: string): Row[] => {
  const [head = [], ...lines] = csv.trim().split('\n').map((line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((m) => (m[1] ?? m[2] ?? '').replaceAll('""', '"')));
  return lines.map((line) => Object.fromEntries(head.map((name, i) => [name, line[i] ?? ''])));
};
