/**
 * Whether a relative pointer, as its reference tokens, names a statement, and a mark that names it so has an effect.
 * The list of statements itself is `listStatements`; a test holds the two against each other.
 */
export function isStatement(tokens: readonly string[]): boolean {
  const [last, above] = [tokens.at(-1), tokens.at(-2)];
  if (last === undefined) return true;
  return (above !== undefined && maps.has(above)) || stated.has(last);
}

/** What holds statements, one per entry, by name or by index. */
const maps = new Set(['content', 'headers', 'parameters', 'properties', 'required', 'responses', 'security']);

/** What is a statement wherever it stands. */
const stated = new Set([
  ...['delete', 'get', 'head', 'options', 'patch', 'post', 'put', 'trace'],
  ...['requestBody', 'required', 'security'],
  ...['type', 'enum', 'const', 'multipleOf', 'maximum', 'exclusiveMaximum', 'minimum', 'exclusiveMinimum'],
  ...['maxLength', 'minLength', 'pattern', 'format', 'contentEncoding', 'contentMediaType'],
  ...['maxItems', 'minItems', 'uniqueItems', 'maxContains', 'minContains', 'contains'],
  ...['maxProperties', 'minProperties', 'dependentRequired', 'dependentSchemas', 'propertyNames'],
  ...[
    'additionalProperties',
    'unevaluatedItems',
    'unevaluatedProperties',
    'readOnly',
    'writeOnly',
    'x-equals',
  ],
  ...['anyOf', 'oneOf', 'not', 'if'],
]);
