const printed = /(?<!\d)(20\d\d|19\d\d)\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?!\d)/;

/** A date in a text (`2023-01-13`, `2023年1月13日`, `2023/1/13`), ISO 8601; undefined where there is none. */
export function dateIn(text: string): string | undefined {
  const found = printed.exec(text);
  return found === null ? undefined : iso(Number(found[1]), Number(found[2]), Number(found[3]));
}

/** China has one time zone, and its sites count by it. */
const chinaHours = 8;

/** A date as JSON has it: a text, or a time in seconds or milliseconds since 1970. */
export function dateOf(value: unknown): string | undefined {
  if (typeof value === 'number' || (typeof value === 'string' && /^\d{9,13}$/.test(value))) {
    const count = Number(value);
    const time = count < 1e11 ? count * 1000 : count;
    if (time <= 0 || time > 4.1e12) return undefined;
    return new Date(time + chinaHours * 3_600_000).toISOString().slice(0, 10);
  }
  return typeof value === 'string' ? dateIn(value.slice(0, 40)) : undefined;
}

function iso(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : undefined;
}
