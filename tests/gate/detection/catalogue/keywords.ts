import { isObject } from '../../../../scripts/json/pointer.ts';
import type { Json, JsonObject } from '../../../../scripts/model/json.ts';
import type { BodyPlace } from '../bodyPlaces.ts';

interface Broken {
  name: string;
  value: Json;
}

/** A keyword, and a value that breaks it, made of the truthful one; nothing where there is no such value. */
type Breaker = (place: BodyPlace) => Broken[];

/** What the parts of a place say by one keyword. */
function said({ parts }: BodyPlace, keyword: string): Json[] {
  return parts.flatMap(({ schema }) => (schema[keyword] === undefined ? [] : [schema[keyword]]));
}

function breaker(
  keyword: string,
  name: string,
  breakBy: (value: Json, limit: Json) => Json | undefined,
): Breaker {
  return (place) =>
    said(place, keyword).flatMap((limit) => {
      const value = breakBy(place.value, limit);
      return value === undefined ? [] : [{ name, value }];
    });
}

const ofNumber = (change: (limit: number, value: number) => number) => (value: Json, limit: Json) =>
  typeof value === 'number' && typeof limit === 'number' ? change(limit, value) : undefined;

const ofText = (change: (limit: number, value: string) => string | undefined) => (value: Json, limit: Json) =>
  typeof value === 'string' && typeof limit === 'number' ? change(limit, value) : undefined;

const ofList = (change: (limit: number, value: Json[]) => Json[] | undefined) => (value: Json, limit: Json) =>
  Array.isArray(value) && typeof limit === 'number' ? change(limit, value) : undefined;

/** A longer body than this says nothing more. In characters, or items. */
const most = 100_000;

function longer(text: string, length: number): string | undefined {
  return length > most ? undefined : text.padEnd(length, 'x');
}

function notOneOf(value: Json, choices: Json[]): Json | undefined {
  if (typeof value === 'string') return 'not-in-the-enumeration';
  if (typeof value === 'number') return [987_654, 987_655].find((one) => !choices.includes(one));
  return undefined;
}

const formats: Record<string, string> = {
  date: '2020-13-45',
  'date-time': '2020-01-01 at noon',
  time: '25:61:00',
  duration: 'a while',
  email: 'nobody.example.com',
  'idn-email': 'nobody.example.com',
  uri: 'not a uri',
  'uri-reference': 'not a \\uri',
  uuid: 'not-a-uuid',
  hostname: '-not a host-',
  ipv4: '999.1.1.1',
  ipv6: '::fffff',
  'json-pointer': 'no-slash',
  regex: '(',
};

function ofFormat(value: Json, format: Json): Json | undefined {
  return typeof value === 'string' && Object.hasOwn(formats, String(format))
    ? formats[String(format)]
    : undefined;
}

function notMatching(value: Json, pattern: Json): Json | undefined {
  if (typeof value !== 'string') return undefined;
  const isMatched = (text: string) => new RegExp(String(pattern), 'u').test(text);
  return ['', '~ no ~', `${value}\u0000`, '0'].find((text) => !isMatched(text));
}

function tooMany(value: Json[], count: number): Json[] | undefined {
  const [first] = value;
  return first === undefined || count > most
    ? undefined
    : Array.from({ length: count }, (_, index) => value[index] ?? first);
}

function withoutMembers(value: Json, count: Json): Json | undefined {
  if (!isObject(value) || typeof count !== 'number') return undefined;
  return Object.fromEntries(Object.entries(value).slice(0, count - 1)) as JsonObject;
}

/** Keywords of JSON Schema 2020-12 that say something of one value. */
export const keywordBreakers: Breaker[] = [
  breaker('enum', 'sends a word that is not in the enumeration', (value, choices) =>
    notOneOf(value, [choices].flat()),
  ),
  breaker('const', 'sends another value than the only one', (value) => notOneOf(value, [])),
  breaker(
    'minimum',
    'sends a number below its bound',
    ofNumber((limit) => limit - 1),
  ),
  breaker(
    'maximum',
    'sends a number above its bound',
    ofNumber((limit) => limit + 1),
  ),
  breaker(
    'exclusiveMinimum',
    'sends a number below its bound',
    ofNumber((limit) => limit),
  ),
  breaker(
    'exclusiveMaximum',
    'sends a number above its bound',
    ofNumber((limit) => limit),
  ),
  breaker(
    'multipleOf',
    'sends a number of another precision',
    ofNumber((limit, value) => value + limit / 2),
  ),
  breaker(
    'minLength',
    'sends a text that is too short',
    ofText((limit, value) => (limit > 0 ? value.slice(0, limit - 1) : undefined)),
  ),
  breaker(
    'maxLength',
    'sends a text that is too long',
    ofText((limit, value) => longer(value, limit + 1)),
  ),
  breaker('pattern', 'sends a text of another pattern', notMatching),
  breaker('format', 'sends a text of another format', ofFormat),
  breaker(
    'minItems',
    'sends too few items',
    ofList((limit, value) => (limit > 0 ? value.slice(0, limit - 1) : undefined)),
  ),
  breaker(
    'maxItems',
    'sends too many items',
    ofList((limit, value) => tooMany(value, limit + 1)),
  ),
  breaker('uniqueItems', 'sends the same item twice', (value, unique) =>
    Array.isArray(value) && value[0] !== undefined && unique === true ? [...value, value[0]] : undefined,
  ),
  breaker('minProperties', 'sends too few fields', withoutMembers),
  breaker('oneOf', 'sends a value of no branch', (value) => (isObject(value) ? ['no-branch'] : undefined)),
  breaker('anyOf', 'sends a value of no branch', (value) => (isObject(value) ? ['no-branch'] : undefined)),
];
