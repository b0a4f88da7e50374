import { lines, type Probe, quietly, tokensAsked } from './probe.ts';

const token = ['accessTokens.ts', 'authorize.ts', 'credentialValues.ts'];

/** Who calls, and whom: tokens, credentials, the address. */
export const identityProbes: readonly Probe[] = [
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
];
