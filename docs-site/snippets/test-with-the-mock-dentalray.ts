import assert from 'node:assert/strict';
import { createDentalrayClient } from 'care-contracts/dentalray';
import { startMock } from 'care-contracts/mock';

// In Vitest these two lines stand in `beforeAll`, in Playwright in `globalSetup`; port 0 takes a free one.
const mock = await startMock({ apis: ['dentalray'], port: 0 });
const client = createDentalrayClient({
  baseUrl: `${mock.url}/dentalray`,
  credentials: { token: 'fake-token-0001' },
});

// What the document does not allow is refused, and each answer that it describes can be asked for.
const { status } = await client.GET('/worklist', { headers: { Prefer: 'code=403' } });
assert.equal(status, 403);

const { requests } = await mock.requests();
console.log(requests.map(({ method, path }) => `${method} ${path}`).join('\n'));
await mock.close(); // `afterAll`
