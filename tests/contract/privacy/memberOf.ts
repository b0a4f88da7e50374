import type { SchemaPlace } from '../../../scripts/model/operation.ts';
import { namedMember, unnamedMembers } from '../../../scripts/validate/memberSchemas.ts';
import type { SchemaPart } from '../../../scripts/validate/schemaParts.ts';

/** A member of an object, and what describes it. */
interface Member {
  places: SchemaPlace[];
  /** Whether its name is data: the document says what such members are like, and not what they are called. */
  isKey: boolean;
}

export function memberOf(parts: SchemaPart[], name: string): Member {
  const named = namedMember(parts, name);
  if (named.length > 0) return { places: named, isKey: false };
  const others = unnamedMembers(parts);
  return { places: others, isKey: others.some(({ schema }) => typeof schema === 'object') };
}
