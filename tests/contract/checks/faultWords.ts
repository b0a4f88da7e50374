import { isObject, joinPointer, valueAt } from '../../../scripts/json/pointer.ts';
import type { Json, JsonObject } from '../../../scripts/model/json.ts';
import type { SchemaFault } from './schemaFaults.ts';
import { listed, nameThatCame } from './sentences.ts';
import { shortened } from './shortened.ts';

/** A fault in words, without the value: what came, and what the document says. */
interface Words {
  came: string;
  says: string;
}

interface Told {
  fault: SchemaFault;
  /** What the keyword says in the document. */
  wanted: Json;
  /** What stands at the place of the value. */
  found: Json | undefined;
}

/** In characters. */
const longestWanted = 80;

const words: Record<string, (told: Told) => Words> = {
  type: ({ wanted, found }) => ({
    came: `is ${typeOf(found, wanted)}`,
    says: [wanted].flat().map(String).join(' or '),
  }),
  required: ({ fault }) => ({
    came: `lacks ${names(fault)}`,
    says: `that ${fault.properties.length > 1 ? 'they are' : 'it is'} always there`,
  }),
  additionalProperties: closed,
  unevaluatedProperties: closed,
  false: () => ({ came: 'is there', says: 'that it is not' }),
  enum: ({ wanted }) => ({ came: 'is another value', says: `one of ${written(wanted)}` }),
  const: ({ wanted }) => ({ came: 'is another value', says: `always ${written(wanted)}` }),
  format: ({ wanted }) => ({ came: 'is of another form', says: `the format ${wanted}` }),
  pattern: ({ wanted }) => ({ came: 'is of another form', says: `the pattern ${written(wanted)}` }),
  maxLength: ({ wanted }) => ({ came: 'is too long', says: `at most ${wanted} characters` }),
  minLength: ({ wanted }) => ({ came: 'is too short', says: `at least ${wanted} characters` }),
  maximum: ({ wanted }) => ({ came: 'is too large', says: `at most ${wanted}` }),
  minimum: ({ wanted }) => ({ came: 'is too small', says: `at least ${wanted}` }),
  exclusiveMaximum: ({ wanted }) => ({ came: 'is too large', says: `less than ${wanted}` }),
  exclusiveMinimum: ({ wanted }) => ({ came: 'is too small', says: `more than ${wanted}` }),
  multipleOf: ({ wanted }) => ({ came: 'is another number', says: `a multiple of ${wanted}` }),
  maxItems: ({ wanted }) => ({ came: 'has too many items', says: `at most ${wanted}` }),
  minItems: ({ wanted }) => ({ came: 'has too few items', says: `at least ${wanted}` }),
  uniqueItems: () => ({ came: 'has an item twice', says: 'that no item comes twice' }),
  maxProperties: ({ wanted }) => ({ came: 'has too many fields', says: `at most ${wanted}` }),
  minProperties: ({ wanted }) => ({ came: 'has too few fields', says: `at least ${wanted}` }),
  oneOf: ({ wanted, found }) => ({
    came: `, ${typeOf(found)}, fits none of the alternatives, or more than one`,
    says: `exactly one of ${lengthOf(wanted)}`,
  }),
  anyOf: ({ wanted, found }) => ({
    came: `, ${typeOf(found)}, fits none of the alternatives`,
    says: `one of ${lengthOf(wanted)}`,
  }),
  not: () => ({ came: 'is what it must not be', says: 'what is excluded' }),
  contains: () => ({ came: 'lacks an item of a certain kind', says: 'that there is one' }),
  propertyNames: () => ({ came: 'has a field of another name', says: 'which names are allowed' }),
  dependentRequired: ({ fault }) => ({
    came: `lacks ${names(fault)}`,
    says: 'that it comes with another field',
  }),
  'x-equals': ({ wanted }) => ({ came: 'is another value', says: `that it is equal to ${wanted}` }),
};

/** What is wrong, as the rest of a sentence that names the place. */
export function faultWords(document: JsonObject, fault: SchemaFault, value: Json): string {
  const { keyword, documentPointer, message } = fault.error;
  // The pointer of a missing property is that of its entry.
  const wanted = valueAt(document, documentPointer) ?? null;
  const found = valueAt(value, fault.error.valuePointer);
  const known = Object.hasOwn(words, keyword) ? words[keyword] : undefined;
  const { came, says } = known?.({ fault, wanted, found }) ?? {
    came: 'is wrong',
    says: `that it ${message}`,
  };
  const more = fault.others > 0 ? ` (and ${fault.others} more fault${fault.others > 1 ? 's' : ''})` : '';
  return `${came.startsWith(',') ? '' : ' '}${came}${more}; the document says ${says}`;
}

function closed({ fault }: Told): Words {
  return { came: `has ${names(fault)} as well`, says: 'that there are no other fields' };
}

function names({ properties }: SchemaFault): string {
  return listed(properties.map((name) => nameThatCame(joinPointer('', name))));
}

/** The JSON type of a value, with its article. */
function typeOf(value: Json | undefined, wanted: Json = null): string {
  if (value === undefined || value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  if (isObject(value)) return 'an object';
  const isFraction = typeof value === 'number' && [wanted].flat().includes('integer');
  return isFraction ? 'a number with a fraction' : `a ${typeof value}`;
}

function written(value: Json): string {
  return shortened(
    Array.isArray(value) ? value.map((one) => JSON.stringify(one)).join(', ') : JSON.stringify(value),
    longestWanted,
  );
}

function lengthOf(value: Json): number {
  return Array.isArray(value) ? value.length : 0;
}
