import { joinPointer } from '../json/pointer.ts';
import type { JsonObject } from '../model/json.ts';
import type { MediaType, Operation, SchemaPlace } from '../model/operation.ts';
import { propertiesOf, schemaParts } from './schemaParts.ts';

/** Where the answer of an operation shows a resource: the schema of its body, or of a member that wraps it. */
interface Representation {
  place: SchemaPlace;
  /** Into the body. */
  pointer: string;
}

/** The media type of an operation's first successful JSON answer. */
export function shownMedia({ responses }: Operation): MediaType | undefined {
  return responses
    .filter(({ status }) => /^2\d\d$/.test(status))
    .flatMap(({ content }) => content)
    .find(({ name, schema }) => schema && /^application\/([\w.-]+\+)?json\b/i.test(name));
}

/** The object that has a member of the identifier's name; the whole, where none is described to have one. */
export function representationOf(
  document: JsonObject,
  place: SchemaPlace,
  identifier: string,
): Representation {
  const properties = propertiesOf(schemaParts(document, place));
  if (properties.has(identifier)) return { place, pointer: '' };
  for (const [name, wrapped] of properties) {
    const inner = propertiesOf(schemaParts(document, wrapped));
    if (inner.has(identifier)) return { place: wrapped, pointer: joinPointer('', name) };
  }
  return { place, pointer: '' };
}
