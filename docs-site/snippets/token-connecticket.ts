import { createConnecticketClient } from 'care-contracts/connecticket';

// Key and secret go out with each call. The token that they give stands in the path, and the client puts it there.
const client = createConnecticketClient({
  baseUrl: process.env.CONNECTICKET_URL ?? 'http://127.0.0.1:4010/connecticket',
  credentials: {
    apiKey: process.env.CONNECTICKET_API_KEY ?? 'fake-key-0001',
    apiSecret: process.env.CONNECTICKET_API_SECRET ?? 'fake-secret-0001',
  },
});

const { data } = await client.GET('/{access_token}/tickets/{id}', { params: { path: { id: 9001 } } });
console.log(`ticket ${data?.id}: ${data?.ticket_status}`);
