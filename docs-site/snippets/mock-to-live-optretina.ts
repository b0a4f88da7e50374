import { createOptretinaClient } from 'care-contracts/optretina';

// Nothing but the environment differs. Against the mock:
//   OPTRETINA_URL=http://127.0.0.1:4010/optretina OPTRETINA_CLIENT_ID=fake-client-0001 OPTRETINA_CLIENT_SECRET=fake-secret-0001
// Live, OPTRETINA_URL is left out: the client then calls the address that the document names.
const { OPTRETINA_URL, OPTRETINA_CLIENT_ID = '', OPTRETINA_CLIENT_SECRET = '' } = process.env;

const client = createOptretinaClient({
  baseUrl: OPTRETINA_URL,
  credentials: { clientId: OPTRETINA_CLIENT_ID, clientSecret: OPTRETINA_CLIENT_SECRET },
});

const { data: centers, status } = await client.GET('/centers');
console.log(centers ? `${centers.length} centers` : `refused with ${status}`);
