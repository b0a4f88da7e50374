import { expect, test } from 'vitest';
import { apiOf } from '../../../scripts/apis/readApi.ts';
import type { Exchange, SentRequest } from '../../../scripts/model/exchange.ts';
import type { JsonObject } from '../../../scripts/model/json.ts';
import { requestFor } from '../../../scripts/request/requestFor.ts';
import { createSession } from '../../../scripts/request/session.ts';
import { askEnded } from '../../contract/ending/askEnded.ts';
import { redactorFor } from '../../contract/redact.ts';
import { createStore } from '../../contract/resources/store.ts';
import type { RunContext } from '../../contract/runContext.ts';
import type { Target } from '../../contract/target.ts';

const responses = { 200: { description: 'Done.' } };
const pass = {
  ...{ name: 'pass', in: 'path', required: true, schema: { type: 'string' } },
  'x-token': { operationId: 'enter', value: '$response.body#/pass', endedBy: ['leave'] },
};
const id = { name: 'id', in: 'path', required: true, schema: { type: 'integer' }, example: 7 };
const key = {
  type: 'http',
  scheme: 'bearer',
  'x-token': { operationId: 'logIn', value: '$response.body#/key' },
};

/** A fair: its passes are in the path, and `leave` ends them; `security` is what leaving asks for besides. */
const fairDocument = (security: JsonObject[]): JsonObject => ({
  openapi: '3.1.0',
  info: { title: 'Fair', version: '1' },
  paths: {
    '/passes': { post: { operationId: 'enter', responses } },
    '/keys': { post: { operationId: 'logIn', responses } },
    '/passes/{pass}': {
      parameters: [pass],
      delete: { operationId: 'leave', security, 'x-ends-session': true, responses },
      get: { operationId: 'getPass', 'x-effect': 'It stamps the pass.', responses },
    },
    '/passes/{pass}/rides/{id}': { parameters: [pass, id], get: { operationId: 'getRide', responses } },
    '/passes/{pass}/rides': { parameters: [pass], get: { operationId: 'listRides', responses } },
    '/stalls': { get: { operationId: 'listStalls', security: [{ key: [] }], responses } },
  },
  components: { securitySchemes: { key } },
});

const run: RunContext = {
  ...{ mode: 'live', apis: {}, seed: 1, allowWrites: true, failOn: 'violation' },
  ...{ only: [], exclude: [], headers: {} },
};

interface Row {
  name: string;
  security?: JsonObject[];
  /** Path of what the fair still lets a caller do who has left. */
  open?: RegExp;
  exclude?: string[];
  path?: Record<string, string>;
  asked: string[];
  found: string[];
}

const rides = 'GET /passes/fake-pass/rides';
const stalls = 'GET /stalls';

test.each<Row>([
  { name: 'is refused', asked: [rides], found: [] },
  { name: 'is still good', open: /rides/, asked: [rides], found: ['listRides drift inferred auth-enforced'] },
  {
    name: 'is asked of another read, where one is excluded',
    ...{ exclude: ['listRides'], open: /rides/ },
    asked: ['GET /passes/fake-pass/rides/7'],
    found: ['getRide drift inferred auth-enforced'],
  },
  { name: 'was wrong on purpose', path: { pass: 'fake-nobody' }, asked: [], found: [] },
  { name: 'is refused, with a key besides', security: [{ key: [] }], asked: [stalls, rides], found: [] },
  {
    name: 'is still good, though the key besides is not',
    ...{ security: [{ key: [] }], open: /rides/ },
    asked: [stalls, rides],
    found: ['listRides drift inferred auth-enforced'],
  },
  {
    name: 'is not asked for, once the key besides is known to be good',
    ...{ security: [{ key: [] }], open: /./ },
    asked: [stalls],
    found: ['listStalls drift inferred auth-enforced'],
  },
])('a token in the path of what ends it $name', async ({ security = [], path, exclude = [], ...row }) => {
  const api = apiOf('fair', fairDocument(security));
  const asked: string[] = [];
  let hasLeft = false;
  const send = async (request: SentRequest): Promise<Exchange> => {
    const line = `${request.method} ${new URL(request.url).pathname}`;
    if (hasLeft) asked.push(line);
    const isGood = !hasLeft || row.open?.test(line) === true;
    const body = new TextEncoder().encode('{"pass":"fake-pass","key":"fake-key"}');
    return { request, response: { status: isGood ? 200 : 401, headers: {}, body }, durationMs: 1 };
  };
  const target = fairTarget({ api, exclude, send });
  const leave = api.operations.find(({ operationId }) => operationId === 'leave');
  if (!leave) throw new Error('Nobody can leave the fair.');
  const inputs = { ...(security.length > 0 && { security: ['key'] }), ...(path && { path }) };
  const { session, baseUrl } = target;
  const exchange = await send(await requestFor(leave, { session, baseUrl, mode: 'live', inputs }));
  hasLeft = true;
  const one = { title: 'example', kind: 'example', expectation: { outcome: 'accepted' } } as const;
  const last = await askEnded(target, leave, { one: { ...one, change: {} }, inputs, exchange });
  expect(asked).toEqual(row.asked);
  const found = last?.findings.map(
    ({ severity, evidence, check }) => `${last.operation.operationId} ${severity} ${evidence} ${check}`,
  );
  expect(found ?? []).toEqual(row.found);
});

function fairTarget({ api, exclude, send }: Pick<Target, 'api' | 'send'> & { exclude: string[] }): Target {
  const baseUrl = 'http://127.0.0.1:1';
  const session = createSession({ api, baseUrl, mode: 'live', headers: {}, environment: {}, send });
  const redactor = redactorFor({ api, session, headers: {} });
  const server = { api, baseUrl, run: { ...run, exclude }, session, redactor, send };
  return { ...server, store: createStore(server) };
}
