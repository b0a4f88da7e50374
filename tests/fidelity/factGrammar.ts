/** How a fact is written where there is more to say than that something is there. */
export type Leaf =
  | 'value'
  /** `true`: required; `false`: optional. */
  | 'flag'
  /** Names of properties that must come. */
  | 'required'
  /** Names of properties that need not come. */
  | 'optional'
  /** Values that a schema must accept. */
  | 'admits'
  /** Security alternatives; the schemes of one are joined with ` + `. */
  | 'alternatives';

/** A kind of node in an operation, and what may be written below it. */
interface NodeKind {
  /** That there is such a node is a statement. */
  stated?: true;
  /** Members by name, each with its kind. */
  members?: Readonly<Record<string, string>>;
  /** The kind of any other member. */
  others?: string;
  leaf?: Leaf;
}

const mapOf = (kind: string): NodeKind => ({ others: kind });

/** Keywords that hold schemas; any other keyword of a schema has a value. */
const schema: NodeKind = {
  members: Object.fromEntries([
    ...['required', 'optional', 'admits', 'properties'].map((name) => [name, name]),
    ...['items', 'then', 'else'].map((name) => [name, 'schema']),
    ...['allOf', 'prefixItems', 'patternProperties'].map((name) => [name, 'schemas']),
    ...['anyOf', 'oneOf', 'dependentSchemas'].map((name) => [name, 'statedSchemas']),
    ...['additionalProperties', 'unevaluatedItems', 'unevaluatedProperties'].map((name) => [
      name,
      'statedSchema',
    ]),
    ...['contains', 'propertyNames', 'not', 'if'].map((name) => [name, 'statedSchema']),
  ]),
  others: 'value',
};

/** The kinds by name: a facts file mirrors an OpenAPI operation, and the walker of statements knows the same nodes. */
export const nodeKinds: Readonly<Record<string, NodeKind>> = {
  operation: {
    stated: true,
    members: {
      parameters: 'parameters',
      requestBody: 'requestBody',
      responses: 'responses',
      security: 'alternatives',
    },
  },
  parameters: mapOf('parameter'),
  parameter: { stated: true, members: { required: 'flag', schema: 'schema' } },
  requestBody: { stated: true, members: { required: 'flag', content: 'content' } },
  responses: mapOf('response'),
  response: { stated: true, members: { headers: 'headers', content: 'content' } },
  headers: mapOf('parameter'),
  content: mapOf('mediaType'),
  mediaType: { stated: true, members: { schema: 'schema' } },
  schema,
  statedSchema: { ...schema, stated: true },
  properties: mapOf('statedSchema'),
  schemas: mapOf('schema'),
  statedSchemas: { stated: true, others: 'schema' },
  value: { leaf: 'value' },
  flag: { leaf: 'flag' },
  required: { leaf: 'required' },
  optional: { leaf: 'optional' },
  admits: { leaf: 'admits' },
  alternatives: { leaf: 'alternatives' },
};
