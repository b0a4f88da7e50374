import { apiOf } from '../../../../scripts/apis/readApi.ts';
import type { ReceivedResponse } from '../../../../scripts/model/exchange.ts';
import type { Json, JsonObject } from '../../../../scripts/model/json.ts';
import type { SchemaPlace } from '../../../../scripts/model/operation.ts';
import { type Teller, tellerOf } from '../../../contract/privacy/teller.ts';
import { redactorFor } from '../../../contract/redact.ts';

const schemas: JsonObject = {
  Patient: {
    properties: {
      ...{ id: { type: 'integer' }, score: {}, asleep: {}, room: { type: 'string' } },
      ...{ status: { enum: ['in', 'out'] }, sex: { enum: ['f', 'm'], 'x-sensitive': true } },
      ...{ help: { 'x-sensitive': false }, first_name: {}, bed_name: { 'x-sensitive': false } },
      ...{ chart: { 'x-sensitive': true }, pass: { format: 'password' }, access_token: {} },
      relative: { 'x-sensitive': true, $ref: '#/components/schemas/Patient' },
      tags: { additionalProperties: { type: 'string' } },
      beds: { items: { type: ['integer', 'string'] } },
    },
  },
};

const document: JsonObject = {
  openapi: '3.1.0',
  paths: { '/patients': { get: { operationId: 'listPatients', responses: { 200: {} } } } },
  components: { schemas },
};

const api = apiOf('ward', document);

/** A schema of an invented ward. */
export function ward(name: string): SchemaPlace {
  const pointer = `/components/schemas/${name}`;
  return { schema: schemas[name] as Json, pointer, usage: pointer };
}

interface Told {
  showsValues?: boolean;
  secrets?: Record<string, string>;
  values?: string[];
  response?: ReceivedResponse;
}

/** Who tells of its answers. */
export function wardTeller({
  showsValues = false,
  secrets = {},
  values = [],
  response,
}: Told = {}): Teller & {
  document: JsonObject;
} {
  const [operation] = api.operations;
  if (!operation) throw new Error('The ward has no operation.');
  const session = { secrets: () => new Map(Object.entries(secrets)) };
  const redactor = redactorFor({ api, session, headers: {} });
  return { document, ...tellerOf({ operation, redactor, showsValues, response, values }) };
}
