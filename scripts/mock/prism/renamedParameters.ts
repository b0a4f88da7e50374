import { cookieNamed } from '../http/cookieNamed.ts';
import { readableParameter } from './readableParameter.ts';
import type { PrismOperation } from './readPrismOperations.ts';

type QueryParameter = NonNullable<NonNullable<PrismOperation['request']>['query']>[number];
type Location = 'path' | 'header' | 'cookie';

/** A parameter that is validated under another name. */
export interface RenamedParameter {
  in: Location;
  name: string;
  /** `path:id` */
  alias: string;
}

/** Their definitions are to be ignored (OpenAPI 3.1 section 4.8.12.2.1): they describe the body and the credentials. */
const ignoredHeaders = new Set(['accept', 'content-type', 'authorization']);

/**
 * An operation whose path, header and cookie parameters are query parameters of invented names, for validation only.
 * Prism splits a path parameter at each comma, and compiles its template anew for every request; it fails on an
 * optional header that is an array; and it never looks at cookies. Its query parameters have none of this. Styles that
 * a query does not know (`label`, `matrix`) stay where they are.
 */
export function withRenamedParameters(operation: PrismOperation): {
  operation: PrismOperation;
  renamed: RenamedParameter[];
} {
  const { path = [], headers = [], cookie = [], query = [], ...request } = operation.request ?? {};
  const described = [
    ...path.map((parameter) => ({ in: 'path' as const, parameter })),
    ...headers
      .filter(({ name }) => !ignoredHeaders.has(name.toLowerCase()))
      .map((parameter) => ({ in: 'header' as const, parameter })),
    ...cookie.map((parameter) => ({ in: 'cookie' as const, parameter })),
  ];
  const movable = described.filter(({ parameter }) => isSimple(parameter));
  const fixed = path.filter((parameter) => !isSimple(parameter));
  const aliases = movable.map((one) => asQueryParameter(one.in, one.parameter));
  return {
    operation: {
      ...operation,
      request: {
        ...request,
        ...(fixed.length > 0 && { path: fixed }),
        query: [...query, ...aliases].map(readableParameter),
      },
    },
    renamed: movable.map((one) => ({
      in: one.in,
      name: one.parameter.name,
      alias: aliasOf(one.in, one.parameter.name),
    })),
  };
}

/** The values that a request gives for renamed parameters, by alias. */
export function renamedValues(
  renamed: readonly RenamedParameter[],
  given: { path: Record<string, string>; headers: Record<string, string | string[] | undefined> },
): Record<string, string> {
  const values: Record<string, string> = {};
  for (const parameter of renamed) {
    const value = givenValue(parameter, given);
    if (value !== undefined) values[parameter.alias] = value;
  }
  return values;
}

function givenValue(
  parameter: RenamedParameter,
  given: Parameters<typeof renamedValues>[1],
): string | undefined {
  if (parameter.in === 'path') return given.path[parameter.name];
  if (parameter.in === 'cookie') return cookieNamed(parameter.name, given.headers.cookie?.toString());
  return given.headers[parameter.name.toLowerCase()]?.toString();
}

function isSimple({ style }: { style: string }): boolean {
  return style === 'simple' || style === 'form';
}

function aliasOf(location: Location, name: string): string {
  return `${location}:${name}`;
}

function asQueryParameter(location: Location, parameter: { name: string; style: string }): QueryParameter {
  return {
    ...(parameter as QueryParameter),
    name: aliasOf(location, parameter.name),
    style: 'form' as QueryParameter['style'],
    explode: false,
  };
}

/** Where a violation is, with renamed parameters under their own names: `['path', 'id']` for `['query', 'path:id']`. */
export function originalPlace(path: readonly string[]): string[] {
  const [, location, name] = /^(path|header|cookie):(.*)$/s.exec(path[1] ?? '') ?? [];
  return location !== undefined && name !== undefined ? [location, name, ...path.slice(2)] : [...path];
}
