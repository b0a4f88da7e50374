/**
 * How long a server asks to be left alone: the field `Retry-After` (RFC 9110 section 10.2.3), a number of seconds or a
 * date, which is read by the server's own clock where it tells its time. In milliseconds; `undefined` where it says nothing.
 */
export function retryAfter(headers: Record<string, string[]>, now: number): number | undefined {
  const [value = ''] = headers['retry-after'] ?? [];
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const until = readDate(value);
  if (until === undefined) return undefined;
  return Math.max(0, until - (readDate(headers.date?.[0] ?? '') ?? now));
}

/** A date in one of the three forms of RFC 9110 section 5.6.7, all of them UTC. */
function readDate(text: string): number | undefined {
  if (!/^[A-Z][a-z]{2,8},? .*\d\d:\d\d:\d\d( GMT| \d{4})$/.test(text)) return undefined;
  const time = Date.parse(text.endsWith(' GMT') ? text : `${text} GMT`);
  return Number.isNaN(time) ? undefined : time;
}
