import { UsageError } from '../model/errors.ts';

/**
 * The base URL of a live server, without a slash at its end. Secrets go to it, so that plain HTTP is for this machine alone.
 * @throws {UsageError} if it is none, or not a safe one
 */
export function safeTarget(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPlain = url && !url.username && !url.password && !url.search && !url.hash;
  if (!isPlain || !['http:', 'https:'].includes(url.protocol)) {
    throw new UsageError(
      '--target is no base URL.\nGive one like https://staging.example.com/api: http or https, no query, no credentials.',
    );
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    throw new UsageError(
      '--target is plain HTTP, which anybody on the way can read.\nGive an https address; http is for this machine alone.',
    );
  }
  return url.href.replace(/\/+$/, '');
}

/** As `URL` writes it: IPv4 in full, IPv6 short and in brackets. RFC 1122 section 3.2.1.3, RFC 4291 section 2.5.3. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
