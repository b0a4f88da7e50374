import { isObject, joinPointer, member, parsePointer } from '../../scripts/json/pointer.ts';
import { followReferences, type Located, referenceOf } from '../../scripts/json/reference.ts';
import type { Json, JsonObject } from '../../scripts/model/json.ts';
import type { Operation } from '../../scripts/model/operation.ts';

/** The node of the bundle at a fact's address, wherever `$ref`s lead; `undefined` where there is none. */
export function locate(operation: Operation, address: string): Located | undefined {
  const { document } = operation;
  const tokens = parsePointer(`/${address}`);
  const parameter =
    tokens[0] === 'parameters' && operation.parameters.find((one) => `${one.in}.${one.name}` === tokens[1]);
  const { pointer } = parameter || operation;
  const rest = parameter ? tokens.slice(2) : tokens.filter((token) => token !== '');
  const start = locateRoot(document, pointer);
  return rest.reduce<Located | undefined>((at, token) => at && step(document, at, token), start);
}

function locateRoot(document: JsonObject, pointer: string): Located | undefined {
  return parsePointer(pointer).reduce<Located | undefined>((at, token) => at && step(document, at, token), {
    node: document,
    pointer: '',
  });
}

/** One token down: beside a `$ref` first, then where it leads. */
function step(document: JsonObject, at: Located, token: string): Located | undefined {
  const own = childOf(at, token);
  if (own || referenceOf(at.node) === undefined) return own;
  const target = followReferences(document, at);
  return target && childOf(target, token);
}

function childOf({ node, pointer }: Located, token: string): Located | undefined {
  const key = Array.isArray(node) && node.includes(token) ? String(node.indexOf(token)) : token;
  const child: Json | undefined = isObject(node) || Array.isArray(node) ? member(node, key) : undefined;
  return child === undefined ? undefined : { node: child, pointer: joinPointer(pointer, key) };
}
