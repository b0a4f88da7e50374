import type { SchemaPart } from '../../../../scripts/validate/schemaParts.ts';

/** The types that all parts allow; none: any. */
export function typesAt(parts: SchemaPart[]): string[] {
  const stated = parts.flatMap(({ schema: { type } }) =>
    type === undefined ? [] : [[type].flat().map(String)],
  );
  const [first = [], ...others] = stated;
  return first.filter((type) => others.every((types) => types.includes(type)));
}

/** JSON knows one kind of number. */
export function kindOf(type: string): string {
  return type === 'integer' ? 'number' : type;
}
