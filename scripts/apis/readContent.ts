import { placeBelow } from '../json/placeBelow.ts';
import { isObject } from '../json/pointer.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type {
  FormBooleans,
  Header,
  MediaType,
  RequestBody,
  Response,
  SchemaPlace,
} from '../model/operation.ts';
import { readLinks } from './readLinks.ts';
import { child, children, flag, type Node, text } from './readNode.ts';

/** The schema at `schema` of a parameter, header or media type: a boolean, or an object with its `$ref` left in place. */
export function readSchema(parent: Node): SchemaPlace | undefined {
  const schema = parent.node.schema;
  if (!isObject(schema) && typeof schema !== 'boolean') return undefined;
  return {
    schema,
    ...placeBelow(parent, 'schema'),
  };
}

/** `examples` by key, and a lone `example` under the key `example`. */
export function readExamples(parent: Node): Record<string, Json> {
  const named = children(parent, 'examples').flatMap(([key, { node }]) =>
    node.value === undefined ? [] : [[key, node.value] as const],
  );
  if (named.length > 0) return Object.fromEntries(named);
  return parent.node.example === undefined ? {} : { example: parent.node.example };
}

export function readMediaTypes(parent: Node): MediaType[] {
  return children(parent, 'content').map(([name, at]) => {
    const schema = readSchema(at);
    const booleans = readFormBooleans(at.node['x-form-booleans']);
    return {
      name,
      pointer: at.pointer,
      usage: at.usage,
      ...(schema && { schema }),
      examples: readExamples(at),
      encoding: readEncoding(at.node.encoding),
      ...(booleans && { booleans }),
    };
  });
}

/** What a form's media type says of true and false: `x-form-booleans`. */
export function readFormBooleans(texts: Json | undefined): FormBooleans | undefined {
  if (!isObject(texts) || typeof texts.true !== 'string' || typeof texts.false !== 'string') return undefined;
  return { true: texts.true, false: texts.false };
}

function readEncoding(encoding: Json | undefined): Record<string, JsonObject> {
  if (!isObject(encoding)) return {};
  return Object.fromEntries(
    Object.entries(encoding).flatMap(([name, value]) => (isObject(value) ? [[name, value]] : [])),
  );
}

export function readRequestBody(operation: Node): RequestBody | undefined {
  const body = child(operation, 'requestBody');
  if (!body) return undefined;
  const { pointer, usage } = body;
  return { required: flag(body.node.required), content: readMediaTypes(body), pointer, usage };
}

export function readResponses(operation: Node): Response[] {
  return children(operation, 'responses').map(([status, response]) => ({
    status,
    description: text(response.node.description),
    headers: children(response, 'headers').map(([name, header]) => readHeader(name, header)),
    content: readMediaTypes(response),
    links: readLinks(response),
    pointer: response.pointer,
    usage: response.usage,
  }));
}

function readHeader(name: string, header: Node): Header {
  const schema = readSchema(header);
  const { pointer, usage } = header;
  return { name, required: flag(header.node.required), ...(schema && { schema }), pointer, usage };
}
