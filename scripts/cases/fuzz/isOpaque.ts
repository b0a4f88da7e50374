import { isBinary, type SchemaPart } from '../../validate/schemaParts.ts';
import { anyOfFormat } from './anyOfFormat.ts';

/** Formats that say nothing of a text, or of a number what we hold it to. */
const hints = new Set(['password', 'int32', 'int64', 'float', 'double']);

/**
 * Whether more is asked of a value than can be checked: a file, encoded content, a format that we do not know. Whether a
 * server takes a value that is made up cannot be told, then.
 */
export function isOpaque(parts: SchemaPart[]): boolean {
  return (
    isBinary(parts) ||
    parts.some(
      ({ schema: { contentEncoding, contentMediaType, format } }) =>
        contentEncoding !== undefined ||
        contentMediaType !== undefined ||
        (typeof format === 'string' && !hints.has(format) && anyOfFormat(format) === undefined),
    )
  );
}
