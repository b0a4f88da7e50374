import { placeBelow } from '../json/placeBelow.ts';
import type { Parameter, ParameterLocation } from '../model/operation.ts';
import { readExamples, readMediaTypes, readSchema } from './readContent.ts';
import { flag, items, type Node, text } from './readNode.ts';
import { readToken } from './readToken.ts';

/** Default styles by location: OpenAPI 3.1 section 4.8.12.2.1. */
const defaultStyles: Record<ParameterLocation, string> = {
  path: 'simple',
  query: 'form',
  header: 'simple',
  cookie: 'form',
};

/** Header parameters that OpenAPI 3.1 section 4.8.12.2.1 says are ignored. */
const ignoredHeaders = new Set(['accept', 'content-type', 'authorization']);

/** The operation's parameters, and those of its path item that it does not replace. */
export function readParameters(pathItem: Node, operation: Node): Parameter[] {
  const own = items(operation, 'parameters').flatMap((node) => readParameter(node) ?? []);
  const shared = items(pathItem, 'parameters').flatMap((node) => readParameter(node) ?? []);
  const replaced = (one: Parameter) => own.some((other) => other.name === one.name && other.in === one.in);
  return [...shared.filter((one) => !replaced(one)), ...own];
}

function readParameter(at: Node): Parameter | undefined {
  const { node, pointer, usage } = at;
  const location = (Object.keys(defaultStyles) as ParameterLocation[]).find((known) => known === node.in);
  const name = text(node.name);
  if (!location || !name || (location === 'header' && ignoredHeaders.has(name.toLowerCase())))
    return undefined;
  const style = text(node.style) || defaultStyles[location];
  const [media] = readMediaTypes(at);
  const token = readToken(node['x-token']);
  return {
    name,
    in: location,
    required: flag(node.required),
    ...(text(node.description) && { description: text(node.description) }),
    style,
    explode: typeof node.explode === 'boolean' ? node.explode : style === 'form',
    ...(media && { mediaType: media.name }),
    schema: readSchema(at) ?? media?.schema ?? { schema: true, ...placeBelow(at, 'schema') },
    examples: { ...media?.examples, ...readExamples(at) },
    ...(token && { token }),
    sensitive: flag(node['x-sensitive']),
    pointer,
    usage,
  };
}
