/**
 * Reads a `Retry-After` header: seconds, or a date.
 *
 * @param header Its value; null when there is none.
 * @param today The time of day, as a Unix time in milliseconds.
 * @returns Milliseconds from now, never negative; undefined when it says nothing.
 */
export function retryAfterInMs(header: string | null, today: number): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d+$/.test(text)) return Number(text) * 1_000;
  // Date.parse takes much for a date ("-5" is one); HTTP's starts with a day of the week.
  const date = /^[A-Z][a-z]{2,8}, /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - today);
}
