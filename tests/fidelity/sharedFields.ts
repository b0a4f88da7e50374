import { isDeepStrictEqual } from 'node:util';
import { isObject } from '../../scripts/json/pointer.ts';
import type { Json } from '../../scripts/model/json.ts';
import type { MediaType, Operation, SchemaPlace } from '../../scripts/model/operation.ts';
import { isBinary, propertiesOf, schemaParts, subschema } from '../../scripts/validate/schemaParts.ts';

interface SharedFields {
  /** `POST /cases multipart/form-data, application/json` */
  where: string;
  /** Fields that are the same in both, evidence aside. */
  same: string[];
  /** Fields that differ, or that only one of them has although the other could carry them. */
  different: string[];
}

/**
 * A body that can be sent in several media types is one list of fields, written once for each: this holds each list
 * against the first one. Files are left out: a form alone can carry them.
 */
export function compareSharedFields({ method, path, document, requestBody }: Operation): SharedFields[] {
  const [first, ...others] = requestBody?.content ?? [];
  if (!first) return [];
  const fieldsOf = (media: MediaType) => readFields(document, media);
  return others.map((other) => {
    const [one, two] = [fieldsOf(first), fieldsOf(other)];
    const names = [...new Set([...one.keys(), ...two.keys()])];
    const isSame = (name: string) => isDeepStrictEqual(one.get(name), two.get(name));
    return {
      where: `${method} ${path} ${first.name}, ${other.name}`,
      same: names.filter(isSame),
      different: names.filter((name) => !isSame(name)),
    };
  });
}

function readFields(document: Operation['document'], { schema }: MediaType): Map<string, Json> {
  const fields = schema ? propertiesOf(schemaParts(document, schema)) : new Map<string, SchemaPlace>();
  const texts = [...fields].filter(([, place]) => !isFile(document, place));
  return new Map(texts.map(([name, { schema: field }]) => [name, withoutMarks(field)]));
}

/** A file, or a list of files. */
function isFile(document: Operation['document'], place: SchemaPlace): boolean {
  const parts = schemaParts(document, place);
  const items = parts.flatMap((part) => subschema(part, 'items') ?? []);
  return isBinary(parts) || items.some((item) => isBinary(schemaParts(document, item)));
}

/** The two may be known from different sources. */
function withoutMarks(node: Json): Json {
  if (Array.isArray(node)) return node.map(withoutMarks);
  if (!isObject(node)) return node;
  const marks = ['x-inferred', 'x-conflict'];
  const rest = Object.entries(node).filter(([key]) => !marks.includes(key));
  return Object.fromEntries(rest.map(([key, value]) => [key, withoutMarks(value)]));
}
