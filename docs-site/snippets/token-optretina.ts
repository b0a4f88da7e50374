import { createOptretinaClient } from 'care-contracts/optretina';

// The client fetches the token before its first call, keeps it until shortly before it expires, and fetches another one
// if the service refuses it. Credentials are values or functions, asked only when they are needed.
const client = createOptretinaClient({
  baseUrl: process.env.OPTRETINA_URL ?? 'http://127.0.0.1:4010/optretina',
  credentials: {
    clientId: process.env.OPTRETINA_CLIENT_ID ?? 'fake-client-0001',
    clientSecret: async () => process.env.OPTRETINA_CLIENT_SECRET ?? 'fake-secret-0001',
  },
});

const [cases, centers] = await Promise.all([client.GET('/cases'), client.GET('/centers')]); // one token for both
console.log(`${cases.data?.length} cases, ${centers.data?.length} centers`);
