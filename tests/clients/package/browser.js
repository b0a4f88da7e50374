// What a page does with the package; bundled, and run on a page of another origin than the mock's.
import { createDentalrayClient } from 'care-contracts/dentalray';
import { createOptretinaClient } from 'care-contracts/optretina';

export async function run(mock) {
  const optretina = createOptretinaClient({
    baseUrl: `${mock}/optretina`,
    credentials: { clientId: 'fake-client-0001', clientSecret: 'fake-secret-0001' },
  });
  const dentalray = createDentalrayClient({
    baseUrl: `${mock}/dentalray`,
    credentials: { loginUser: { username: 'dana.example', password: 'fake-password-1' } },
  });
  const image = new File(['fake bytes'], 'right.jpg', { type: 'image/jpeg' });
  const { status } = await optretina.POST('/cases', { body: { first_name: 'Ana', 'images[]': [image] } });
  const report = await optretina.GET('/cases/report/{id}', { params: { path: { id: 7001 } } });
  const { data: me } = await dentalray.GET('/auth/me');
  const aborted = await dentalray
    .GET('/worklist', { signal: AbortSignal.abort(new DOMException('late', 'TimeoutError')) })
    .catch((error) => error.name);
  const relative = await dentalray
    .GET('/worklist/{id}', { params: { path: { id: '..' } } })
    .catch((error) => error.name);
  return { status, report: await report.data.slice(0, 5).text(), me: me.username, aborted, relative };
}
