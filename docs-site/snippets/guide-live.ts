import { createTschartsClient } from '../../generated/tscharts/client.ts';

const tscharts = createTschartsClient({
  // Absent, it is the address that the document names.
  ...(process.env.TSCHARTS_URL && { baseUrl: process.env.TSCHARTS_URL }),
  credentials: { token: process.env.TSCHARTS_TOKEN ?? '' },
});

const { data, error, response } = await tscharts.GET('/image/{id}/', { params: { path: { id: 63 } } });
console.log(response.status, data ?? error);
