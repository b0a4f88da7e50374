import { cutEndlessSchemas } from '../document/cutEndlessSchemas.ts';
import { UnusableParts } from '../document/unusable.ts';
import { DocumentError } from '../model/errors.ts';
import type { JsonObject } from '../model/json.ts';

/**
 * Nothing that is made of a schema without end would come to one: types, samples, verdicts.
 * @param file the root document, as it is to be named
 * @throws {DocumentError} on a schema that leads back to itself, or doubles itself, before it comes to a value
 */
export function refuseEndless(document: JsonObject, file: string): void {
  const unusable = new UnusableParts();
  cutEndlessSchemas(document, unusable);
  const [part] = unusable.list();
  if (!part) return;
  throw new DocumentError(`the schema has no end: ${part.reason}`, {
    file,
    pointer: part.pointer,
    repair: 'Leave the reference out, or put a property or an item in between; nothing was written.',
  });
}
