import { createOptretinaClient } from '../../generated/optretina/client.ts';

const optretina = createOptretinaClient({
  baseUrl: 'http://127.0.0.1:4010/optretina',
  credentials: { clientId: 'fake-client-0001', clientSecret: 'fake-secret-0001' },
});

const { data, error, response } = await optretina.GET('/cases/{id}', { params: { path: { id: 7001 } } });
if (data) console.log(`${data.first_name} ${data.last_name}, ${data.age}`);
else console.error(response.status, error);
