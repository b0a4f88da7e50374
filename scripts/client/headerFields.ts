import { CallError } from './errors.ts';

/** As openapi-fetch takes them: null takes a header away. */
export type HeaderFields = Headers | Readonly<Record<string, unknown>>;

/**
 * Header fields in the order of their sources, a later one replacing an earlier one of its name. An array or an object is
 * written in the style `simple` (OpenAPI 3.1 section 4.8.12.3).
 * @throws {CallError} if a header cannot carry its value; the message does not repeat it
 */
export function headerFields(...sources: (HeaderFields | undefined)[]): Headers {
  const headers = new Headers();
  for (const source of sources) {
    for (const [name, value] of source instanceof Headers ? source : Object.entries(source ?? {})) {
      if (value === null) headers.delete(name);
      else if (value !== undefined) setField(headers, name, simple(value));
    }
  }
  return headers;
}

/** `Cookie` (RFC 6265 section 4.2.1); `undefined` where there is none. */
export function cookieField(cookies: Readonly<Record<string, unknown>>): string | undefined {
  const pairs = Object.entries(cookies).filter(([, value]) => value !== undefined && value !== null);
  return pairs.length === 0 ? undefined : pairs.map(([name, value]) => `${name}=${simple(value)}`).join('; ');
}

function setField(headers: Headers, name: string, value: string): void {
  try {
    headers.set(name, value);
  } catch {
    throw new CallError(`the header ${name} cannot carry its value`);
  }
}

function simple(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  return (Array.isArray(value) ? value : Object.entries(value).flat()).join();
}
