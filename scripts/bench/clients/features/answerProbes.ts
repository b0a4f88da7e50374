import { inspect } from 'node:util';
import { type Probe, quietly } from './probe.ts';

/** What comes back, or does not. */
export const answerProbes: readonly Probe[] = [
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
