import { readOperations } from '../apis/readOperation.ts';
import { isObject, joinPointer, valueAt } from '../json/pointer.ts';
import { followReferences } from '../json/reference.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { MediaType, Operation } from '../model/operation.ts';
import { needsLeftOut } from './leftOutInputs.ts';
import { leftOut } from './nothingKnown.ts';

/** The operations of which no request can be made, by their pointers, each with the reason. */
export function unaskableOperations(document: JsonObject): Map<string, string> {
  return new Map(
    readOperations(document).flatMap((operation): [string, string][] => {
      const reason =
        pathFault(operation) ?? parameterFault(document, operation) ?? bodyFault(document, operation);
      return reason === undefined ? [] : [[operation.pointer, reason]];
    }),
  );
}

/** RFC 3986 section 3.3, and the braces of templates; a query in a path is what many documents write. */
const sendable = /^[A-Za-z0-9\-._~!$&'()*+,;=:@%/{}?[\]|#]+$/;

function pathFault({ path, parameters }: Operation): string | undefined {
  const literal = path.replace(/\{[^{}]*\}/g, 'x');
  if (!sendable.test(literal) || /[{}]/.test(literal)) return 'its path has characters that no URL has';
  if (literal.split(/[/?#]/).some((segment) => /^(\.|%2e){1,2}$/i.test(segment)))
    return 'its path climbs with a segment . or ..';
  const known = new Set(parameters.filter((one) => one.in === 'path').map(({ name }) => name));
  const missing = [...path.matchAll(/\{([^{}]*)\}/g)]
    .map(([, name = '']) => name)
    .find((one) => !known.has(one));
  return missing === undefined ? undefined : `no parameter describes {${missing}} of its path`;
}

function parameterFault(document: JsonObject, operation: Operation): string | undefined {
  const pathItem = operation.pointer.slice(0, operation.pointer.lastIndexOf('/'));
  const lists = [operation.pointer, pathItem].map((at) => valueAt(document, joinPointer(at, 'parameters')));
  const isUnknown = lists
    .flatMap((list) => (Array.isArray(list) ? list : []))
    .some((one) => isLeftOut(document, one));
  if (isUnknown) return 'one of its parameters is not known';
  const needed = operation.parameters.find(
    ({ required, examples, schema }) =>
      required && Object.keys(examples).length === 0 && needsLeftOut(document, schema),
  );
  return needed && `a valid value of its parameter ${needed.name} is not known`;
}

function bodyFault(document: JsonObject, operation: Operation): string | undefined {
  const body = valueAt(document, joinPointer(operation.pointer, 'requestBody'));
  if (body !== undefined && isLeftOut(document, body)) return 'its body is not known';
  const { requestBody } = operation;
  if (!requestBody || requestBody.content.length === 0) return undefined;
  const isUnknown = ({ schema, examples }: MediaType) =>
    schema !== undefined && Object.keys(examples).length === 0 && needsLeftOut(document, schema);
  return requestBody.content.every(isUnknown) ? 'a valid body is not known' : undefined;
}

function isLeftOut(document: JsonObject, node: Json): boolean {
  const found = followReferences(document, { node, pointer: '' })?.node;
  return !isObject(found) || found[leftOut] === true;
}
