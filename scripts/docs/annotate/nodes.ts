import { isObject } from '../../json/pointer.ts';
import type { Json, JsonObject } from '../../model/json.ts';

/** The kinds of OpenAPI 3.1 objects that carry or pass on evidence marks. A property is a schema with a name. */
export type NodeKind =
  | 'document'
  | 'components'
  | 'path-item'
  | 'operation'
  | 'parameter'
  | 'request-body'
  | 'response'
  | 'header'
  | 'media-type'
  | 'schema'
  | 'property'
  | 'security-scheme';

/** A node together with the tokens that lead to it from its parent. */
interface ChildNode {
  kind: NodeKind;
  tokens: string[];
  node: JsonObject;
}

/** What stands under a key: one object of a kind, or one below `depth` further tokens (1: a list or a map). */
interface ChildRule {
  kind: NodeKind;
  depth: 0 | 1 | 2;
}

const one = (kind: NodeKind): ChildRule => ({ kind, depth: 0 });
const many = (kind: NodeKind): ChildRule => ({ kind, depth: 1 });
/** A map of callbacks, each of which is a map of path items. */
const callbacks: ChildRule = { kind: 'path-item', depth: 2 };

const operations = Object.fromEntries(
  ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'].map((key) => [key, one('operation')]),
);

const schema: Record<string, ChildRule> = {
  ...Object.fromEntries(
    ['items', 'contains', 'unevaluatedItems', 'unevaluatedProperties', 'propertyNames', 'not', 'if', 'then']
      .concat('else')
      .map((key) => [key, one('schema')]),
  ),
  ...Object.fromEntries(['allOf', 'anyOf', 'oneOf', 'prefixItems'].map((key) => [key, many('schema')])),
  dependentSchemas: many('schema'),
  properties: many('property'),
  patternProperties: many('property'),
  additionalProperties: one('property'),
};

const described = { schema: one('schema'), content: many('media-type') };

const rules: Record<NodeKind, Record<string, ChildRule>> = {
  document: { components: one('components'), paths: many('path-item'), webhooks: many('path-item') },
  components: {
    schemas: many('schema'),
    parameters: many('parameter'),
    requestBodies: many('request-body'),
    responses: many('response'),
    headers: many('header'),
    callbacks,
    pathItems: many('path-item'),
    securitySchemes: many('security-scheme'),
  },
  'path-item': { parameters: many('parameter'), ...operations },
  operation: {
    parameters: many('parameter'),
    requestBody: one('request-body'),
    responses: many('response'),
    callbacks,
  },
  parameter: described,
  header: described,
  'request-body': { content: many('media-type') },
  response: { headers: many('header'), content: many('media-type') },
  'media-type': { schema: one('schema') },
  schema,
  property: schema,
  'security-scheme': {},
};

/** The nodes directly below a node; `$ref`s are not followed. */
export function childrenOf(kind: NodeKind, node: JsonObject): ChildNode[] {
  return Object.entries(rules[kind]).flatMap(([key, rule]) =>
    descend(node[key], rule.depth).flatMap(({ tokens, node }) =>
      isObject(node) ? [{ kind: rule.kind, tokens: [key, ...tokens], node }] : [],
    ),
  );
}

/** The kind of the node that `tokens` begin to lead to from a node of `kind`, and how many of them lead there. */
export function firstStep(
  kind: NodeKind,
  tokens: readonly string[],
): { kind: NodeKind; length: number } | undefined {
  const [key = ''] = tokens;
  const rule = Object.hasOwn(rules[kind], key) ? rules[kind][key] : undefined;
  if (!rule || tokens.length <= rule.depth) return undefined;
  return { kind: rule.kind, length: rule.depth + 1 };
}

function descend(value: Json | undefined, depth: number): { tokens: string[]; node: Json | undefined }[] {
  if (depth === 0) return [{ tokens: [], node: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([token, below]) =>
    descend(below, depth - 1).map(({ tokens, node }) => ({ tokens: [token, ...tokens], node })),
  );
}
