import { createDentalrayClient } from 'care-contracts/dentalray';

const client = createDentalrayClient({
  baseUrl: process.env.DENTALRAY_URL ?? 'http://127.0.0.1:4010/dentalray', // npm run mock
  credentials: { token: 'fake-token-0001' },
});

const { data, error, status } = await client.GET('/worklist/{id}', { params: { path: { id: 74 } } });
if (data) {
  console.log(`worklist ${data.id}: ${data.status}`);
} else {
  console.error(status, error);
}
