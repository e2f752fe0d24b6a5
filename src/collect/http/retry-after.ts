/**
 * The value of a Retry-After header: seconds, or a date (RFC 9110, 10.2.3).
 * @param now milliseconds since 1970
 * @returns milliseconds to wait, never below 0; null where there is none or it is no such value
 */
export function retryAfter(value: string | null, now: number): number | null {
  if (value === null) return null;
  if (/^\s*\d+\s*$/.test(value)) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
