import { isObject } from '../../json/pointer.ts';
import type { Json } from '../../model/json.ts';
import { schemaTypes } from '../../validate/formShape.ts';

interface ReadParameter {
  style: string;
  explode?: boolean;
  schema?: unknown;
}

/**
 * A parameter as Prism reads its text rightly. It takes `explode` for false where the document leaves it out, which is
 * true of the style `form` (OpenAPI 3.1 section 4.8.12.2); and it reads text as a number or a boolean only where a `type`
 * says so, not where an enumeration of numbers does.
 */
export function readableParameter<Parameter extends ReadParameter>(parameter: Parameter): Parameter {
  const { style, explode = style === 'form', schema } = parameter;
  return { ...parameter, explode, ...(schema !== undefined && { schema: withType(schema as Json) }) };
}

function withType(schema: Json): Json {
  const isListed = isObject(schema) && (Array.isArray(schema.enum) || schema.const !== undefined);
  if (!isObject(schema) || !isListed || schema.type !== undefined) return schema;
  const [type, ...more] = schemaTypes(schema, {});
  return type === undefined || more.length > 0 ? schema : { ...schema, type };
}
