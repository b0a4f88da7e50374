import { isObject, joinPointer } from '../../../../scripts/json/pointer.ts';
import type { Json } from '../../../../scripts/model/json.ts';
import type { BodyPlace } from '../bodyPlaces.ts';
import type { Subject } from '../subject.ts';
import { keywordBreakers } from './keywords.ts';
import { isClosed, namesMembers } from './objects.ts';
import { kindOf, typesAt } from './types.ts';

/** A value in place of the truthful one, or, where there is none, nothing in its place. */
export interface WrongValue {
  name: string;
  check: 'body-schema' | 'undocumented-field';
  /** JSON pointer into the body. */
  pointer: string;
  value?: Json;
}

/** Everything that can be wrong with the value at one place of a body. */
export function wrongValues(place: BodyPlace, choose: Subject['choose']): WrongValue[] {
  return [
    ...wrongTypes(place, choose),
    ...missingMembers(place),
    ...extraMember(place),
    ...secretMembers(place),
    ...keywordBreakers
      .flatMap((breaker) => breaker(place))
      .map((one) => ({ ...one, check: 'body-schema' as const, pointer: place.pointer })),
  ];
}

const samples: Record<string, [Json, ...Json[]]> = {
  string: ['five', 'true', '12'],
  number: [1.5, -0.25],
  boolean: [true, false],
  array: [[], ['five'], [[]]],
  object: [{}, { surprise: 1 }],
};

function wrongTypes({ pointer, value, parts }: BodyPlace, choose: Subject['choose']): WrongValue[] {
  const types = typesAt(parts);
  if (types.length === 0) return [];
  const wrong = (name: string, instead: Json): WrongValue => ({
    name,
    check: 'body-schema',
    pointer,
    value: instead,
  });
  const allowed = types.map(kindOf);
  const scalars = ['string', 'boolean', 'number'].filter((kind) => !allowed.includes(kind));
  const [first, ...others] = scalars;
  const sample = (kind: string) => choose(`${pointer} ${kind}`, samples[kind] ?? [null]);
  return [
    ...(first
      ? [wrong('sends a value of another type', sample(choose(`${pointer} type`, [first, ...others])))]
      : []),
    ...(types.includes('null') ? [] : [wrong('sends null', null)]),
    ...(allowed.includes('array')
      ? []
      : [wrong(`sends a list in place of ${nameOf(value)}`, sample('array'))]),
    ...(allowed.includes('object')
      ? []
      : [wrong(`sends an object in place of ${nameOf(value)}`, sample('object'))]),
    ...(types.includes('integer') && !types.includes('number') && typeof value === 'number'
      ? [wrong('sends a fraction in place of an integer', value + 0.5)]
      : []),
  ];
}

function nameOf(value: Json): string {
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' && value !== null ? 'an object' : 'a scalar';
}

function missingMembers({ pointer, value, parts }: BodyPlace): WrongValue[] {
  if (kindOf(value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value) !== 'object') return [];
  const names = parts.flatMap(({ schema }) => (Array.isArray(schema.required) ? schema.required : []));
  const present = [...new Set(names)].filter((name) => Object.hasOwn(value as object, String(name)));
  return present.map((name) => ({
    name: 'leaves a required field out',
    check: 'body-schema',
    pointer: `${pointer}/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`,
  }));
}

function extraMember({ pointer, value, parts }: BodyPlace): WrongValue[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const surprise = { pointer: `${pointer}/surprise`, value: 'boo' };
  if (isClosed(parts))
    return [{ ...surprise, name: 'adds a field to a closed object', check: 'body-schema' }];
  return namesMembers(parts)
    ? [{ ...surprise, name: 'adds a field to an open object', check: 'undocumented-field' }]
    : [];
}

/** Members that are only ever written: a password, say. */
function secretMembers({ pointer, value, parts }: BodyPlace): WrongValue[] {
  if (!isObject(value)) return [];
  const known = parts.flatMap(({ schema }) =>
    Object.entries(isObject(schema.properties) ? schema.properties : {}),
  );
  return known
    .filter(([, schema]) => isObject(schema) && schema.writeOnly === true)
    .map(([name]) => ({
      name: 'shows a field that is only written',
      check: 'body-schema',
      pointer: joinPointer(pointer, name),
      value: 'fake-password-1',
    }));
}
