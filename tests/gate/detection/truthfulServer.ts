import { answerRequest } from '../../../scripts/mock/answerRequest.ts';
import { type MockApi, mockApi } from '../../../scripts/mock/mockApi.ts';
import type { JsonObject } from '../../../scripts/model/json.ts';
import type { WireAnswer, WireRequest } from '../wire.ts';

/** The mock without its socket. It keeps no state, so an answer is worth keeping. */
export interface TruthfulServer {
  ask(request: WireRequest): Promise<WireAnswer>;
}

/** @throws {DocumentError} if a document cannot be resolved */
export async function truthfulServer(
  apis: { name: string; document: JsonObject }[],
): Promise<TruthfulServer> {
  const mocks = await Promise.all(apis.map((api) => mockApi(api)));
  const byName = new Map(mocks.map((mock) => [mock.name, mock]));
  const known = new Map<string, Promise<WireAnswer>>();
  return {
    ask(request) {
      const key = keyOf(request);
      const answer = known.get(key) ?? answerOf(byName, request);
      known.set(key, answer);
      return answer;
    },
  };
}

/** What a mock of its own answers, which is asked too seldom to keep anything. */
export async function answerOf(
  apis: ReadonlyMap<string, MockApi>,
  { method, target, headers, body }: WireRequest,
): Promise<WireAnswer> {
  const answer = await answerRequest(apis, { method, target, headers, readBody: async () => body });
  const content = Buffer.from(answer.body ?? []);
  // RFC 9110 sections 9.3.2, 15.3.5 and 15.4.5
  const isBodyless = method === 'HEAD' || answer.status === 204 || answer.status === 304;
  return {
    status: answer.status,
    headers: answer.headers as WireAnswer['headers'],
    body: isBodyless ? Buffer.alloc(0) : content,
  };
}

/** Fields of the connection say nothing to the mock. */
const unread = new Set(['host', 'connection', 'content-length', 'transfer-encoding', 'user-agent']);

function keyOf({ method, target, headers, body }: WireRequest): string {
  const fields = Object.entries(headers)
    .filter(([name]) => !unread.has(name))
    .map(([name, value]) => `${name}: ${value}`)
    .sort();
  return [method, target, ...fields, body.toString('latin1')].join('\n');
}
