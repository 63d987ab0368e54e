import type { HostCounts } from '../client/options.js';
import type { Catalog } from './catalog.js';

/** Requests by host and day (UTC) in the catalog; older days are forgotten. */
export function hostCounts(catalog: Catalog, now: () => Date): HostCounts {
  const day = (): string => now().toISOString().slice(0, 10);
  return {
    today: (host) => Number(catalog.rows('SELECT count FROM requests WHERE day = ? AND host = ?', day(), host)[0]?.count ?? 0),
    add: (host) =>
      catalog.together(() => {
        catalog.change('DELETE FROM requests WHERE day < ?', day());
        catalog.change('INSERT INTO requests (day, host, count) VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET count = count + 1', day(), host);
      }),
  };
}
