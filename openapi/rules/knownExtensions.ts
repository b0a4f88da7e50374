import { isObject } from '../../scripts/json/pointer.ts';
import { isText, unknownKeyFaults } from './shape.ts';

/** The node that carries an extension, and its key in the node above (of an operation: its method). */
export interface Carrier {
  readonly node: Readonly<Record<string, unknown>>;
  readonly key: string | number;
}

export interface KnownExtension {
  /** The types of node (Redocly's names) that may carry it; without it, another rule says where it may stand. */
  readonly on?: readonly string[];
  /** What is wrong with its value, and how to put it right; nothing if it is well-formed. */
  readonly fault?: (value: unknown, carrier: Carrier) => string | undefined;
}

/** Every extension that our documents may use; see CONTRIBUTING.md. What a name in it means is checked elsewhere. */
export const knownExtensions: Readonly<Record<string, KnownExtension>> = {
  'x-inferred': {},
  'x-conflict': {},
  'x-source': { on: ['Operation'] },
  'x-token': { on: ['SecurityScheme', 'Parameter'], fault: tokenFault },
  'x-effect': { on: ['Operation'], fault: effectFault },
  'x-ends-session': { on: ['Operation'], fault: (value) => trueFault('x-ends-session', value) },
  'x-equals': { on: ['Schema'], fault: equalsFault },
  'x-sensitive': { on: ['Schema', 'Parameter'], fault: sensitiveFault },
  'x-auth-scheme': { on: ['SecurityScheme'], fault: authSchemeFault },
};

const sourceKeys = ['operationId', 'value', 'expires'];
const tokenKeys = [...sourceKeys, 'endedBy', 'replacedBy'];

function tokenFault(token: unknown, { node }: Carrier): string | undefined {
  if (!isObject(token))
    return 'x-token is {operationId, value: $response.body#/…, expires?, endedBy?: [operationId]}.';
  const [unknownKey] = unknownKeyFaults(token, tokenKeys, 'x-token');
  if (unknownKey) return unknownKey.message;
  if ('in' in node && 'schema' in node && node.in !== 'path')
    return 'Of parameters, only one in the path carries a token.';
  if (token.endedBy !== undefined && !isListOfTexts(token.endedBy)) {
    return "x-token's `endedBy` is a non-empty list of operationIds, or left out.";
  }
  return sourceFault(token, 'x-token') ?? replacedByFault(token.replacedBy);
}

function sourceFault(source: Readonly<Record<string, unknown>>, called: string): string | undefined {
  if (!isText(source.operationId))
    return `${called} needs \`operationId\`: the operation that gives the token.`;
  if (!isBodyExpression(source.value))
    return `${called} needs \`value\`: $response.body#/<pointer to the token>.`;
  return source.expires === undefined || isBodyExpression(source.expires)
    ? undefined
    : `${called}'s \`expires\` is $response.body#/<pointer to the lifetime in seconds>, or left out.`;
}

function replacedByFault(sources: unknown): string | undefined {
  if (sources === undefined) return undefined;
  const called = "x-token's `replacedBy`";
  if (!Array.isArray(sources) || sources.length === 0)
    return `${called} is a non-empty list of {operationId, value, expires?}.`;
  return sources.map((source) => oneReplacementFault(source, called)).find(Boolean);
}

function oneReplacementFault(source: unknown, called: string): string | undefined {
  if (!isObject(source)) return `${called} is a non-empty list of {operationId, value, expires?}.`;
  return unknownKeyFaults(source, sourceKeys, called)[0]?.message ?? sourceFault(source, called);
}

const harmlessMethods = ['get', 'head', 'options', 'trace'];

function effectFault(effect: unknown, { key }: Carrier): string | undefined {
  if (!isText(effect)) return 'x-effect says in a non-empty string what the operation changes.';
  if (harmlessMethods.includes(String(key))) return undefined;
  return `${String(key).toUpperCase()} counts as a write by itself. Remove x-effect.`;
}

function equalsFault(sibling: unknown): string | undefined {
  return isText(sibling) ? undefined : 'x-equals is the name of a sibling property.';
}

/** RFC 9110 section 11.1: an auth-scheme is a token (section 5.6.2). */
const authScheme = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

function authSchemeFault(scheme: unknown, { node }: Carrier): string | undefined {
  if (typeof scheme !== 'string' || !authScheme.test(scheme))
    return 'x-auth-scheme is one word, such as `Token`.';
  const { type, in: where, name } = node;
  const fits = type === 'apiKey' && where === 'header' && String(name).toLowerCase() === 'authorization';
  return fits ? undefined : 'x-auth-scheme belongs to {type: apiKey, in: header, name: Authorization} only.';
}

function trueFault(name: string, value: unknown): string | undefined {
  return value === true ? undefined : `${name} is \`true\`, or left out.`;
}

function sensitiveFault(value: unknown): string | undefined {
  return typeof value === 'boolean' ? undefined : 'x-sensitive is `true` or `false`, or left out.';
}

function isBodyExpression(value: unknown): boolean {
  return typeof value === 'string' && /^\$response\.body#(\/.*)?$/.test(value);
}

function isListOfTexts(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(isText);
}
