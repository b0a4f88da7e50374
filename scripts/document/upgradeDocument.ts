import { upgradeFromThreeToThreeOne } from '@scalar/openapi-upgrader/3.0-to-3.1';
import { isObject } from '../json/pointer.ts';
import { DocumentError } from '../model/errors.ts';
import type { Json, JsonObject } from '../model/json.ts';
import { mapNodes } from './mapNodes.ts';
import { mendDialect } from './mendDialect.ts';
import { mendExamples } from './mendExamples.ts';
import { mendNullable } from './mendNullable.ts';
import { mendPattern } from './mendPattern.ts';
import { spareAddresses } from './spareAddresses.ts';

const dialect = 'https://json-schema.org/draft/2020-12/schema';

/** An OpenAPI 3.0 or 3.1 document as 3.1, its schemas in JSON Schema 2020-12. */
export function upgradeDocument(document: JsonObject): JsonObject {
  const visits = [mendNullable, mendDialect, mendPattern, mendExamples, spareAddresses];
  const mended = visits.reduce(mapNodes, document);
  const upgraded = upgradeFromThreeToThreeOne(mended) as JsonObject;
  return { ...upgraded, openapi: '3.1.1', jsonSchemaDialect: dialect };
}

/**
 * The document, if it is one that we read.
 * @throws {DocumentError} if it is no OpenAPI document, or one of another version
 */
export function requireOpenApi(document: Json, file: string): JsonObject {
  if (!isObject(document)) throw notRead('it is no object', file);
  const { openapi, swagger } = document;
  if (swagger !== undefined && openapi === undefined) {
    throw new DocumentError(`it is a Swagger ${version(swagger)} document`, {
      file,
      pointer: '/swagger',
      repair: 'Convert it to OpenAPI 3 first, with `npx swagger2openapi` for instance, and name the result.',
    });
  }
  if (openapi === undefined) throw notRead('it has no field `openapi`', file);
  if (/^3\.[01](\.|$)/.test(version(openapi))) return { ...document, openapi: version(openapi) };
  throw new DocumentError(`it is OpenAPI ${version(openapi)}`, {
    file,
    pointer: '/openapi',
    repair: 'Name a document of OpenAPI 3.0 or 3.1.',
  });
}

/** YAML takes an unquoted `3.0` for a number. */
function version(value: Json): string {
  if (typeof value === 'number') return Number.isInteger(value) ? value.toFixed(1) : String(value);
  return typeof value === 'string' ? value.slice(0, 20) : 'of no known version';
}

function notRead(problem: string, file: string): DocumentError {
  return new DocumentError(problem, { file, repair: 'Name an OpenAPI document of version 3.0 or 3.1.' });
}
