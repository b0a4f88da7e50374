import type { UserContext } from '@redocly/openapi-core';
import { isObject, parsePointer } from '../../scripts/json/pointer.ts';
import { find, type Spot } from './follow.ts';
import { schemaDescribes } from './schemaDescribes.ts';

type Problem = Parameters<UserContext['report']>[0];
type Resolve = UserContext['resolve'];

interface Token extends Spot {
  readonly value: Readonly<Record<string, unknown>>;
}

/**
 * What `x-token` names exists: the operations, and in the success response of the one that gives the token the value
 * and the lifetime. Give it every node; the faults can be told when all operations are known.
 */
export function tokenChecker() {
  const tokens: Token[] = [];
  const operations = new Map<string, Spot>();
  let resolve: Resolve | undefined;
  return {
    visit({ node, location }: Spot, context: UserContext): void {
      if (!isObject(node) || context.type.name === 'SpecExtension') return;
      resolve = context.resolve;
      const value = node['x-token'];
      if (isObject(value)) tokens.push(...sourcesOf({ node, value, location: location.child(['x-token']) }));
      if (context.type.name === 'Operation' && typeof node.operationId === 'string') {
        operations.set(node.operationId, { node, location });
      }
    },
    faults(): Problem[] {
      return tokens.flatMap((token) => [
        ...operationFaults(token, operations),
        ...(resolve ? expressionFaults(token, operations, resolve) : []),
      ]);
    },
  };
}

/** The token itself, and what replaces it. */
function sourcesOf(token: Token): Token[] {
  const { replacedBy } = token.value;
  const others = Array.isArray(replacedBy) ? replacedBy : [];
  return [
    token,
    ...others.flatMap((value: unknown, index) =>
      isObject(value) ? [{ ...token, value, location: token.location.child(['replacedBy', index]) }] : [],
    ),
  ];
}

function operationFaults({ value, location }: Token, operations: ReadonlyMap<string, Spot>): Problem[] {
  const endedBy = Array.isArray(value.endedBy) ? value.endedBy : [];
  const named = [
    { operationId: value.operationId, at: ['operationId'] },
    ...endedBy.map((operationId, index) => ({ operationId, at: ['endedBy', index] })),
  ];
  return named
    .filter(({ operationId }) => typeof operationId === 'string' && !operations.has(operationId))
    .map(({ operationId, at }) => ({
      message: `x-token names no operation: \`${operationId}\`. Operations: ${[...operations.keys()].join(', ')}.`,
      location: location.child(at),
    }));
}

const bodyPrefix = '$response.body#';

function expressionFaults(
  { value, location }: Token,
  operations: ReadonlyMap<string, Spot>,
  resolve: Resolve,
): Problem[] {
  const operation = operations.get(String(value.operationId));
  if (!operation) return [];
  const schemas = successSchemas(operation, resolve);
  return ['value', 'expires'].flatMap((key) => {
    const expression = value[key];
    if (typeof expression !== 'string' || !expression.startsWith(bodyPrefix)) return [];
    const tokens = parsePointer(expression.slice(bodyPrefix.length));
    if (schemas.some((schema) => schemaDescribes({ schema, tokens, resolve }))) return [];
    const message = `No success response of ${value.operationId} describes \`${expression}\`.`;
    return [{ message, location: location.child([key]) }];
  });
}

/** The schemas of an operation's 2xx bodies. */
function successSchemas(operation: Spot, resolve: Resolve): Spot[] {
  return entriesBelow(operation, ['responses'], resolve)
    .filter(([status]) => /^2/.test(status))
    .flatMap(([, response]) => entriesBelow(response, ['content'], resolve))
    .flatMap(([, mediaType]) => find(mediaType, ['schema'], resolve) ?? []);
}

function entriesBelow(from: Spot, tokens: readonly string[], resolve: Resolve): [string, Spot][] {
  const map = find(from, tokens, resolve);
  if (!map || !isObject(map.node)) return [];
  return Object.entries(map.node).map(([key, node]) => [key, { node, location: map.location.child([key]) }]);
}
