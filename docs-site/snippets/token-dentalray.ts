import { createDentalrayClient } from 'care-contracts/dentalray';

// A personal access token is made once, by hand or by a user who is logged in, and is all that a program needs.
const client = createDentalrayClient({
  baseUrl: process.env.DENTALRAY_URL ?? 'http://127.0.0.1:4010/dentalray',
  credentials: { token: process.env.DENTALRAY_TOKEN ?? 'fake-token-0001' },
});

const { data: me } = await client.GET('/auth/me');
console.log(`logged in as ${me?.username}`);
