import { type SchemaPart, typesOf } from '../../../../scripts/validate/schemaParts.ts';

/** A header's text that its schema does not allow, by the simplest of its keywords; nothing where any text will do. */
export function wrongText(parts: SchemaPart[]): string | undefined {
  const types = typesOf(parts);
  const says = (keyword: string) => parts.some(({ schema }) => schema[keyword] !== undefined);
  if (says('enum') || says('const')) return 'not-in-the-enumeration';
  if (types.length > 0 && !types.includes('string') && !types.includes('array') && !types.includes('object'))
    return 'many';
  if (types.includes('string') && says('format')) return 'no such thing';
  return undefined;
}
