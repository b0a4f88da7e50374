import { credentialNames, takesClientCredentials, type User, variableOf } from '../apis/credentialNames.ts';
import { isObject } from '../json/pointer.ts';
import type { Api } from '../model/api.ts';
import type { SecurityScheme } from '../model/securityScheme.ts';
import { propertiesOf, requiredOf, schemaParts } from '../validate/schemaParts.ts';

/** A secret with which a token is got, where none is given. */
export interface LoginName {
  /** The member of the request for a token. */
  field: string;
  /** The environment variable that holds it: `MUSEUM_USERNAME` of an API called `museum`. */
  variable: string;
}

/**
 * What the operation that gives a scheme's token (`x-token`) must be told of who asks: the required members of its body
 * that are secret or identify somebody (`x-sensitive`). Empty where there is no such operation, or where the scheme's own
 * credentials are those.
 */
export function loginNames(api: Api, scheme: SecurityScheme, user?: User): LoginName[] {
  const operation = api.operations.find(({ operationId }) => operationId === scheme.token?.operationId);
  const [media] = operation?.requestBody?.content ?? [];
  if (!media?.schema || takesClientCredentials(api, scheme)) return [];
  const parts = schemaParts(api.document, media.schema);
  const properties = propertiesOf(parts);
  const isSensitive = (name: string) => {
    const place = properties.get(name);
    const schemas = place ? schemaParts(api.document, place) : [];
    return schemas.some(({ schema }) => isObject(schema) && schema['x-sensitive'] === true);
  };
  const fields = [...requiredOf(parts).keys()].filter(isSensitive);
  const taken = new Set(credentialNames(api, user).map(({ variable }) => variable));
  return fields.map((field) => {
    const variable = variableOf(api.name, user, field);
    const isTaken = taken.has(variable);
    return { field, variable: isTaken ? variableOf(api.name, user, scheme.name, field) : variable };
  });
}
