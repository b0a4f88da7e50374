import { createOptretinaClient } from 'care-contracts/optretina';

const client = createOptretinaClient({
  baseUrl: process.env.OPTRETINA_URL ?? 'http://127.0.0.1:4010/optretina', // npm run mock
  credentials: { clientId: 'fake-client-0001', clientSecret: 'fake-secret-0001' },
});

const { data, error, status } = await client.GET('/cases');
if (data) {
  for (const { id, first_name, age } of data) console.log(`case ${id}: ${first_name}, ${age} years`);
} else {
  console.error(status, error);
}
