import type { JsonObject } from '../../model/json.ts';
import type { Operation, SchemaPlace } from '../../model/operation.ts';
import {
  propertiesOf,
  requiredOf,
  type SchemaPart,
  schemaParts,
  subschema,
  typesOf,
} from '../../validate/schemaParts.ts';
import { oneLine } from '../oneLine.ts';
import { type Claim, evidenceText, keywordClaims } from './evidenceText.ts';

/** Below this a reader of text is lost; the bundle has the rest. */
const deepest = 4;

const limits = [
  'format',
  'enum',
  'const',
  'default',
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'pattern',
  'minItems',
  'maxItems',
];

/** The properties of a schema as a nested Markdown list: name, type, limits, description, evidence. */
export function schemaText(operation: Operation, place: SchemaPlace, depth = 0): string[] {
  if (depth === deepest) return [];
  const parts = schemaParts(operation.document, place);
  const item = itemOf(parts);
  if (item) return schemaText(operation, item, depth);
  const required = requiredOf(parts);
  return [...propertiesOf(parts)].flatMap(([name, property]) => {
    const own = schemaParts(operation.document, property);
    const words = [typeText(operation.document, own), ...(required.has(name) ? ['required'] : [])].join(', ');
    const line = [
      `- \`${name}\` (${words})`,
      ...limitsText(own),
      descriptionOf(own),
      evidenceText(operation, ...claimsOf(operation, property, required.get(name))),
    ];
    return [
      `${'  '.repeat(depth)}${line.filter(Boolean).join(' ')}`,
      ...schemaText(operation, property, depth + 1),
    ];
  });
}

/** What kind of value a schema describes: `string`, `array of object`. */
export function typeText(document: JsonObject, parts: SchemaPart[]): string {
  const types = typesOf(parts).join(' or ') || 'any';
  const item = itemOf(parts);
  return item ? `${types} of ${typeText(document, schemaParts(document, item))}` : types;
}

/** Of a property: itself, that it is required, what its schema says, and what that of its items says. */
function claimsOf(
  operation: Operation,
  property: SchemaPlace,
  required: { usage: string } | undefined,
): Claim[] {
  const parts = schemaParts(operation.document, property);
  const item = itemOf(parts);
  const ofItems = item ? keywordClaims(schemaParts(operation.document, item)) : [];
  return [
    { usage: property.usage, about: '' },
    ...(required ? [{ usage: required.usage, about: 'required' }] : []),
    ...keywordClaims(parts),
    ...ofItems.map(({ usage, about }) => ({ usage, about: `${about} of items` })),
  ];
}

function itemOf(parts: SchemaPart[]): SchemaPlace | undefined {
  return parts.flatMap((part) => subschema(part, 'items') ?? [])[0];
}

function descriptionOf(parts: SchemaPart[]): string {
  const described = parts.map(({ schema }) => schema.description).find((text) => typeof text === 'string');
  return typeof described === 'string' ? `– ${oneLine(described)}` : '';
}

function limitsText(parts: SchemaPart[]): string[] {
  const stated = limits.flatMap((keyword) => {
    const value = parts.map(({ schema }) => schema[keyword]).find((one) => one !== undefined);
    return value === undefined ? [] : [`${keyword} ${JSON.stringify(value)}`];
  });
  return stated.length > 0 ? [`{${stated.join(', ')}}`] : [];
}
