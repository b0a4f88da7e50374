import { createTschartsClient } from 'care-contracts/tscharts';

const client = createTschartsClient({
  baseUrl: process.env.TSCHARTS_URL ?? 'http://127.0.0.1:4010/tscharts', // npm run mock
  credentials: { token: 'fake-token-0001' },
});

const { data: ids } = await client.GET('/image/', { params: { query: { patient: 1001, type: 'Headshot' } } });
for (const id of ids ?? []) {
  const { data: image } = await client.GET('/image/{id}/', { params: { path: { id } } });
  console.log(`image ${id}: ${image?.type}, clinic ${image?.clinic}`);
}
