import { createConnecticketClient } from 'care-contracts/connecticket';
import {
  createDentalrayClient,
  type DentalrayClient,
  ServiceError,
  type Worklist,
} from 'care-contracts/dentalray';
import document from 'care-contracts/dentalray/openapi.json' with { type: 'json' };
import { type Mock, startMock } from 'care-contracts/mock';
import { type Case, createOptretinaClient } from 'care-contracts/optretina';
import { createTschartsClient } from 'care-contracts/tscharts';

export const title: string = document.info.title;
export const mocked: Promise<Mock> = startMock({
  apis: ['dentalray', { name: 'own', document: {} }],
  port: 0,
});

export async function first(client: DentalrayClient): Promise<Worklist | undefined> {
  const { status, data, error } = await client.GET('/worklist/{id}', { params: { path: { id: 74 } } });
  if (status === 404) console.error(error);
  // @ts-expect-error there is no such field
  data?.fluffiness;
  // @ts-expect-error there is no such path
  await client.GET('/worklists');
  return data;
}

export async function cases(): Promise<Case[]> {
  const client = createOptretinaClient({
    credentials: { clientId: 'fake', clientSecret: () => 'fake' },
    retries: 1,
  });
  const { data } = await client.GET('/cases', { throwOnError: true, timeoutMs: 1000 });
  await client.POST('/cases', { body: { 'images[]': [new File([], 'a.jpg')] } });
  return data;
}

const token = 'fake';
first(createDentalrayClient({ credentials: { token } })).catch((error: unknown) => {
  if (error instanceof ServiceError) console.error(error.method, error.path, error.status, error.requestId);
});
createTschartsClient({ credentials: { token } }).GET('/image/{id}/', { params: { path: { id: 5001 } } });
createConnecticketClient({ credentials: { apiKey: 'fake', apiSecret: 'fake' } }).GET(
  '/{access_token}/tickets',
);
// @ts-expect-error credentials are missing
createTschartsClient({});
