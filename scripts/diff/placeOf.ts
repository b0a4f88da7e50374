import { parsePointer } from '../json/pointer.ts';

/** A JSON pointer as a person reads it: below a path, `POST /cases requestBody/content/…`; elsewhere as it is. */
export function placeOf(pointer: string): string {
  const [top, path, method, ...rest] = parsePointer(pointer);
  if (top !== 'paths' || path === undefined) return pointer;
  if (method === undefined) return path;
  return [`${method.toUpperCase()} ${path}`, rest.join('/')].filter(Boolean).join(' ');
}
