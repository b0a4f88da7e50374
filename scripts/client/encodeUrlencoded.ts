import { CallError } from './errors.ts';
import { type FormOptions, formEntries } from './formEntries.ts';

/**
 * An `application/x-www-form-urlencoded` body (URL Standard section 5.2): an array is its name once per item.
 * @throws {CallError} if the body is no object, or holds a file
 */
export function encodeUrlencoded(body: unknown, options?: FormOptions): string {
  const search = new URLSearchParams();
  for (const [name, value] of formEntries(body, options)) {
    if (typeof value !== 'string') throw new CallError(`${name}: a file cannot be sent urlencoded`);
    search.append(name, value);
  }
  return search.toString();
}
