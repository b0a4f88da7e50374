import { member } from '../json/pointer.ts';
import type { Json } from '../model/json.ts';
import type { MediaType, Operation } from '../model/operation.ts';
import { propertiesOf, type SchemaPart, schemaParts } from '../validate/schemaParts.ts';
import { variants } from './different.ts';

interface Member {
  operation: Operation;
  media: MediaType;
  name: string;
  body: Json | undefined;
}

/** Another value for a member of a body; the lower its rank, the less a server can have against it. */
export interface OtherValue {
  name: string;
  value: Json;
  rank: number;
}

/**
 * Values that a member may be changed to without meaning something that a server need not have: of a text that has no form
 * of its own, of a word from a list, of a yes or no, of a number that is not called an identifier.
 */
export function otherValue({ operation, media, name, body }: Member): OtherValue[] {
  const value = member(body, name);
  const place = media.schema && propertiesOf(schemaParts(operation.document, media.schema)).get(name);
  const parts = place ? schemaParts(operation.document, place) : [];
  const rank = rankOf(name, value, parts);
  if (value === undefined || rank === undefined) return [];
  const listed = parts.flatMap(({ schema }) => (Array.isArray(schema.enum) ? schema.enum : []));
  const others = listed.length > 0 ? listed.filter((one) => one !== value) : othersLike(value);
  return others.map((other) => ({ name, value: other, rank }));
}

function othersLike(value: Json): Json[] {
  // An address or a key has no blanks.
  const ending = /\s/.test(String(value)) ? ' (changed)' : '-changed';
  const longer = typeof value === 'string' ? [value + ending] : [];
  return [...longer, ...variants(value, 1, undefined)];
}

function rankOf(name: string, value: Json | undefined, parts: SchemaPart[]): number | undefined {
  const states = (keyword: string) => parts.some(({ schema }) => schema[keyword] !== undefined);
  const isReference = /(^|[_-])ids?$|I[dD]s?$/.test(name);
  if (isReference || states('const') || states('x-equals')) return undefined;
  if (states('enum')) return 2;
  if (typeof value === 'string') return states('format') || states('pattern') ? undefined : 1;
  if (typeof value === 'boolean') return 3;
  return typeof value === 'number' ? 4 : undefined;
}
