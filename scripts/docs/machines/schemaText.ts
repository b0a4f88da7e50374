import type { JsonObject } from '../../model/json.ts';
import type { Operation, SchemaPlace } from '../../model/operation.ts';
import type { SchemaPart } from '../../validate/schemaParts.ts';
import { propertiesOf, requiredOf, schemaParts, subschema, typesOf } from '../../validate/schemaParts.ts';

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
      evidenceText(operation, property.usage),
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

/** Nothing of what is documented; of other statements the evidence and its reason. */
export function evidenceText(operation: Operation, usage: string): string {
  const { evidence, reason, conflicts = [] } = operation.statementAt(usage);
  if (evidence === 'documented') return '';
  const why =
    evidence === 'inferred' ? reason : conflicts.map(({ chosen, why }) => `${chosen} ${why}`).join(' ');
  return `[${evidence}: ${oneLine(why ?? '')}]`;
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
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
