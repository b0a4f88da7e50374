import { baseUrl } from '../cli/baseUrl.ts';
import { isLoopback } from '../http/isLoopback.ts';
import { UsageError } from '../model/errors.ts';

/**
 * The base URL of a live server, without a slash at its end. Secrets go to it, so that plain HTTP is for this machine alone.
 * @throws {UsageError} if it is none, or not a safe one
 */
export function safeTarget(text: string): string {
  const target = baseUrl(text);
  const { protocol, hostname } = new URL(target);
  if (protocol === 'https:' || isLoopback(hostname)) return target;
  throw new UsageError(
    '--target is plain HTTP, which anybody on the way can read.\nGive an https address; http is for this machine alone.',
  );
}
