import { isObject } from '../../../../scripts/json/pointer.ts';
import type { SchemaPart } from '../../../../scripts/validate/schemaParts.ts';

/** Whether no member may be there that is not named. */
export function isClosed(parts: SchemaPart[]): boolean {
  return parts.some(
    ({ schema }) => schema.additionalProperties === false || schema.unevaluatedProperties === false,
  );
}

/** Whether members are named, and nothing is said of others: the document is silent of those. */
export function namesMembers(parts: SchemaPart[]): boolean {
  const speaksOfOthers = parts.some(({ schema }) =>
    [
      'additionalProperties',
      'unevaluatedProperties',
      'patternProperties',
      'anyOf',
      'oneOf',
      'if',
      'dependentSchemas',
    ].some((keyword) => schema[keyword] !== undefined && schema[keyword] !== true),
  );
  const isOpen = parts.some(
    ({ schema }) => schema.additionalProperties === true || schema.unevaluatedProperties === true,
  );
  const isNaming = parts.some(
    ({ schema: { properties } }) => isObject(properties) && Object.keys(properties).length > 0,
  );
  return isNaming && !speaksOfOthers && !isOpen;
}
