import { createTschartsClient, ServiceError } from 'care-contracts/tscharts';

const client = createTschartsClient({
  baseUrl: process.env.TSCHARTS_URL ?? 'http://127.0.0.1:4010/tscharts',
  credentials: { token: 'fake-token-0001' },
  timeoutMs: 10_000, // of a whole call
  retries: 2, // of calls that do no more when made twice; `Retry-After` is obeyed
});

// A result is told apart by its status: `error` is typed for each that the document describes.
const params = { path: { id: 5001 } };
const result = await client.GET('/image/{id}/', { params, headers: { Prefer: 'code=404' } });
switch (result.status) {
  case 200:
    console.log(`image ${result.data.id}`);
    break;
  case 404:
    console.log('there is no such image');
    break;
  default:
    console.log(`the server answered ${result.status}`);
}

// Who would rather have an exception asks for one.
try {
  const headers = { Prefer: 'code=404' };
  const { data } = await client.GET('/image/{id}/', { params, headers, throwOnError: true });
  console.log(`image ${data.id}`);
} catch (error) {
  if (!(error instanceof ServiceError)) throw error;
  console.log(error.message); // names method, path template and status, and no secret
}
