import type { SchemaPart } from '../../validate/schemaParts.ts';
import { typeToMake } from '../mergedKeywords.ts';

const known = ['object', 'array', 'string', 'number', 'integer', 'boolean', 'null'];

/** Every type that all of the schemas allow; where none states any, the one that their keywords speak of. */
export function typesToMake(parts: SchemaPart[]): string[] {
  const lists = parts.flatMap(({ schema }) => (schema.type === undefined ? [] : [[schema.type].flat()]));
  if (lists.length === 0) return [typeToMake(parts)];
  const common = known.filter((type) =>
    lists.every((list) => list.includes(type) || (type === 'integer' && list.includes('number'))),
  );
  return common.includes('number') ? common.filter((type) => type !== 'integer') : common;
}
