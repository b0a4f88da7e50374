import { createTschartsClient } from 'care-contracts/tscharts';

// The document does not describe where a token comes from: ask who runs the server. A function is asked before each call.
const client = createTschartsClient({
  baseUrl: process.env.TSCHARTS_URL ?? 'http://127.0.0.1:4010/tscharts',
  credentials: { token: () => process.env.TSCHARTS_TOKEN ?? 'fake-token-0001' },
});

const { status } = await client.GET('/image/', { params: { query: { patient: 1001 } } });
console.log(status === 401 ? 'this token is not accepted' : 'this token is accepted');
