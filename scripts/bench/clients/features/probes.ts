import { inspect } from 'node:util';
import type { ProbeService } from './probeService.ts';

/** A generated client, as its adapter wraps it. */
export interface ProbedClient {
  get(id: unknown, options?: { retries?: number; timeoutMs?: number }): Promise<unknown>;
  upload(files: unknown[]): Promise<unknown>;
  /** As `get`, but a failure is thrown, where a client can do that. */
  failing(id: string): Promise<unknown>;
  report(id: string): Promise<unknown>;
}

export type CreateProbed = (options: {
  baseUrl: string;
  secret?: string;
  onRequest?: () => void;
}) => ProbedClient;

export interface Probe {
  name: string;
  /** What of our run time does it: files in `scripts/client`. */
  modules: string[];
  /** Whether a client has the feature. */
  has(create: CreateProbed, service: ProbeService): Promise<boolean>;
}

const token = ['accessTokens.ts', 'authorize.ts', 'credentialValues.ts'];
const lines = ({ received }: ProbeService) => received.map(({ line }) => line);
const tokensAsked = (service: ProbeService) => lines(service).filter((line) => line === 'POST /token').length;
const quietly = (call: Promise<unknown>) => call.catch(() => undefined);

/** What an integrator would otherwise write for each project: found out by trying, against a real service. */
export const probes: readonly Probe[] = [
  {
    name: 'fetches a token by itself, once for many calls',
    modules: token,
    async has(create, service) {
      service.reset();
      const client = create(service);
      await Promise.all(['a', 'b', 'c'].map((id) => quietly(client.get(id))));
      const gets = service.received.filter(({ line }) => line.startsWith('GET'));
      return (
        tokensAsked(service) === 1 && gets.every(({ headers }) => headers.authorization === 'Bearer token-1')
      );
    },
  },
  {
    name: 'replaces a token that is refused, once',
    modules: token,
    async has(create, service) {
      service.reset(({ headers }) =>
        headers.authorization === 'Bearer token-1' ? { status: 401, body: {} } : undefined,
      );
      await quietly(create(service).get('a'));
      return (
        tokensAsked(service) === 2 && service.received.at(-1)?.headers.authorization === 'Bearer token-2'
      );
    },
  },
  {
    name: 'keeps clients with different credentials apart',
    modules: ['sendCall.ts'],
    async has(create, service) {
      service.reset(({ line, body }) =>
        line === 'POST /token'
          ? { body: { access_token: /client_secret=(\w+)/.exec(body)?.[1] } }
          : undefined,
      );
      for (const secret of ['one', 'two']) await quietly(create({ ...service, secret }).get('a'));
      const gets = service.received.filter(({ line }) => line.startsWith('GET'));
      return gets.map(({ headers }) => headers.authorization).join() === 'Bearer one,Bearer two';
    },
  },
  {
    name: 'is told at run time whom to call',
    modules: ['baseAddress.ts'],
    async has(create, service) {
      service.reset();
      await quietly(create({ baseUrl: `${service.baseUrl}/elsewhere` }).get('a'));
      return lines(service).includes('GET /elsewhere/things/a');
    },
  },
  {
    name: 'lets no identifier leave its place in the path',
    modules: ['encodePath.ts'],
    async has(create, service) {
      service.reset();
      for (const id of ['..', '.', '../token', 'a/b', 'a?b', 'a#b']) await quietly(create(service).get(id));
      const gets = lines(service).filter((line) => line.startsWith('GET'));
      return gets.every((line) => /^GET \/things\/[^/?]+$/.test(line));
    },
  },
  {
    name: 'sends nothing where an identifier is missing',
    modules: ['encodePath.ts'],
    async has(create, service) {
      service.reset();
      for (const id of [undefined, null, '']) await quietly(create(service).get(id));
      return lines(service).length === 0;
    },
  },
  {
    name: 'sends several files in a form, a part each',
    modules: ['encodeBody.ts'],
    async has(create, service) {
      service.reset();
      const files = ['a.jpg', 'b.jpg'].map((name) => new File(['bytes'], name, { type: 'image/jpeg' }));
      await quietly(create(service).upload(files));
      const { headers, body = '' } = service.received.at(-1) ?? {};
      const parts = body.match(/name="images\[\]"; filename="[ab].jpg"/g) ?? [];
      return (
        parts.length === 2 && String(headers?.['content-type']).startsWith('multipart/form-data; boundary=')
      );
    },
  },
  {
    name: 'takes a stream for a file in a form',
    modules: ['collectStreams.ts'],
    async has(create, service) {
      service.reset();
      await quietly(create(service).upload([new Blob(['from a stream']).stream()]));
      return service.received.some(({ body }) => body.includes('\r\n\r\nfrom a stream\r\n'));
    },
  },
  {
    name: 'gives a PDF as its bytes',
    modules: ['readBody.ts'],
    async has(create, service) {
      const bytes = '%PDF-1.7';
      const headers = { 'Content-Type': 'application/pdf' };
      service.reset(({ line }) => (line.endsWith('/report') ? { headers, body: bytes } : undefined));
      const file = await quietly(create(service).report('a'));
      return file instanceof Blob && (await file.text()) === bytes;
    },
  },
  {
    name: 'tries again after a 503, when Retry-After says',
    modules: ['withRetries.ts'],
    async has(create, service) {
      let gets = 0;
      service.reset(({ line }) => {
        gets += Number(line.startsWith('GET'));
        return gets === 1 && line.startsWith('GET')
          ? { status: 503, headers: { 'Retry-After': '0' } }
          : undefined;
      });
      await quietly(create(service).get('a', { retries: 1 }));
      return gets === 2;
    },
  },
  {
    name: 'gives up in time',
    modules: ['deadline.ts'],
    async has(create) {
      const never = 'http://127.0.0.1:1';
      const { fetch } = globalThis;
      globalThis.fetch = (input, init) =>
        new Promise((_, reject) => {
          const signal = init?.signal ?? (input instanceof Request ? input.signal : undefined);
          signal?.addEventListener('abort', () => reject(signal.reason));
        });
      const late = new Promise((resolve) => setTimeout(resolve, 500, 'late'));
      const call = create({ baseUrl: never }).get('a', { timeoutMs: 20 });
      const first = await Promise.race([quietly(call), late]);
      globalThis.fetch = fetch;
      return first !== 'late';
    },
  },
  {
    name: 'tells a failure’s status and its parsed body',
    modules: ['answerError.ts'],
    async has(create, service) {
      service.reset(({ line }) =>
        line.startsWith('GET') ? { status: 404, body: { reason: 'gone' } } : undefined,
      );
      const told = await create(service)
        .get('a')
        .catch((error: unknown) => error);
      const { status, response, error, data, body } = (told ?? {}) as Record<
        string,
        { status?: number; reason?: string }
      >;
      return (
        Number(status ?? response?.status) === 404 &&
        [error, data, body].some((one) => one?.reason === 'gone')
      );
    },
  },
  {
    name: 'names operation, path template and request id in an error',
    modules: ['answerError.ts'],
    async has(create, service) {
      const headers = { 'X-Request-Id': 'fake-request-1' };
      service.reset(({ line }) => (line.startsWith('GET') ? { status: 500, headers, body: {} } : undefined));
      const error = await create(service)
        .failing('a')
        .catch((reason: unknown) => reason);
      const told = error instanceof Error ? `${error.message} ${inspect(error)}` : '';
      return ['GET', '/things/{id}', 'fake-request-1'].every((word) => told.includes(word));
    },
  },
  {
    name: 'lets middleware see each request',
    modules: ['middleware.ts'],
    async has(create, service) {
      service.reset();
      let seen = 0;
      const onRequest = () => {
        seen += 1;
      };
      await quietly(create({ ...service, onRequest }).get('a'));
      return seen > 0;
    },
  },
];
