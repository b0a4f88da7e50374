import { expect, test } from 'vitest';
import { apiOf } from '../../../scripts/apis/readApi.ts';
import type { Exchange } from '../../../scripts/model/exchange.ts';
import type { Json, JsonObject } from '../../../scripts/model/json.ts';
import { endedToken } from '../../contract/checks/endedToken.ts';

const responses = { 200: { description: 'Done.' } };
const conflict = {
  ...{ at: 'security', chosen: 'With one.', why: 'A guess.' },
  sources: [{ document: 'a.txt', section: 'Keys', says: 'None is needed.' }],
};

function document(marks: Record<string, Json>): JsonObject {
  const key = { security: [{ key: [] }], responses };
  return {
    openapi: '3.1.0',
    info: { title: 'Museum', version: '1' },
    paths: {
      '/leave': { post: { operationId: 'leave', 'x-ends-session': true, ...marks, ...key } },
      '/rooms': { get: { operationId: 'listRooms', ...key } },
    },
    components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
  };
}

function answer(status?: number): Exchange {
  const request = { method: 'GET', url: 'http://127.0.0.1/', headers: {} };
  const response = status === undefined ? undefined : { status, headers: {}, body: new Uint8Array() };
  return { request, ...(response && { response }), durationMs: 1 };
}

test.each<[string, number | undefined, Record<string, Json>, string[]]>([
  ['is refused', 401, {}, []],
  ['finds nothing', 404, {}, []],
  ['has no answer', undefined, {}, []],
  ['is accepted', 200, {}, ['drift inferred auth-enforced']],
  ['is accepted, with nothing to say', 204, {}, ['drift inferred auth-enforced']],
  [
    'is accepted, though nobody knows whether it was needed',
    200,
    { 'x-conflict': [conflict] },
    ['drift conflict auth-enforced'],
  ],
])('a token that was ended %s', (_, status, marks, want) => {
  const [leave, listRooms] = apiOf('museum', document(marks)).operations;
  if (!leave || !listRooms) throw new Error('The museum has two operations.');
  const found = endedToken({
    ...{ operation: leave, title: 'example', kind: 'example', inputs: {}, exchange: answer(200) },
    ...{
      expectation: { outcome: 'accepted' },
      usagesIn: ({ security }) => security.map(({ usage }) => usage),
    },
    asked: { operation: listRooms, exchange: answer(status) },
  });
  expect(found.map(({ severity, evidence, check }) => `${severity} ${evidence} ${check}`)).toEqual(want);
  const [sentence] = found.map(({ message }) => message);
  if (sentence) expect(sentence).toContain('and then GET /rooms answered');
});
