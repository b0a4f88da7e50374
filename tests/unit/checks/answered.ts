import { apiOf } from '../../../scripts/apis/readApi.ts';
import type { CaseKind, Expectation, RequestInputs } from '../../../scripts/model/case.ts';
import type { Exchange } from '../../../scripts/model/exchange.ts';
import type { Finding } from '../../../scripts/model/finding.ts';
import type { JsonObject } from '../../../scripts/model/json.ts';
import type { Operation } from '../../../scripts/model/operation.ts';
import { type Answered, describedResponse, type Judgement } from '../../contract/checks/judgement.ts';

/** Where the operation of `operationOf` stands. */
export const at = '/paths/~1things/post';

/** `POST /things` of a made-up document. */
export function operationOf(operation: object, rest: object = {}): Operation {
  const document = { openapi: '3.1.0', paths: { '/things': { post: operation } }, ...rest };
  // As it would be read: no two places share one object.
  const [read] = apiOf('things', JSON.parse(JSON.stringify(document)) as JsonObject).operations;
  if (!read) throw new Error('The document has no operation.');
  return read;
}

export interface Spec {
  operation: Operation;
  status?: number;
  headers?: Record<string, string | string[]>;
  /** A string is sent as it is, anything else as JSON. */
  body?: unknown;
  expectation?: Expectation;
  kind?: CaseKind;
  inputs?: RequestInputs;
}

/** A made-up exchange with an answer: 200 and JSON unless it says otherwise. */
export function judgementOf(spec: Spec): Judgement {
  const { operation, status = 200, headers = {}, body, inputs = {} } = spec;
  const type = body === undefined ? {} : { 'content-type': 'application/json' };
  const lists = Object.entries({ ...type, ...headers }).map(([name, value]) => [name, [value].flat()]);
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  const exchange: Exchange = {
    request: { method: operation.method, url: 'http://127.0.0.1/things', headers: {} },
    response: { status, headers: Object.fromEntries(lists), body: new TextEncoder().encode(text) },
    durationMs: 1,
  };
  const { kind = 'example', expectation = { outcome: 'accepted' } } = spec;
  return { operation, title: `${kind} of a test`, kind, expectation, inputs, exchange };
}

export function answered(spec: Spec): Answered {
  const judgement = judgementOf(spec);
  const { response } = judgement.exchange;
  if (!response) throw new Error('There is no answer.');
  const described = describedResponse(spec.operation, response.status);
  return { ...judgement, response, ...(described && { described }) };
}

/** A finding in one line: `violation documented <document> <response>`. */
export function told(findings: Finding[]): string[] {
  return findings.map(
    ({ severity, evidence, documentPointer, responsePointer }) =>
      `${severity} ${evidence} ${documentPointer} ${responsePointer}`,
  );
}
