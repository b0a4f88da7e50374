import { createConnecticketClient } from 'care-contracts/connecticket';

const client = createConnecticketClient({
  baseUrl: process.env.CONNECTICKET_URL ?? 'http://127.0.0.1:4010/connecticket', // npm run mock
  credentials: { apiKey: 'fake-key-0001', apiSecret: 'fake-secret-0001' },
});

const { data } = await client.GET('/{access_token}/tickets');
for (const { id, ticket_status } of data?.ticket ?? []) console.log(`ticket ${id}: ${ticket_status}`);
