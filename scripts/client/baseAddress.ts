import { CallError } from './errors.ts';

/**
 * An API's base URL; in a browser it may be relative to the page.
 * @throws {CallError} if no path can be appended to it, or if it carries credentials, which every error would show
 */
export function baseAddress(baseUrl: string): string {
  const url = baseUrl === '' ? undefined : parse(baseUrl);
  if (!url || !/^https?:$/.test(url.protocol)) throw new CallError('baseUrl is no http or https URL');
  if (url.username || url.password)
    throw new CallError('baseUrl carries credentials: give them as `credentials`');
  if (url.search || url.hash) throw new CallError('baseUrl has a query or a fragment: no path can follow it');
  return url.href;
}

function parse(baseUrl: string): URL | undefined {
  try {
    return new URL(baseUrl, globalThis.location?.href);
  } catch {
    return undefined;
  }
}
