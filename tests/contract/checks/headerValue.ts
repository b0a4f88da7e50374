import type { Json, JsonObject } from '../../../scripts/model/json.ts';
import type { SchemaPlace } from '../../../scripts/model/operation.ts';
import {
  allParts,
  itemSchemas,
  namedMember,
  unnamedMembers,
} from '../../../scripts/validate/memberSchemas.ts';
import type { SchemaPart } from '../../../scripts/validate/schemaParts.ts';

/** What a header's text is by its schema: OpenAPI 3.1 section 4.8.12.3, style `simple`. */
export function headerValue(document: JsonObject, places: SchemaPlace[], text: string): Json {
  const parts = allParts(document, places);
  const types = new Set(parts.flatMap(({ schema }) => schema.type ?? []));
  if (types.has('array')) {
    return fieldsOf(text).map((item, index) => headerValue(document, itemSchemas(parts, index), item));
  }
  if (types.has('object')) return objectOf({ document, parts, text });
  if ((types.has('integer') || types.has('number')) && /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text)) {
    return Number(text);
  }
  if (types.has('boolean') && (text === 'true' || text === 'false')) return text === 'true';
  return types.has('null') && text === '' ? null : text;
}

interface ObjectText {
  document: JsonObject;
  parts: SchemaPart[];
  text: string;
}

/** `R=100,G=200` (explode) or `R,100,G,200`. */
function objectOf({ document, parts, text }: ObjectText): Json {
  const fields = fieldsOf(text);
  const isExploded = fields.every((field) => field.includes('='));
  const pairs = isExploded
    ? fields.map((field) => [field.slice(0, field.indexOf('=')), field.slice(field.indexOf('=') + 1)])
    : fields.flatMap((name, index) => (index % 2 === 0 ? [[name, fields[index + 1] ?? '']] : []));
  const members = pairs.map(([name = '', value = '']) => {
    const named = namedMember(parts, name);
    return [name, headerValue(document, named.length > 0 ? named : unnamedMembers(parts), value)];
  });
  return Object.fromEntries(members) as JsonObject;
}

function fieldsOf(text: string): string[] {
  return text.trim() === '' ? [] : text.split(',').map((field) => field.trim());
}
