// What a consumer does with the package, on any Node from 20 on. Prints what came of it.
import { createConnecticketClient } from 'care-contracts/connecticket';
import { CallError, createDentalrayClient } from 'care-contracts/dentalray';
import { createOptretinaClient } from 'care-contracts/optretina';
import { createTschartsClient, ServiceError } from 'care-contracts/tscharts';

const [, , mock] = process.argv;
const options = (name, credentials) => ({ baseUrl: `${mock}/${name}`, credentials });
const optretina = createOptretinaClient(
  options('optretina', { clientId: 'fake-client-0001', clientSecret: async () => 'fake-secret-0001' }),
);
const dentalray = createDentalrayClient(
  options('dentalray', { loginUser: { username: 'dana.example', password: 'fake-password-1' } }),
);
const tscharts = createTschartsClient(options('tscharts', { token: 'fake-token-0001' }));
const connecticket = createConnecticketClient(
  options('connecticket', { apiKey: 'fake-key-0001', apiSecret: 'fake-secret-0001' }),
);

const image = new File(['fake bytes'], 'right.jpg', { type: 'image/jpeg' });
const created = await optretina.POST('/cases', { body: { first_name: 'Ana', 'images[]': [image, image] } });
const report = await optretina.GET('/cases/report/{id}', { params: { path: { id: 7001 } } });
const me = await dentalray.GET('/auth/me');
const file = new Blob(['fake bytes']).stream();
const media = await dentalray.POST('/media', { body: { file, meta: { is_dicom: true } } });
const images = await tscharts.GET('/image/', { params: { query: { patient: 1001 } } });
const tickets = await connecticket.GET('/{access_token}/tickets');
const refused = await tscharts
  .GET('/image/{id}/', { params: { path: { id: 1 } }, headers: { Prefer: 'code=404' }, throwOnError: true })
  .catch((error) => error instanceof ServiceError && error.message);
const unsent = await dentalray
  .GET('/worklist/{id}', { params: { path: { id: '..' } } })
  .catch((error) => error instanceof CallError && error.message);

console.log(
  JSON.stringify({
    created: [created.status, created.data.id],
    report: await report.data.slice(0, 5).text(),
    me: me.data.username,
    media: media.data.id,
    images: images.data,
    tickets: tickets.data.ticket.map(({ id }) => id),
    refused,
    unsent,
  }),
);
