import { type FormOptions, formEntries } from './formEntries.ts';

/**
 * A `multipart/form-data` body (RFC 7578); a File keeps its name. Its content type, with the boundary, is for `fetch` to set.
 * @throws {CallError} if the body is no object
 */
export function encodeForm(body: unknown, options?: FormOptions): FormData {
  const form = new FormData();
  for (const [name, value] of formEntries(body, options)) form.append(name, value);
  return form;
}
