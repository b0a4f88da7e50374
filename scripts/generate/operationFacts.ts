import type { DocumentedParse, OperationFacts } from '../client/facts.ts';
import { type MediaKind, mediaKind } from '../client/mediaType.ts';
import type { ParameterStyle } from '../client/parameterStyle.ts';
import type { MediaType, Operation } from '../model/operation.ts';
import { type ClientToken, findToken } from './clientTokens.ts';

/** What a client must know of an operation to call it; what is as usual is left out. */
export function operationFacts(operation: Operation, tokens: readonly ClientToken[]): OperationFacts {
  const requests = operation.requestBody?.content ?? [];
  const parseAs = parseOf(operation);
  const { booleans } = requests.find((one) => one.booleans) ?? {};
  return {
    ...unlessEmpty('security', securityOf(operation)),
    ...unlessEmpty('pathTokens', pathTokensOf(operation, tokens)),
    ...unlessEmpty('requests', mediaTypeNames(requests)),
    ...unlessEmpty('jsonProperties', [...new Set(requests.flatMap(jsonPropertiesOf))]),
    ...(booleans && { booleans }),
    ...(operation.effect !== undefined && { hasEffect: true as const }),
    ...(parseAs && { parseAs }),
    ...unlessEmpty('styles', stylesOf(operation)),
  };
}

function unlessEmpty<Name extends string, T extends object>(name: Name, value: T): { [Key in Name]?: T } {
  return Object.keys(value).length === 0 ? {} : ({ [name]: value } as { [Key in Name]: T });
}

/** Nothing where no credentials are asked for; an alternative without any stays one. */
function securityOf({ security }: Operation): string[][] {
  const alternatives = security.map(({ schemes }) => schemes.map(({ name }) => name));
  return alternatives.every((names) => names.length === 0) ? [] : alternatives;
}

function pathTokensOf({ parameters }: Operation, tokens: readonly ClientToken[]): Record<string, string> {
  return Object.fromEntries(
    parameters.flatMap(({ in: where, name, token: source }) => {
      const token = where === 'path' ? findToken(tokens, source) : undefined;
      return token ? [[name, token.name]] : [];
    }),
  );
}

function mediaTypeNames(content: readonly MediaType[]): string[] {
  return content.map(({ name }) => name);
}

function jsonPropertiesOf({ encoding }: MediaType): string[] {
  return Object.entries(encoding)
    .filter(([, { contentType }]) => typeof contentType === 'string' && mediaKind(contentType) === 'json')
    .map(([name]) => name);
}

const parses: Record<MediaKind, DocumentedParse | undefined> = {
  json: undefined,
  text: 'text',
  urlencoded: 'text',
  multipart: 'blob',
  bytes: 'blob',
};

/** `undefined`: every successful body that the document describes is JSON. */
function parseOf({ responses }: Operation): DocumentedParse | undefined {
  const successes = responses.filter(({ status }) => status.startsWith('2'));
  const names = mediaTypeNames(successes.flatMap(({ content }) => content));
  const [kind, ...others] = new Set(names.map(mediaKind));
  return kind === undefined || others.length > 0 ? 'content-type' : parses[kind];
}

const defaultStyles: Readonly<Record<string, string>> = { path: 'simple false', query: 'form true' };

/** Those that are not written as their location's default has it (OpenAPI 3.1 section 4.8.12.2). */
function stylesOf({ parameters }: Operation): Record<string, ParameterStyle> {
  return Object.fromEntries(
    parameters
      .filter(({ in: where, style, explode }) => {
        const usual = defaultStyles[where];
        return usual !== undefined && usual !== `${style} ${explode}`;
      })
      .map(({ name, style, explode }) => [name, { style, explode }]),
  );
}
