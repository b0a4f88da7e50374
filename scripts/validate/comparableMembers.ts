import { isDeepStrictEqual } from 'node:util';
import type { JsonObject } from '../model/json.ts';
import type { SchemaPlace } from '../model/operation.ts';
import { isBinary, propertiesOf, type SchemaPart, schemaParts, typesOf } from './schemaParts.ts';

/** A member that a request sends and an answer shows. */
interface ComparableMember {
  sent: SchemaPlace;
  shown: SchemaPlace;
}

/**
 * The members that two schemas describe alike, by name: what is sent in one is to be shown in the other. Left out is what
 * only one side writes, bytes and passwords, and what each describes in a way of its own: another type, other words.
 */
export function comparableMembers(
  document: JsonObject,
  sent: SchemaPlace,
  shown: SchemaPlace,
): Map<string, ComparableMember> {
  const others = propertiesOf(schemaParts(document, shown));
  const members = new Map<string, ComparableMember>();
  for (const [name, place] of propertiesOf(schemaParts(document, sent))) {
    const other = others.get(name);
    if (!other) continue;
    const [own, its] = [schemaParts(document, place), schemaParts(document, other)];
    if (!isHidden(own, 'readOnly') && !isHidden(its, 'writeOnly') && isAlike(own, its)) {
      members.set(name, { sent: place, shown: other });
    }
  }
  return members;
}

function isHidden(parts: SchemaPart[], keyword: 'readOnly' | 'writeOnly'): boolean {
  return parts.some(({ schema }) => schema[keyword] === true);
}

function isAlike(sent: SchemaPart[], shown: SchemaPart[]): boolean {
  if ([sent, shown].some((parts) => isBinary(parts) || isCoded(parts))) return false;
  const [words, others] = [wordsOf(sent), wordsOf(shown)];
  if (words && others && !isDeepStrictEqual(words, others)) return false;
  const [types, otherTypes] = [jsonTypes(sent), jsonTypes(shown)];
  return types.length === 0 || otherTypes.length === 0 || types.some((one) => otherTypes.includes(one));
}

function isCoded(parts: SchemaPart[]): boolean {
  return parts.some(({ schema }) => schema.contentEncoding !== undefined || schema.format === 'password');
}

function wordsOf(parts: SchemaPart[]): unknown[] | undefined {
  const listed = parts.map(({ schema }) => schema.enum).find((one) => Array.isArray(one));
  return Array.isArray(listed)
    ? listed
        .filter((one) => one !== null)
        .map(String)
        .sort()
    : undefined;
}

function jsonTypes(parts: SchemaPart[]): string[] {
  return typesOf(parts)
    .filter((type) => type !== 'null')
    .map((type) => (type === 'integer' ? 'number' : type));
}
